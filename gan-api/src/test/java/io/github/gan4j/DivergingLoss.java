package io.github.gan4j;

import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;

/** A loss of the user's own that is not finite from some call on. */
final class DivergingLoss implements AdversarialLoss {
  private final int badDiscriminator;
  private final int badGenerator;
  private int discriminatorCalls;
  private int generatorCalls;

  /** Makes one whose value is not finite from these calls on, counted from 1. */
  DivergingLoss(int badDiscriminator, int badGenerator) {
    this.badDiscriminator = badDiscriminator;
    this.badGenerator = badGenerator;
  }

  @Override
  public String name() {
    return "diverging";
  }

  @Override
  public DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    DiscriminatorLoss sane = Losses.hinge().discriminator(real, fake, realGradient, fakeGradient);
    return ++discriminatorCalls < badDiscriminator
        ? sane
        : new DiscriminatorLoss(Double.POSITIVE_INFINITY, 0);
  }

  @Override
  public double generator(float[] real, float[] fake, float[] fakeGradient) {
    double sane = Losses.hinge().generator(real, fake, fakeGradient);
    return ++generatorCalls < badGenerator ? sane : Double.NaN;
  }
}
