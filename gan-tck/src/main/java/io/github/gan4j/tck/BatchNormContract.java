package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FEW_ROUNDINGS;
import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Batch normalisation does what PyTorch's {@code BatchNorm1d} does: it normalises with the biased
 * variance and records the unbiased one.
 */
public abstract class BatchNormContract extends Contract {
  /** A layer that hands one value a row to the normalisation, momentum 0.1 and epsilon 0.5. */
  private static final NetworkSpec ONE_COLUMN =
      new NetworkSpec(
          1, List.of(new LayerSpec(1, new BatchNorm(0.1, 0.5), Activation.linear(), 0)));

  private static final float[] BATCH = {1, 2, 3, 6};

  /** Makes a contract of one engine. */
  protected BatchNormContract() {}

  @BeforeEach
  final void skipIfTheEngineHasNone() {
    assumeTraining();
    assumeLayers(ONE_COLUMN);
  }

  /** The numbers are PyTorch 2.13's, in double precision. */
  @Test
  void outputsGradientsAndStatisticsAreThoseOfPyTorch() {
    TrainableNetwork network = oneColumn();
    Tensor in = Tensors.of(tested(), 4, 1, BATCH);
    Tensor out = tested().allocate(4, 1);
    Tensor inGradient = tested().allocate(4, 1);
    TrainingPass pass = network.trainingPass(4);
    pass.forward(in, out, 0);
    assertClose("outputs", Tensors.toArray(out), new float[] {-3, -2, -1, 2}, FEW_ROUNDINGS);
    assertClose(
        "statistics",
        network.buffers().toArray(),
        new double[] {0.75, 2.2666666666666666},
        FEW_ROUNDINGS);
    pass.backward(Tensors.of(tested(), 4, 1, 1, 0, -2, 4), inGradient, WeightGradients.KEEP);
    assertClose(
        "input gradient",
        Tensors.toArray(inGradient),
        new float[] {1.5f, -0.125f, -2.75f, 1.375f},
        FEW_ROUNDINGS);
    float[] gradient = new float[3];
    network.readGradient(gradient);
    // The weight's is the sum of its inputs times the gradients that reach them.
    assertClose(
        "weight, scale and shift gradient", gradient, new float[] {1.25f, 5, 3}, FEW_ROUNDINGS);
    try (Pass inference = network.inferencePass(4)) {
      inference.forward(in, out);
    }
    assertClose(
        "generated",
        Tensors.toArray(out),
        new double[] {
          -0.699398193978924, 0.5030090301053796, 1.7054162541896831, 5.312637926442594
        },
        FEW_ROUNDINGS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void runningStatisticsEqualTheReference(NetworkCase sample) {
    assumeLayers(sample.spec());
    assertClose("buffers", record(tested(), sample), record(oracle(), sample), FLOAT);
  }

  @Test
  void everyForwardPassRecordsAndNoBackwardPassDoes() {
    TrainableNetwork network = oneColumn();
    Tensor in = Tensors.of(tested(), 4, 1, BATCH);
    Tensor out = tested().allocate(4, 1);
    TrainingPass pass = network.trainingPass(4);
    pass.forward(in, out, 0);
    pass.forward(in, out, 0);
    float[] twice = network.buffers().toArray();
    assertClose(
        "statistics",
        twice,
        new double[] {0.9 * 0.75 + 0.1 * 3, 0.9 * 2.2666666666666666 + 0.1 * 14 / 3},
        FEW_ROUNDINGS);
    pass.backward(out, in, WeightGradients.KEEP);
    network.update(1, 1);
    assertThat(network.buffers().toArray()).isEqualTo(twice);
  }

  @Test
  void gradientsDoNotUseTheRunningStatistics() {
    NetworkCase sample = Cases.mixed();
    assumeLayers(sample.spec());
    Trial one = new Trial(tested(), sample);
    Trial other = new Trial(tested(), sample);
    other.network().buffers().copyFrom(sample.withSeed(2).buffers());
    assertThat(one.forward(1)).isEqualTo(other.forward(1));
    assertThat(one.backward(1, WeightGradients.KEEP))
        .isEqualTo(other.backward(1, WeightGradients.KEEP));
  }

  /** The mean of the squares less the square of the mean has no correct digit left here. */
  @Test
  void aMeanFarFromZeroLeavesTheVarianceRight() {
    TrainableNetwork network = oneColumn();
    Tensor in = Tensors.of(tested(), 4, 1, 10_001, 10_002, 10_003, 10_006);
    Tensor out = tested().allocate(4, 1);
    network.trainingPass(4).forward(in, out, 0);
    assertClose("outputs", Tensors.toArray(out), new float[] {-3, -2, -1, 2}, 1e-2);
  }

  @Test
  void oneRowHasNoStatistics() {
    TrainableNetwork network = oneColumn();
    assertThatThrownBy(() -> network.trainingPass(1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Returns a network that passes values on and normalises them by scale 2 and shift -1. */
  private TrainableNetwork oneColumn() {
    TrainableNetwork network = tested().trainable(ONE_COLUMN, Trial.SMOOTH_ADAM, 0);
    network.parameters().copyFrom(new float[] {1, 2, -1});
    network.buffers().copyFrom(new float[] {0.5f, 2});
    return network;
  }

  private static float[] record(GanEngine engine, NetworkCase sample) {
    Trial trial = new Trial(engine, sample);
    for (int step = 1; step <= Cases.STEPS; step++) {
      trial.forward(step);
    }
    return trial.network().buffers().toArray();
  }
}
