package io.github.gan4j;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.TrainingSchedule;
import io.github.gan4j.config.Validation;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.internal.checkpoint.HeapNeeds;
import io.github.gan4j.internal.checkpoint.HeapNeeds.Heap;
import io.github.gan4j.internal.checkpoint.Resumption;
import io.github.gan4j.internal.data.DataChecks;
import io.github.gan4j.internal.data.DataSurvey;
import io.github.gan4j.internal.engine.EngineLease;
import io.github.gan4j.internal.engine.EngineNeeds;
import io.github.gan4j.internal.engine.Engines;
import io.github.gan4j.internal.log.Warnings;
import io.github.gan4j.loss.AdversarialLoss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a run against its data and its engine, and makes its trainer. */
final class RunSetup {
  private final Validation validation;
  private final GanConfig config;
  private final AdversarialLoss loss;
  private final Dataset data;

  /**
   * Makes one.
   *
   * @throws IllegalArgumentException if the configuration breaks a rule
   */
  RunSetup(Validation validation, AdversarialLoss loss, Dataset data) {
    this.validation = validation;
    config = validation.valid();
    this.loss = loss;
    this.data = data;
  }

  /**
   * Makes the trainer.
   *
   * @param engine the user's engine; null for one of its own
   */
  Trainer start(RunOptions options, @Nullable GanEngine engine) {
    requireFittingData();
    requireBatchesOnTheHeap();
    if (options.rollBacks() != null && options.checkpoints() == null) {
      throw new IllegalArgumentException(
          "rollBacks needs checkpoints(...): there must be a state to go back to");
    }
    DataSurvey survey = DataSurvey.of(data);
    Resumption resumption = options.resumption();
    if (resumption != null) {
      resumption.check(config, survey.fingerprint());
    }
    List<String> dataWarnings = DataChecks.check(config, data, survey);
    EngineLease lease =
        engine == null ? EngineLease.owned(Engines.create()) : EngineLease.borrowed(engine);
    try {
      EngineNeeds.check(lease.engine(), config);
      validation.warnings(options.wording()).forEach(RunSetup::warn);
      dataWarnings.forEach(RunSetup::warn);
      return trainer(survey, options, lease);
    } catch (Throwable e) { // A dataset in another language may throw a checked one.
      lease.close();
      throw e;
    }
  }

  private Trainer trainer(DataSurvey survey, RunOptions options, EngineLease lease) {
    HeapNeeds needs = HeapNeeds.of(config, data.shape());
    needs.checkModel(Heap.now(needs.model()));
    RunTrainer trainer;
    try {
      trainer = new RunTrainer(config, data, survey.fingerprint(), loss, options, lease);
    } catch (OutOfMemoryError e) {
      throw needs.refusal(Heap.now(needs.model()), e);
    }
    if (options.checkpoints() != null) {
      needs.warning(Heap.now(needs.checkpoint())).ifPresent(RunSetup::warn);
    }
    return trainer;
  }

  private void requireFittingData() {
    if (config.schedule().batchSize() > data.size()) {
      throw new IllegalArgumentException(
          "batchSize must be at most %s, the size of dataset %s, was %s"
              .formatted(data.size(), data.name(), config.schedule().batchSize()));
    }
    Conditioning classes = config.objective().conditioning();
    if (classes != null && classes.classes() != data.classes()) {
      throw new IllegalArgumentException(
          "dataset %s must have labels of %s classes, as conditioning has, has %s"
              .formatted(data.name(), classes.classes(), data.classes()));
    }
  }

  /** A batch visits the heap as one array on its way to the engine. */
  private void requireBatchesOnTheHeap() {
    TrainingSchedule schedule = config.schedule();
    long rows = Math.max(2L * schedule.batchSize(), schedule.generatorBatchSize());
    long width = Math.max(config.latent().dim(), data.shape().size());
    if (rows > Integer.MAX_VALUE / width) {
      throw new IllegalArgumentException(
          "a batch must have at most 2147483647 values, would have %s rows of %s"
              .formatted(rows, width));
    }
  }

  private static void warn(String warning) {
    Warnings.warn(GanBuilder.class, warning);
  }
}
