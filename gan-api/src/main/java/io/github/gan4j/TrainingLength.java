package io.github.gan4j;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;

/** How long a run is. */
record TrainingLength(int stepsPerEpoch, long totalSteps) {

  /** Returns what a configuration makes of a dataset: an epoch is one pass unless it says else. */
  static TrainingLength of(GanConfig config, Dataset dataset, long maxSteps) {
    Integer given = config.schedule().stepsPerEpoch();
    int stepsPerEpoch = given != null ? given : stepsOfOnePass(config, dataset);
    return new TrainingLength(
        stepsPerEpoch, Math.min(maxSteps, (long) stepsPerEpoch * config.schedule().epochs()));
  }

  private static int stepsOfOnePass(GanConfig config, Dataset dataset) {
    long images = (long) config.schedule().batchSize() * config.discriminator().updatesPerStep();
    return (int) Math.max(1, dataset.size() / images);
  }
}
