package io.github.gan4j.loss;

import java.util.OptionalDouble;

/**
 * Binary cross-entropy, of which the generator maximises what the discriminator minimises
 * (Goodfellow et al., 2014, arXiv:1406.2661, eq. 1): D minimises softplus(−real) + softplus(fake),
 * G minimises −softplus(fake). Its gradient vanishes where the discriminator is sure, as it is
 * early on.
 */
record MinimaxLoss(CrossEntropy labels) implements AdversarialLoss {

  @Override
  public String name() {
    return "minimax";
  }

  @Override
  public boolean saturates() {
    return true;
  }

  @Override
  public boolean hasLabels() {
    return true;
  }

  @Override
  public boolean hasProbabilities() {
    return true;
  }

  @Override
  public OptionalDouble guessingLoss() {
    return OptionalDouble.of(CrossEntropy.GUESSING);
  }

  @Override
  public double largestUsualLoss() {
    return Logits.LARGEST_USUAL;
  }

  @Override
  public DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    return labels.discriminator(real, fake, realGradient, fakeGradient);
  }

  @Override
  public double generator(float[] real, float[] fake, float[] fakeGradient) {
    double loss = -CrossEntropy.mean(fake, 0, fakeGradient);
    for (int i = 0; i < fakeGradient.length; i++) {
      fakeGradient[i] = -fakeGradient[i];
    }
    return loss;
  }

  @Override
  public AdversarialLoss withLabels(double real, double fake) {
    return new MinimaxLoss(new CrossEntropy(real, fake));
  }
}
