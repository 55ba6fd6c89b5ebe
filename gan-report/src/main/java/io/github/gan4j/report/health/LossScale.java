package io.github.gan4j.report.health;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.Labels;
import io.github.gan4j.loss.AdversarialLoss;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the losses of this library mean.
 *
 * <p>A discriminator that gives every image the same best score pays {@code guessing}; the more it
 * tells, the less it pays, down to 0. For a discriminator that is best against its generator, what
 * it saves, as a share of {@code guessing}, is a distance between the real and the generated
 * distribution that runs from 0, where they are one, to 1, where they never overlap:
 *
 * <ul>
 *   <li>non-saturating and minimax: the Jensen-Shannon divergence / ln 2 (Goodfellow et al., 2014,
 *       theorem 1);
 *   <li>hinge: the total variation, as 2 − loss = 2 − 2 ∫ min(p, q);
 *   <li>least squares with targets 0 and 1: half the triangular discrimination, as ¼ − loss = ¼ − ½
 *       ∫ pq / (p + q);
 *   <li>relativistic pairing: 0 and 1 are the same, and what is between them is a divergence
 *       without a name (Jolicoeur-Martineau, 2020, arXiv:1901.02474).
 * </ul>
 *
 * @param guessing the loss of a discriminator that cannot tell
 * @param probabilities whether the logistic function of its scores are probabilities: only
 *     cross-entropy makes them such
 */
record LossScale(double guessing, boolean probabilities) {

  /**
   * Returns the scale of a run's loss; empty where there is none that we know of: for one that says
   * nothing of itself, Wasserstein, which has no least value, and labels that are not true.
   */
  static Optional<LossScale> of(GanConfig config, AdversarialLoss loss) {
    OptionalDouble guessing = loss.guessingLoss();
    return guessing.isPresent() && config.objective().regularization().labels().equals(Labels.TRUE)
        ? Optional.of(new LossScale(guessing.getAsDouble(), loss.hasProbabilities()))
        : Optional.empty();
  }

  /**
   * Returns how far the discriminator tells real from generated: 0 for guessing, 1 for everything,
   * below 0 if it is worse than guessing.
   */
  double separation(double discriminatorLoss) {
    return 1 - discriminatorLoss / guessing;
  }
}
