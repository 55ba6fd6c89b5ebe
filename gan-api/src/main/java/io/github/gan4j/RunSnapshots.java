package io.github.gan4j;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.internal.file.CheckpointState;
import io.github.gan4j.internal.file.ModelState;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.internal.loop.TrainingLoop;
import io.github.gan4j.internal.loop.TrainingState;
import io.github.gan4j.model.TrainedNetwork;
import java.util.Map;

/**
 * Takes copies of what a run has come to.
 *
 * @param numerics what {@code GanEngine.numerics()} says
 */
record RunSnapshots(
    GanConfig config,
    DatasetFingerprint fingerprint,
    String numerics,
    TrainingState trainingState,
    TrainingLoop loop) {

  /** Returns what a model file holds. */
  ModelState model() {
    return new ModelState(
        config,
        fingerprint,
        trainingState.history(),
        averaged(loop.generator()),
        averaged(loop.discriminator()));
  }

  /** Returns what a checkpoint holds. */
  CheckpointState checkpoint(Map<String, byte[]> listenerStates) {
    return new CheckpointState(
        config,
        fingerprint,
        numerics,
        trainingState.history(),
        trainingState.progress(),
        loop.generatorState(),
        loop.discriminatorState(),
        listenerStates);
  }

  /** Returns the generator without its average. */
  TrainedNetwork generator() {
    TrainableNetwork network = loop.generator();
    return new TrainedNetwork(
        network.spec(), network.parameters().toArray(), network.buffers().toArray());
  }

  private static NetworkState averaged(TrainableNetwork network) {
    return new NetworkState(
        network.averagedParameters().toArray(), network.averagedBuffers().toArray());
  }
}
