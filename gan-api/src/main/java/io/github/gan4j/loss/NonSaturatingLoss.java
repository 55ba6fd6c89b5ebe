package io.github.gan4j.loss;

import java.util.OptionalDouble;

/**
 * Binary cross-entropy with the generator's labels flipped (Goodfellow et al., 2014,
 * arXiv:1406.2661, section 3): D minimises softplus(−real) + softplus(fake), G minimises
 * softplus(−fake).
 */
record NonSaturatingLoss(CrossEntropy labels) implements AdversarialLoss {

  @Override
  public String name() {
    return "non-saturating";
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
    return CrossEntropy.mean(fake, 1, fakeGradient);
  }

  @Override
  public AdversarialLoss withLabels(double real, double fake) {
    return new NonSaturatingLoss(new CrossEntropy(real, fake));
  }
}
