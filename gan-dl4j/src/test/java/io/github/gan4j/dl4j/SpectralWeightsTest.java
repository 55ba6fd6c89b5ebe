package io.github.gan4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.cpu.CpuEngine;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.SpectralNorm;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.model.TrainedNetwork;
import io.github.gan4j.tck.NetworkValues;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Weights with spectral normalisation are converted divided by their norm. */
class SpectralWeightsTest {
  private static final int ROWS = 16;
  private static final NetworkSpec SPEC =
      new NetworkSpec(
          300,
          List.of(
              new LayerSpec(530, null, Activation.leakyRelu(0.2), 0, true),
              new LayerSpec(70, null, Activation.linear(), 0, true)));
  private static final NetworkValues VALUES = NetworkValues.random(SPEC, ROWS, 1);
  private static final float[] VECTORS = vectors();

  /** Returns singular vectors near those of the weights: far from them, σ may be near 0. */
  private static float[] vectors() {
    float[] vectors = VALUES.buffers();
    for (int i = 0; i < 5; i++) {
      SpectralNorm.iterate(VALUES.parameters(), 0, 530, 300, vectors, 0);
      SpectralNorm.iterate(VALUES.parameters(), 530 * 301, 70, 530, vectors, 530 + 300);
    }
    return vectors;
  }

  @Test
  void dl4jIsGivenWeightsThatAreDivided() {
    MultiLayerNetwork dl4j =
        Dl4jModels.toMultiLayerNetwork(new TrainedNetwork(SPEC, VALUES.parameters(), VECTORS));
    float[] expected =
        dl4j.output(Nd4j.createFromArray(VALUES.inputs()).reshape(ROWS, 300), false)
            .dup('c')
            .data()
            .asFloat();
    try (GanEngine engine = new CpuEngine(2);
        TrainableNetwork network = engine.trainable(SPEC, OptimizerConfig.sgd(0.1, 0), 0)) {
      network.parameters().copyFrom(VALUES.parameters());
      network.buffers().copyFrom(VECTORS);
      float[] outputs = infer(engine, network);
      for (int i = 0; i < outputs.length; i += 97) {
        assertThat(outputs[i]).isCloseTo(expected[i], withinPercentage(0.1));
      }
    }
  }

  private static float[] infer(GanEngine engine, TrainableNetwork network) {
    Tensor in = engine.allocate(ROWS, 300);
    in.copyFrom(VALUES.inputs(), 0);
    Tensor out = engine.allocate(ROWS, 70);
    network.inferencePass(ROWS).forward(in, out);
    float[] values = new float[ROWS * 70];
    out.copyTo(values, 0);
    return values;
  }
}
