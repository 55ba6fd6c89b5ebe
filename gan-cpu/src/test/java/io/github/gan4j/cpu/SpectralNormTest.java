package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.SpectralNorm;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.tck.NetworkValues;
import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.vector.VectorApi;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectral norms of weights that are large enough for a team. */
class SpectralNormTest {
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aTeamTrainsAsTheReferenceDoes(int threads) {
    float[] expected;
    try (GanEngine engine = new ReferenceEngine()) {
      expected = train(engine);
    }
    try (GanEngine engine = new CpuEngine(threads)) {
      assertThat(train(engine)).containsExactly(expected, within(1e-5f));
    }
  }

  @Test
  void theVectorApiGivesTheSameBitsWithAnyNumberOfThreads() {
    assumeThat(VectorApi.isAvailable()).isTrue();
    float[] alone = train(new CpuEngine(1, Kernels.VECTOR));
    assertThat(train(new CpuEngine(2, Kernels.VECTOR))).isEqualTo(alone);
    assertThat(train(new CpuEngine(5, Kernels.VECTOR))).isEqualTo(alone);
  }

  @Test
  void bfloat16FindsNearlyTheSameNorms() {
    assumeThat(Loader.getPlatform()).as("oneMKL comes for").endsWith("x86_64");
    float[] rounded = train(new CpuEngine(2, Kernels.BFLOAT16));
    float[] single = train(new CpuEngine(2, Kernels.OPENBLAS));
    double error = 0;
    double size = 0;
    for (int i = 0; i < single.length; i++) {
      error += Math.pow(rounded[i] - single[i], 2);
      size += Math.pow(single[i], 2);
    }
    assertThat(Math.sqrt(error / size)).isLessThan(0.01).isPositive();
  }

  /** Returns parameters, buffers and outputs after three updates, and closes the engine. */
  private static float[] train(GanEngine engine) {
    try (engine;
        TrainableNetwork network = engine.trainable(SPEC, OptimizerConfig.sgd(0.1, 0), 0)) {
      network.parameters().copyFrom(VALUES.parameters());
      network.buffers().copyFrom(VECTORS);
      Tensor in = engine.allocate(ROWS, 300);
      in.copyFrom(VALUES.inputs(), 0);
      Tensor out = engine.allocate(ROWS, 70);
      Tensor outGradient = engine.allocate(ROWS, 70);
      outGradient.copyFrom(VALUES.outGradient(), 0);
      TrainingPass pass = network.trainingPass(ROWS);
      for (int step = 1; step <= 3; step++) {
        pass.forward(in, out, 0);
        pass.backward(outGradient, null, WeightGradients.KEEP);
        assertThat(network.update(step, 1, 0.01)).isTrue();
      }
      float[] parameters = network.parameters().toArray();
      float[] buffers = network.buffers().toArray();
      float[] outputs = infer(engine, network);
      float[] all = new float[parameters.length + buffers.length + outputs.length];
      System.arraycopy(parameters, 0, all, 0, parameters.length);
      System.arraycopy(buffers, 0, all, parameters.length, buffers.length);
      System.arraycopy(outputs, 0, all, parameters.length + buffers.length, outputs.length);
      return all;
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
