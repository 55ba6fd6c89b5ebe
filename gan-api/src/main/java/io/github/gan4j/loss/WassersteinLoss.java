package io.github.gan4j.loss;

import java.util.Arrays;

/**
 * Wasserstein (Arjovsky et al., 2017, arXiv:1701.07875): D, then called a critic, minimises fake −
 * real, G minimises −fake. Of a critic whose slope is at most 1, −(fake − real) is at best the
 * earth mover's distance between real and generated images.
 */
record WassersteinLoss() implements AdversarialLoss {

  @Override
  public String name() {
    return "wasserstein";
  }

  @Override
  public DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    return new DiscriminatorLoss(mean(real, -1, realGradient), mean(fake, 1, fakeGradient));
  }

  @Override
  public double generator(float[] real, float[] fake, float[] fakeGradient) {
    return mean(fake, -1, fakeGradient);
  }

  @Override
  public boolean unbounded() {
    return true;
  }

  /** Returns the mean of sign · logit. */
  static double mean(float[] logits, int sign, float[] gradient) {
    double sum = 0;
    for (float logit : logits) {
      sum += sign * (double) logit;
    }
    Arrays.fill(gradient, (float) sign / logits.length);
    return sum / logits.length;
  }
}
