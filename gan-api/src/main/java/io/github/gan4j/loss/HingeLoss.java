package io.github.gan4j.loss;

import java.util.OptionalDouble;

/**
 * Hinge (Lim and Ye, 2017, arXiv:1705.02894): D minimises max(0, 1 − real) + max(0, 1 + fake), G
 * minimises −fake.
 */
record HingeLoss() implements AdversarialLoss {

  @Override
  public String name() {
    return "hinge";
  }

  @Override
  public OptionalDouble guessingLoss() {
    return OptionalDouble.of(2);
  }

  @Override
  public double largestUsualLoss() {
    return Logits.LARGEST_USUAL;
  }

  @Override
  public DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    return new DiscriminatorLoss(
        meanHinge(real, -1, realGradient), meanHinge(fake, 1, fakeGradient));
  }

  @Override
  public double generator(float[] real, float[] fake, float[] fakeGradient) {
    return WassersteinLoss.mean(fake, -1, fakeGradient);
  }

  private static double meanHinge(float[] logits, int sign, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double margin = 1 + sign * (double) logits[i];
      sum += Math.max(0, margin);
      gradient[i] = margin > 0 ? (float) sign / logits.length : 0;
    }
    return sum / logits.length;
  }
}
