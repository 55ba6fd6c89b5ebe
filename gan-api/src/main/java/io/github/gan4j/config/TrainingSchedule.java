package io.github.gan4j.config;

import org.jspecify.annotations.Nullable;

/**
 * How long a run lasts, in batches of which size, and how learning rates change over it.
 *
 * @param batchSize how many real and as many generated images the discriminator sees an update; at
 *     least 1
 * @param generatorBatchSize how many images the generator trains on an update; at least 1. When it
 *     equals {@code batchSize} the generator trains on the very images that the discriminator just
 *     saw, otherwise on fresh ones
 * @param epochs how many epochs a run lasts; at least 1
 * @param stepsPerEpoch the length of an epoch in steps, at least 1; null for one pass over the data
 * @param rateSchedule how learning rates change over the run
 */
public record TrainingSchedule(
    int batchSize,
    int generatorBatchSize,
    int epochs,
    @Nullable Integer stepsPerEpoch,
    RateSchedule rateSchedule) {

  /** Refuses values outside of the ranges that the components name. */
  public TrainingSchedule {
    Checks.atLeast("batchSize", batchSize, 1);
    Checks.atLeast("generatorBatchSize", generatorBatchSize, 1);
    Checks.atLeast("epochs", epochs, 1);
    if (stepsPerEpoch != null) {
      Checks.atLeast("stepsPerEpoch", stepsPerEpoch, 1);
    }
    Checks.notNull("rateSchedule", rateSchedule);
  }

  /** Returns the same with other batches of both players, at least 1. */
  public TrainingSchedule withBatchSize(int batchSize) {
    return new TrainingSchedule(batchSize, batchSize, epochs, stepsPerEpoch, rateSchedule);
  }

  /** Returns the same with other batches of the generator alone, at least 1. */
  public TrainingSchedule withGeneratorBatchSize(int generatorBatchSize) {
    return new TrainingSchedule(batchSize, generatorBatchSize, epochs, stepsPerEpoch, rateSchedule);
  }

  /** Returns the same of so many epochs, at least 1. */
  public TrainingSchedule withEpochs(int epochs) {
    return new TrainingSchedule(batchSize, generatorBatchSize, epochs, stepsPerEpoch, rateSchedule);
  }

  /** Returns the same with epochs of so many steps, at least 1; null for one pass over the data. */
  public TrainingSchedule withStepsPerEpoch(@Nullable Integer stepsPerEpoch) {
    return new TrainingSchedule(batchSize, generatorBatchSize, epochs, stepsPerEpoch, rateSchedule);
  }

  /** Returns the same whose learning rates change in another way. */
  public TrainingSchedule withRateSchedule(RateSchedule rateSchedule) {
    return new TrainingSchedule(batchSize, generatorBatchSize, epochs, stepsPerEpoch, rateSchedule);
  }
}
