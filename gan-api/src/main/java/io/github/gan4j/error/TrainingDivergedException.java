package io.github.gan4j.error;

/**
 * A loss, a gradient or a weight became infinite or not a number. The networks are left as the step
 * made them.
 */
public class TrainingDivergedException extends GanException {
  private static final long serialVersionUID = 1;

  private final long step;
  private final double discriminator;
  private final double generator;
  private final String where;

  /**
   * Makes one.
   *
   * @param step the step that diverged, from 1 on
   * @param discriminator the discriminator's loss in that step
   * @param generator the generator's loss in that step; NaN if the step did not come that far
   * @param where what was found not to be finite, such as {@code the generator's loss} or {@code
   *     the discriminator's gradient of layers.0.linear.weight}
   */
  public TrainingDivergedException(
      long step, double discriminator, double generator, String where) {
    super(
        ("training diverged in step %s: %s is infinite or not a number; discriminator loss %s,"
                + " generator loss %s; try a lower learning rate")
            .formatted(step, where, discriminator, generator));
    this.step = step;
    this.discriminator = discriminator;
    this.generator = generator;
    this.where = where;
  }

  /** Returns the step that diverged, from 1 on. */
  public long step() {
    return step;
  }

  /** Returns the discriminator's loss in that step. */
  public double discriminator() {
    return discriminator;
  }

  /** Returns what was found not to be finite, such as {@code the generator's loss}. */
  public String where() {
    return where;
  }

  /** Returns the generator's loss in that step; NaN if the step did not come that far. */
  public double generator() {
    return generator;
  }
}
