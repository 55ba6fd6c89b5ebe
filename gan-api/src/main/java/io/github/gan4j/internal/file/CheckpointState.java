package io.github.gan4j.internal.file;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.training.History;
import io.github.gan4j.training.RollBack;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a run is between two steps. Random numbers need no state: they are a function of the
 * seed and the step. The arrays are shared, never written again after this is made.
 *
 * @param config what the run is made of
 * @param shape the images' shape
 * @param history the epochs that were done
 * @param progress where the run stands
 * @param generator the generator's values
 * @param discriminator the discriminator's values
 * @param listeners what the listeners must know again, by their keys
 */
public record CheckpointState(
    GanConfig config,
    ImageShape shape,
    History history,
    Progress progress,
    PlayerState generator,
    PlayerState discriminator,
    Map<String, byte[]> listeners) {

  /**
   * Where a run stands.
   *
   * @param step the steps done
   * @param images how many images the dataset has
   * @param epochSteps the steps done of the epoch that is not over
   * @param discriminator sum of its losses over those steps
   * @param generator sum of its losses
   * @param realProbability sum of the probabilities for real images
   * @param fakeProbability sum of the probabilities for generated images
   * @param epochSeconds the time those steps took
   * @param seconds the time of the whole run so far
   * @param rollBacks how it went back, the latest last
   */
  public record Progress(
      long step,
      int images,
      int epochSteps,
      double discriminator,
      double generator,
      double realProbability,
      double fakeProbability,
      double epochSeconds,
      double seconds,
      List<RollBack> rollBacks) {

    /** Copies the list. */
    public Progress {
      rollBacks = List.copyOf(rollBacks);
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
