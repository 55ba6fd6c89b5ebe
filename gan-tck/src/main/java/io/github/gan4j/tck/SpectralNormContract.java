package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FEW_ROUNDINGS;
import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weights are divided by their spectral norms, which follow them by one iteration an update, as
 * {@link io.github.gan4j.engine.SpectralNorm} says.
 */
public abstract class SpectralNormContract extends Contract {
  private static final NetworkSpec TWO_BY_TWO =
      new NetworkSpec(2, List.of(Layers.spectral(Layers.linear(2))));

  /** Makes a contract of one engine. */
  protected SpectralNormContract() {}

  static Stream<NetworkCase> critics() {
    return Cases.ROWS.stream().map(Cases::spectralCritic);
  }

  @BeforeEach
  final void skipIfTheEngineCannot() {
    assumeTraining();
    assumeLayers(Cases.spectralCritic(2).spec());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("critics")
  void trainingEqualsTheReference(NetworkCase sample) {
    Trial actual = new Trial(tested(), sample);
    Trial expected = new Trial(oracle(), sample);
    for (int step = 1; step <= Cases.STEPS; step++) {
      actual.train(step);
      expected.train(step);
    }
    TrainableNetwork network = actual.network();
    TrainableNetwork reference = expected.network();
    assertClose("outputs", actual.infer(1), expected.infer(1), FLOAT);
    assertClose(
        "parameters", network.parameters().toArray(), reference.parameters().toArray(), FLOAT);
    assertClose("buffers", network.buffers().toArray(), reference.buffers().toArray(), FLOAT);
    assertClose(
        "averaged buffers",
        network.averagedBuffers().toArray(),
        reference.averagedBuffers().toArray(),
        FLOAT);
  }

  /** Moving a value of a weight moves σ, while u and v stay. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#smallSpectral")
  void gradientsEqualCentralDifferences(NetworkCase sample) {
    CentralDifferences differences = new CentralDifferences(oracle(), sample);
    Trial trial = new Trial(tested(), sample);
    trial.forward(1);
    float[] inputGradient = trial.backward(1, WeightGradients.KEEP);
    assertClose("input gradient", inputGradient, differences.byInputs(), FLOAT);
    assertClose("weight gradient", trial.gradient(), differences.byParameters(), FLOAT);
  }

  @Test
  void theGradientsNormIsThatOfWhatIsRead() {
    Trial trial = new Trial(tested(), Cases.spectralCritic(7));
    trial.forward(1);
    trial.backward(1, WeightGradients.KEEP);
    double squares = 0;
    for (float value : trial.gradient()) {
      squares += (double) value * value;
    }
    assertThat(trial.network().gradientNorm())
        .isCloseTo(Math.sqrt(squares), withinPercentage(1e-4));
  }

  @Test
  void gradientsOfTwoPassesAddUp() {
    List<float[]> sums =
        Stream.of(tested(), oracle())
            .map(
                engine -> {
                  Trial one = new Trial(engine, Cases.spectralCritic(7));
                  Trial other =
                      new Trial(engine, Cases.spectralCritic(7).withRows(3), one.network());
                  one.forward(1);
                  other.forward(2);
                  one.backward(1, WeightGradients.KEEP);
                  other.backward(2, WeightGradients.KEEP);
                  return one.gradient();
                })
            .toList();
    assertClose("weight gradient", sums.get(0), sums.get(1), FLOAT);
  }

  /** With W = diag(3, 1) and u = (0.6, 0.8): v is along (1.8, 0.8), and u then along (5.4, 0.8). */
  @Test
  void everyUpdateIsFollowedByOneIteration() {
    TrainableNetwork network = twoByTwo();
    still(network, 1);
    double v = Math.hypot(1.8, 0.8);
    double u = Math.hypot(5.4, 0.8);
    assertClose(
        "u and v",
        network.buffers().toArray(),
        new double[] {5.4 / u, 0.8 / u, 1.8 / v, 0.8 / v},
        FEW_ROUNDINGS);
    // σ = |Wv| = |(5.4, 0.8)| / |(1.8, 0.8)|
    assertClose("outputs", outputs(network), new double[] {3 * v / u, 0, 0, v / u}, FEW_ROUNDINGS);
  }

  @Test
  void afterManyUpdatesTheNormIsTheLargestSingularValue() {
    TrainableNetwork network = twoByTwo();
    for (int step = 1; step <= 20; step++) {
      still(network, step);
    }
    assertClose("outputs", outputs(network), new double[] {1, 0, 0, 1.0 / 3}, FEW_ROUNDINGS);
  }

  @Test
  void passesLeaveTheVectors() {
    NetworkCase sample = Cases.spectralCritic(7);
    Trial trial = new Trial(tested(), sample);
    trial.forward(1);
    trial.backward(1, WeightGradients.SKIP);
    float[] first = trial.forward(1);
    trial.infer(1);
    assertThat(trial.network().buffers().toArray()).isEqualTo(sample.buffers());
    assertThat(trial.forward(1)).isEqualTo(first);
  }

  @Test
  void lengthsOfTheVectorsDoNotMatter() {
    NetworkCase sample = Cases.spectralCritic(7);
    Trial unit = new Trial(tested(), sample);
    Trial shorter = new Trial(tested(), sample);
    float[] vectors = sample.buffers();
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] *= 0.7f;
    }
    shorter.network().buffers().copyFrom(vectors);
    assertClose("generated", shorter.infer(1), unit.infer(1), FLOAT);
    assertClose("outputs", shorter.forward(1), unit.forward(1), FLOAT);
    shorter.backward(1, WeightGradients.KEEP);
    unit.backward(1, WeightGradients.KEEP);
    assertClose("weight gradient", shorter.gradient(), unit.gradient(), FLOAT);
  }

  @Test
  void writingVectorsEndsForwardPasses() {
    NetworkCase sample = Cases.spectralCritic(7);
    Trial trial = new Trial(tested(), sample);
    trial.forward(1);
    trial.network().buffers().copyFrom(sample.withSeed(2).buffers());
    assertThatThrownBy(() -> trial.backward(1, WeightGradients.KEEP))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRestoredNetworkGoesOnToTheSameBits() {
    NetworkCase sample = Cases.spectralCritic(7);
    Trial trial = new Trial(tested(), sample);
    trial.train(1);
    trial.train(2);
    Snapshot middle = new Snapshot(trial.network());
    List<float[]> uninterrupted = goOn(trial);
    middle.restore();
    assertThat(goOn(trial)).usingRecursiveComparison().isEqualTo(uninterrupted);
  }

  private static List<float[]> goOn(Trial trial) {
    float[] generated = trial.infer(1);
    trial.train(3);
    trial.train(4);
    TrainableNetwork network = trial.network();
    return List.of(
        generated,
        network.parameters().toArray(),
        network.buffers().toArray(),
        network.averagedBuffers().toArray(),
        trial.infer(1));
  }

  /** Decay takes the weight to 0, which is finite and cannot be divided by its norm. */
  @Test
  void anUpdateSaysThatAWeightHasNoNormAnyMore() {
    TrainableNetwork network =
        tested().trainable(TWO_BY_TWO, OptimizerConfig.adamW(1, 0.5, 0.9, 1), 0);
    fill(network);
    assertThat(still(network, 1)).isFalse();
  }

  /** Returns a network that no gradient of 0 changes. */
  private TrainableNetwork twoByTwo() {
    TrainableNetwork network = tested().trainable(TWO_BY_TWO, OptimizerConfig.sgd(1, 0), 0);
    fill(network);
    return network;
  }

  private static void fill(TrainableNetwork network) {
    network.parameters().copyFrom(new float[] {3, 0, 0, 1, 0, 0});
    network.buffers().copyFrom(new float[] {0.6f, 0.8f, 1, 0});
  }

  /** Updates by a gradient of 0. */
  private boolean still(TrainableNetwork network, int step) {
    Trial trial = new Trial(tested(), new NetworkCase(TWO_BY_TWO, 2, 1), network);
    trial.forward(step);
    trial.backward(new float[4]);
    return network.update(step, 1);
  }

  /** Returns what becomes of the two unit vectors. */
  private float[] outputs(TrainableNetwork network) {
    var out = tested().allocate(2, 2);
    try (var pass = network.inferencePass(2)) {
      pass.forward(Tensors.of(tested(), 2, 2, 1, 0, 0, 1), out);
    }
    return Tensors.toArray(out);
  }
}
