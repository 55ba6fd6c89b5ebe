package io.github.gan4j.config;

import io.github.gan4j.loss.AdversarialLoss;

/** What a loss asks of the rest of a configuration. */
public final class Combinations {
  private Combinations() {}

  /**
   * Checks that a run can go well with a loss.
   *
   * @throws IllegalArgumentException if it cannot; the message says why and what helps
   */
  public static void check(
      AdversarialLoss loss,
      NetworkConfig discriminator,
      Regularization regularization,
      int batchSize,
      int generatorBatchSize) {
    if (loss.unbounded() && !regularization.bounds() && !discriminator.spectralNorm()) {
      throw new IllegalArgumentException(
          "loss "
              + loss.name()
              + " needs a bound on the discriminator's slope, without which it has no minimum: add"
              + " penalty(GradientPenalty.wganGp()), clipWeights(0.01) or"
              + " discriminator(d -> d.spectralNorm())");
    }
    if (loss.pairs() && batchSize != generatorBatchSize) {
      throw new IllegalArgumentException(
          "loss %s pairs generated with real images: generatorBatchSize must be batchSize, %d, was %d"
              .formatted(loss.name(), batchSize, generatorBatchSize));
    }
    Labels labels = regularization.labels();
    if (labels.smoothed()) {
      AdversarialLoss unused = loss.withLabels(labels.real(), labels.fake());
    }
  }
}
