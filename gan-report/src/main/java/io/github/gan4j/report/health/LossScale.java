package io.github.gan4j.report.health;

import java.util.Optional;

/**
 * What the losses of this library mean.
 *
 * <p>A discriminator that gives every image the same best score pays {@code guessing}; the more it
 * tells, the less it pays, down to 0. For a discriminator that is best against its generator, what
 * it saves, as a share of {@code guessing}, is a distance between the real and the generated
 * distribution that runs from 0, where they are one, to 1, where they never overlap:
 *
 * <ul>
 *   <li>non-saturating: the Jensen-Shannon divergence / ln 2 (Goodfellow et al., 2014, theorem 1);
 *   <li>hinge: the total variation, as 2 − loss = 2 − 2 ∫ min(p, q);
 *   <li>least squares with targets 0 and 1: half the triangular discrimination, as ¼ − loss = ¼ − ½
 *       ∫ pq / (p + q).
 * </ul>
 *
 * @param guessing the loss of a discriminator that cannot tell
 * @param probabilities whether the logistic function of its scores are probabilities: only
 *     cross-entropy makes them such
 */
record LossScale(double guessing, boolean probabilities) {

  /** Returns the scale of a loss of this library; empty for any other, of which we know nothing. */
  static Optional<LossScale> of(String lossName) {
    return switch (lossName) {
      case "non-saturating" -> Optional.of(new LossScale(2 * Math.log(2), true));
      case "hinge" -> Optional.of(new LossScale(2, false));
      case "least-squares" -> Optional.of(new LossScale(0.25, false));
      default -> Optional.empty();
    };
  }

  /**
   * Returns how far the discriminator tells real from generated: 0 for guessing, 1 for everything,
   * below 0 if it is worse than guessing.
   */
  double separation(double discriminatorLoss) {
    return 1 - discriminatorLoss / guessing;
  }
}
