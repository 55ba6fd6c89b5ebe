package io.github.gan4j.error;

/** A loss became infinite or not a number. The networks are left as the step made them. */
public class TrainingDivergedException extends GanException {
  private static final long serialVersionUID = 1;

  private final long step;
  private final double discriminator;
  private final double generator;

  /**
   * Makes one.
   *
   * @param step the step that diverged, from 1 on
   * @param discriminator the discriminator's loss in that step
   * @param generator the generator's loss in that step; NaN if the step did not come that far
   */
  public TrainingDivergedException(long step, double discriminator, double generator) {
    super(
        "training diverged in step %d: discriminator loss %s, generator loss %s; try a lower learning rate"
            .formatted(step, discriminator, generator));
    this.step = step;
    this.discriminator = discriminator;
    this.generator = generator;
  }

  /** Returns the step that diverged, from 1 on. */
  public long step() {
    return step;
  }

  /** Returns the discriminator's loss in that step. */
  public double discriminator() {
    return discriminator;
  }

  /** Returns the generator's loss in that step; NaN if the step did not come that far. */
  public double generator() {
    return generator;
  }
}
