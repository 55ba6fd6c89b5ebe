package io.github.gan4j.report.health;

/**
 * The kinds of findings about a run, such as divergence and mode collapse, the most serious first.
 */
public enum Health {
  /** Losses or scores are out of all proportion: nothing is learnt any more. */
  DIVERGED,
  /** The generated images resemble each other more than real ones do: mode collapse. */
  DIVERSITY_FALLING,
  /** The players overtake each other in turns instead of settling. */
  OSCILLATING,
  /** The discriminator tells almost everything. */
  DISCRIMINATOR_WINNING,
  /** The discriminator is fooled. */
  GENERATOR_WINNING,
  /** Both players learn. */
  BALANCED,
  /** Nothing is wrong in what is known, which is not enough to speak of balance. */
  NOTHING_FOUND,
  /** There are too few steps to judge. */
  TOO_EARLY
}
