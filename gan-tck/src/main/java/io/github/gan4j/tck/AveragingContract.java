package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FEW_ROUNDINGS;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.TrainableNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After every update the running average is the update's decay times itself plus the rest times the
 * values, parameters and buffers alike. The first updates decay faster. It starts from the values
 * that are written to the network.
 */
public abstract class AveragingContract extends Contract {
  private final NetworkCase sample = Cases.mixed();

  /** Makes a contract of one engine. */
  protected AveragingContract() {}

  @BeforeEach
  final void skipIfTheEngineDoesNotTrain() {
    assumeTraining();
    assumeLayers(sample.spec());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9, 0.999})
  void everyUpdateMovesTheAverage(double decay) {
    TrainableNetwork network = filled(decay);
    Trial trial = new Trial(tested(), sample, network);
    double[] parameters = doubles(network.parameters());
    double[] buffers = doubles(network.buffers());
    for (int step = 1; step <= Cases.STEPS; step++) {
      trial.train(step);
      move(parameters, decayOf(step, decay), network.parameters());
      move(buffers, decayOf(step, decay), network.buffers());
      assertClose("parameters", network.averagedParameters().toArray(), parameters, FEW_ROUNDINGS);
      assertClose("buffers", network.averagedBuffers().toArray(), buffers, FEW_ROUNDINGS);
    }
  }

  @Test
  void withoutDecayTheAverageIsTheValues() {
    TrainableNetwork network = filled(0);
    new Trial(tested(), sample, network).train(1);
    assertThat(network.averagedParameters().toArray()).isEqualTo(network.parameters().toArray());
    assertThat(network.averagedBuffers().toArray()).isEqualTo(network.buffers().toArray());
  }

  @Test
  void theAverageStartsFromTheValuesWritten() {
    TrainableNetwork network = filled(0.9);
    new Trial(tested(), sample, network).train(1);
    sample.withSeed(2).fill(network);
    assertThat(network.averagedParameters().toArray()).isEqualTo(sample.withSeed(2).parameters());
    assertThat(network.averagedBuffers().toArray()).isEqualTo(sample.withSeed(2).buffers());
  }

  @Test
  void writingTheAverageLeavesTheValues() {
    TrainableNetwork network = filled(0.9);
    network.averagedParameters().copyFrom(sample.withSeed(2).parameters());
    network.averagedBuffers().copyFrom(sample.withSeed(2).buffers());
    assertThat(network.parameters().toArray()).isEqualTo(sample.parameters());
    assertThat(network.buffers().toArray()).isEqualTo(sample.buffers());
    assertThat(network.averagedParameters().toArray()).isEqualTo(sample.withSeed(2).parameters());
    assertThat(network.averagedBuffers().toArray()).isEqualTo(sample.withSeed(2).buffers());
  }

  @Test
  void trainingGoesOnFromTheValuesAndNotTheAverage() {
    TrainableNetwork averaging = filled(0.9);
    TrainableNetwork plain = filled(0);
    Trial one = new Trial(tested(), sample, averaging);
    Trial other = new Trial(tested(), sample, plain);
    for (int step = 1; step <= Cases.STEPS; step++) {
      one.train(step);
      other.train(step);
    }
    assertThat(averaging.parameters().toArray()).isEqualTo(plain.parameters().toArray());
    assertThat(one.infer(1)).isEqualTo(other.infer(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void decaysOutOfRangeAreRefused(double decay) {
    assertThatThrownBy(() -> tested().trainable(sample.spec(), Trial.SMOOTH_ADAM, decay))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private TrainableNetwork filled(double decay) {
    TrainableNetwork network = tested().trainable(sample.spec(), Trial.SMOOTH_ADAM, decay);
    sample.fill(network);
    return network;
  }

  private static double decayOf(int step, double decay) {
    return Math.min(decay, (1.0 + step) / (10.0 + step));
  }

  private static void move(double[] average, double decay, FlatVector values) {
    double[] current = doubles(values);
    for (int i = 0; i < average.length; i++) {
      average[i] = decay * average[i] + (1 - decay) * current[i];
    }
  }

  private static double[] doubles(FlatVector vector) {
    float[] values = vector.toArray();
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
