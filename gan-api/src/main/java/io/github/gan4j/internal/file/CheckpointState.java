package io.github.gan4j.internal.file;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.History;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RollBack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a run is between two steps. Random numbers need no state: they are a function of the
 * seed and the step. The arrays are shared, never written again after this is made.
 *
 * @param config what the run is made of
 * @param dataset what it trains on
 * @param numerics those of the engine, see {@link io.github.gan4j.engine.GanEngine#numerics()};
 *     null if the file is of a time when they were not recorded
 * @param history the epochs that were done
 * @param progress where the run stands
 * @param generator the generator's values
 * @param discriminator the discriminator's values
 * @param listeners what the listeners must know again, by their keys
 */
public record CheckpointState(
    GanConfig config,
    DatasetFingerprint dataset,
    @Nullable String numerics,
    History history,
    Progress progress,
    PlayerState generator,
    PlayerState discriminator,
    Map<String, byte[]> listeners) {

  /** Returns the images' shape. */
  public ImageShape shape() {
    return dataset.shape();
  }

  /**
   * Returns the trained GAN that the run is at this point: its generator is the running average.
   */
  public ModelState model() {
    NetworkState average = generator.average();
    return new ModelState(
        config,
        dataset,
        history,
        average == null ? generator.values() : average,
        discriminator.values());
  }

  /**
   * Where a run stands.
   *
   * @param step the steps done
   * @param epochSums what was added up of the epoch that is not over
   * @param epochSeconds the time those steps took
   * @param seconds the time of the whole run so far
   * @param rollBacks how it went back, the latest last
   */
  public record Progress(
      long step,
      EpochSums epochSums,
      double epochSeconds,
      double seconds,
      List<RollBack> rollBacks) {

    /** Copies the list. */
    public Progress {
      Objects.requireNonNull(epochSums, "epochSums");
      rollBacks = List.copyOf(Objects.requireNonNull(rollBacks, "rollBacks"));
    }
  }

  /**
   * What is added up over the steps of an epoch; the components are those of {@code LossEvent}.
   *
   * @param steps how many were added up
   * @param penaltySteps in how many of them a penalty was due
   */
  public record EpochSums(
      int steps,
      double discriminator,
      double generator,
      double realProbability,
      double fakeProbability,
      double penalty,
      int penaltySteps,
      double discriminatorClassLoss,
      double generatorClassLoss) {
    /** Of no step. */
    public static final EpochSums NONE = new EpochSums(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Returns these and another step's. */
    public EpochSums plus(LossEvent step) {
      return new EpochSums(
          steps + 1,
          discriminator + step.discriminator(),
          generator + step.generator(),
          realProbability + step.realProbability(),
          fakeProbability + step.fakeProbability(),
          penalty + step.penalty(),
          penaltySteps + (step.penalty() == 0 ? 0 : 1),
          discriminatorClassLoss + step.discriminatorClassLoss(),
          generatorClassLoss + step.generatorClassLoss());
    }

    /** Returns the means, for an epoch that ends with this step. */
    public EpochSummary means(LossEvent last) {
      return new EpochSummary(
          last.epoch(),
          last.step(),
          discriminator / steps,
          generator / steps,
          realProbability / steps,
          fakeProbability / steps,
          penaltySteps == 0 ? 0 : penalty / penaltySteps,
          discriminatorClassLoss / steps,
          generatorClassLoss / steps,
          last.discriminatorRate(),
          last.generatorRate());
    }
  }

  /**
   * A network that trains.
   *
   * @param values what it is now
   * @param average the running average; null if none is kept
   * @param moments the optimiser's first vector, then its second, each in the parameters' order
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier between file and network, never compared.
  public record PlayerState(NetworkState values, @Nullable NetworkState average, float[] moments) {}
}
