package io.github.gan4j.loss;

import io.github.gan4j.loss.AdversarialLoss.DiscriminatorLoss;

/**
 * Binary cross-entropy of logits: label t costs t · softplus(−x) + (1 − t) · softplus(x) =
 * softplus(x) − t · x, whose derivative is sigmoid(x) − t.
 */
record CrossEntropy(double realLabel, double fakeLabel) {

  static final CrossEntropy TRUE_LABELS = new CrossEntropy(1, 0);

  /** The loss of a probability of one half for real and for generated images. */
  static final double GUESSING = 2 * Math.log(2);

  DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    return new DiscriminatorLoss(
        mean(real, realLabel, realGradient), mean(fake, fakeLabel, fakeGradient));
  }

  /** Returns the mean over logits whose labels are this. */
  static double mean(float[] logits, double label, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double x = logits[i];
      // Written so that 0 and 1 lose no digit at either end.
      sum += label * Logits.softplus(-x) + (1 - label) * Logits.softplus(x);
      gradient[i] =
          (float)
              (((1 - label) * Logits.probability(x) - label * Logits.probability(-x))
                  / logits.length);
    }
    return sum / logits.length;
  }
}
