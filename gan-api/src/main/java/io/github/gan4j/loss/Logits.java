package io.github.gan4j.loss;

/** Functions of a logit that stay finite and exact at both ends. */
public final class Logits {
  /**
   * The largest mean logit of a run that goes well: one of 17 already is a probability that a float
   * cannot tell from 1, and the highest mean cross-entropy seen in a run that one player won
   * outright was 54.
   */
  static final double LARGEST_USUAL = 100;

  private Logits() {}

  /** Returns the probability of "real", {@code 1 / (1 + exp(-logit))}. */
  public static double probability(double logit) {
    // The branch keeps exp from overflowing.
    if (logit >= 0) {
      return 1 / (1 + Math.exp(-logit));
    }
    double e = Math.exp(logit);
    return e / (1 + e);
  }

  /** Returns {@code log(1 + exp(x))}. */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /**
   * Returns the cross-entropy of one class, {@code log(sum of exp(scores)) - score of the class}.
   *
   * @param scores holds one a class from {@code offset} on
   * @param shares receives the classes' probabilities; as long as there are classes
   */
  public static double crossEntropy(float[] scores, int offset, int label, double[] shares) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < shares.length; c++) {
      largest = Math.max(largest, scores[offset + c]);
    }
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      shares[c] = Math.exp(scores[offset + c] - largest);
      sum += shares[c];
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= sum;
    }
    return largest + Math.log(sum) - scores[offset + label];
  }

  /** Returns the mean probability of "real" over a batch. */
  public static double meanProbability(float[] logits) {
    double sum = 0;
    for (float logit : logits) {
      sum += probability(logit);
    }
    return sum / logits.length;
  }
}
