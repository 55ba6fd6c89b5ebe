package io.github.gan4j;

import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.Arrays;

/** A loss of the user's own whose value stays finite when its gradient is NaN. */
final class LossWithoutGradient implements AdversarialLoss {
  private final String player;
  private final int from;
  private int calls;

  /**
   * Makes one.
   *
   * @param player whose gradient it is
   * @param from the call from which on it is NaN, counted from 1
   */
  LossWithoutGradient(String player, int from) {
    this.player = player;
    this.from = from;
  }

  @Override
  public String name() {
    return "without-gradient";
  }

  @Override
  public DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    DiscriminatorLoss loss = Losses.hinge().discriminator(real, fake, realGradient, fakeGradient);
    spoil("discriminator", fakeGradient);
    return loss;
  }

  @Override
  public double generator(float[] real, float[] fake, float[] fakeGradient) {
    double loss = Losses.hinge().generator(real, fake, fakeGradient);
    spoil("generator", fakeGradient);
    return loss;
  }

  private void spoil(String whose, float[] gradient) {
    if (whose.equals(player) && ++calls >= from) {
      Arrays.fill(gradient, Float.NaN);
    }
  }
}
