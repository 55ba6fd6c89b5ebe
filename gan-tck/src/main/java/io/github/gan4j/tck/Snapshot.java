package io.github.gan4j.tck;

import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.TrainableNetwork;
import java.util.List;

/** All that a network held between two steps. */
final class Snapshot {
  private final List<FlatVector> vectors;
  private final List<float[]> values;

  Snapshot(TrainableNetwork network) {
    // Averages follow the parameters and buffers that are written before them.
    vectors =
        List.of(
            network.parameters(),
            network.buffers(),
            network.averagedParameters(),
            network.averagedBuffers(),
            network.optimizerState());
    values = vectors.stream().map(FlatVector::toArray).toList();
  }

  void restore() {
    for (int i = 0; i < vectors.size(); i++) {
      vectors.get(i).copyFrom(values.get(i));
    }
  }
}
