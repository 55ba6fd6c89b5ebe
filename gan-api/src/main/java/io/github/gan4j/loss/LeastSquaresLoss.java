package io.github.gan4j.loss;

import java.util.OptionalDouble;

/**
 * Least squares (Mao et al., 2017, arXiv:1611.04076, eq. 9): D minimises ½(real − 1)² + ½ fake², G
 * minimises ½(fake − 1)².
 */
record LeastSquaresLoss(double realLabel, double fakeLabel) implements AdversarialLoss {

  @Override
  public String name() {
    return "least-squares";
  }

  @Override
  public boolean hasLabels() {
    return true;
  }

  @Override
  public OptionalDouble guessingLoss() {
    return OptionalDouble.of(0.25);
  }

  @Override
  public double largestUsualLoss() {
    return Logits.LARGEST_USUAL * Logits.LARGEST_USUAL / 2;
  }

  @Override
  public DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    return new DiscriminatorLoss(
        meanHalfSquare(real, realLabel, realGradient),
        meanHalfSquare(fake, fakeLabel, fakeGradient));
  }

  @Override
  public double generator(float[] real, float[] fake, float[] fakeGradient) {
    return meanHalfSquare(fake, 1, fakeGradient);
  }

  @Override
  public AdversarialLoss withLabels(double real, double fake) {
    return new LeastSquaresLoss(real, fake);
  }

  private static double meanHalfSquare(float[] logits, double target, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double error = logits[i] - target;
      sum += error * error / 2;
      gradient[i] = (float) (error / logits.length);
    }
    return sum / logits.length;
  }
}
