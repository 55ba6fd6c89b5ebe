package io.github.gan4j.loss;

/**
 * Binary cross-entropy with the generator's labels flipped (Goodfellow et al., 2014,
 * arXiv:1406.2661, section 3): D minimises softplus(−real) + softplus(fake), G minimises
 * softplus(−fake).
 */
final class NonSaturatingLoss implements AdversarialLoss {

  @Override
  public String name() {
    return "non-saturating";
  }

  @Override
  public DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    return new DiscriminatorLoss(
        meanSoftplus(real, -1, realGradient), meanSoftplus(fake, 1, fakeGradient));
  }

  @Override
  public double generator(float[] fake, float[] fakeGradient) {
    return meanSoftplus(fake, -1, fakeGradient);
  }

  /** The mean of softplus(sign · logit), whose derivative is sign · sigmoid(sign · logit). */
  private static double meanSoftplus(float[] logits, int sign, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double x = sign * logits[i];
      sum += Logits.softplus(x);
      gradient[i] = (float) (sign * Logits.probability(x) / logits.length);
    }
    return sum / logits.length;
  }
}
