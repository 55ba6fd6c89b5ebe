package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FEW_ROUNDINGS;
import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.AdamConfig;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An update is Adam's, as PyTorch computes it. */
public abstract class UpdateContract extends Contract {
  private static final NetworkSpec ONE_WEIGHT = new NetworkSpec(1, List.of(Layers.linear(1)));

  /** Makes a contract of one engine. */
  protected UpdateContract() {}

  @BeforeEach
  final void skipIfTheEngineDoesNotTrain() {
    assumeTraining();
  }

  /**
   * A weight and a bias of 1, whose gradients are 0.5, then -0.25, then 1. The numbers are those of
   * PyTorch 2.13's {@code torch.optim.Adam} in double precision.
   */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.9, 0.999, 1e-8, 0.900000002, 0.8733662987078463, 0.8075551396770898",
    "0.05, 0.5, 0.9, 1e-2, 0.9509803921568627, 0.9509803921568627, 0.9096641500931215",
    "2e-4, 0, 0.9, 1e-8, 0.999800000004, 0.9999285369180791, 0.999635079634621"
  })
  void updatesAreThoseOfPyTorch(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      double first,
      double second,
      double third) {
    TrainableNetwork network = oneWeight(new AdamConfig(learningRate, beta1, beta2, epsilon));
    update(network, 1, 0.5f);
    assertValue(network, first);
    update(network, 2, -0.25f);
    assertValue(network, second);
    update(network, 3, 1);
    assertValue(network, third);
  }

  @Test
  void epsilonStandsBesideTheCorrectedRoot() {
    TrainableNetwork network = oneWeight(AdamConfig.of(0.1, 0.9, 0.999));
    update(network, 1, 1e-8f);
    assertValue(network, 0.95);
    update(network, 2, 2e-8f);
    assertValue(network, 0.8908720105358283);
  }

  @Test
  void theOptimiserStateIsTheFirstMomentsThenTheSecond() {
    TrainableNetwork network = oneWeight(AdamConfig.of(0.1, 0.9, 0.999));
    update(network, 1, 0.5f);
    float[] state = network.optimizerState().toArray();
    assertClose("first", new float[] {state[0], state[1]}, new float[] {0.05f, 0.05f}, 1e-6);
    assertClose("second", new float[] {state[2], state[3]}, new float[] {2.5e-4f, 2.5e-4f}, 1e-6);
  }

  @Test
  void theBiasCorrectionIsThatOfTheGivenStep() {
    TrainableNetwork network = oneWeight(AdamConfig.of(0.1, 0.9, 0.999));
    update(network, 1000, 1);
    double first = (1 - 0.9) / (1 - Math.pow(0.9, 1000));
    double second = (1 - 0.999) / (1 - Math.pow(0.999, 1000));
    assertValue(network, 1 - 0.1 * first / Math.sqrt(second));
  }

  /** The gradient of one row through one layer is exact, so that Adam is all that can differ. */
  @ParameterizedTest(name = "{0} inputs")
  @MethodSource("widths")
  void updatesOfEverySizeEqualTheReference(int width) {
    NetworkCase sample = NetworkCase.of(1, width, Layers.linear(5));
    AdamConfig adam = AdamConfig.of(0.01, 0.5, 0.999);
    Trial actual = new Trial(tested(), sample, trainable(tested(), sample, adam));
    Trial expected = new Trial(oracle(), sample, trainable(oracle(), sample, adam));
    for (int step = 1; step <= Cases.STEPS; step++) {
      actual.train(step);
      expected.train(step);
    }
    assertSame(actual, expected, FEW_ROUNDINGS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void stepsOfTrainingEqualTheReference(NetworkCase sample) {
    assumeLayers(sample.spec());
    Trial actual = new Trial(tested(), sample);
    Trial expected = new Trial(oracle(), sample);
    for (int step = 1; step <= Cases.STEPS; step++) {
      actual.train(step);
      expected.train(step);
    }
    assertSame(actual, expected, FLOAT);
    assertClose("generated", actual.infer(1), expected.infer(1), FLOAT);
  }

  @Test
  void anUpdateAppliesTheSumOfThePasses() {
    NetworkCase sample = Cases.plainLayers();
    assertSame(trainOnTwoBatches(tested(), sample), trainOnTwoBatches(oracle(), sample), FLOAT);
  }

  @Test
  void anUpdateDoesTheSameAfterItsGradientWasRead() {
    NetworkCase sample = Cases.plainLayers();
    Trial actual = new Trial(tested(), sample);
    Trial expected = new Trial(oracle(), sample);
    actual.forward(1);
    actual.backward(1, WeightGradients.KEEP);
    actual.gradient();
    actual.network().update(1, 1);
    expected.train(1);
    assertSame(actual, expected, FLOAT);
  }

  @Test
  void theRateFactorMultipliesTheLearningRate() {
    TrainableNetwork network = oneWeight(AdamConfig.of(0.1, 0.9, 0.999));
    assertThat(update(network, 1, 0.5f, 0.25)).isTrue();
    assertValue(network, 1 - 0.025);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void anUpdateTellsOfAGradientThatIsNotFiniteAndHowItGoesOnAfterwards(NetworkCase sample) {
    assumeLayers(sample.spec());
    Trial trial = new Trial(tested(), sample);
    Snapshot before = new Snapshot(trial.network());
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] gradient = sample.outGradient(1);
      Arrays.fill(gradient, bad);
      trial.forward(1);
      trial.backward(gradient);
      assertThat(trial.network().update(1, 1)).as("finite after " + bad).isFalse();
      before.restore();
      trial.train(1);
      before.restore();
    }
  }

  /** The square of what is finite may not be; a weight then never moves again. */
  @Test
  void anUpdateTellsOfASecondMomentThatOverflows() {
    TrainableNetwork network = oneWeight(AdamConfig.of(0.1, 0.9, 0.999));
    assertThat(update(network, 1, 1e30f, 1)).isFalse();
    assertThat(network.parameters().toArray()).doesNotContain(Float.NaN);
  }

  @Test
  void anUpdateTellsOfAWeightThatIsNotFinite() {
    TrainableNetwork network = oneWeight(AdamConfig.of(0.1, 0.9, 0.999));
    assertThat(update(network, 1, 0.5f, 1e40)).isFalse();
    assertThat(network.optimizerState().toArray()).doesNotContain(Float.POSITIVE_INFINITY);
  }

  static Stream<Integer> widths() {
    return Cases.WIDTHS.stream();
  }

  private static Trial trainOnTwoBatches(GanEngine engine, NetworkCase sample) {
    Trial one = new Trial(engine, sample);
    Trial other = new Trial(engine, sample.withRows(3), one.network());
    one.forward(1);
    other.forward(2);
    one.backward(1, WeightGradients.KEEP);
    other.backward(2, WeightGradients.KEEP);
    one.network().update(1, 1);
    return one;
  }

  private static TrainableNetwork trainable(GanEngine engine, NetworkCase sample, AdamConfig adam) {
    TrainableNetwork network = engine.trainable(sample.spec(), adam, 0);
    sample.fill(network);
    return network;
  }

  /** Returns a network of a weight and a bias, both 1. */
  private TrainableNetwork oneWeight(AdamConfig adam) {
    TrainableNetwork network = tested().trainable(ONE_WEIGHT, adam, 0);
    network.parameters().copyFrom(new float[] {1, 1});
    return network;
  }

  /** Updates with this gradient of both the weight and the bias. */
  private void update(TrainableNetwork network, long step, float gradient) {
    assertThat(update(network, step, gradient, 1)).as("finite").isTrue();
  }

  private boolean update(TrainableNetwork network, long step, float gradient, double rateFactor) {
    try (TrainingPass pass = network.trainingPass(1)) {
      pass.forward(Tensors.of(tested(), 1, 1, 1), tested().allocate(1, 1), 0);
      pass.backward(Tensors.of(tested(), 1, 1, gradient), null, WeightGradients.KEEP);
      return network.update(step, rateFactor);
    }
  }

  private static void assertValue(TrainableNetwork network, double value) {
    assertClose(
        "parameters", network.parameters().toArray(), new double[] {value, value}, FEW_ROUNDINGS);
  }

  private static void assertSame(Trial actual, Trial expected, double tolerance) {
    assertClose(
        "parameters",
        actual.network().parameters().toArray(),
        expected.network().parameters().toArray(),
        tolerance);
    assertClose(
        "optimiser state",
        actual.network().optimizerState().toArray(),
        expected.network().optimizerState().toArray(),
        tolerance);
  }
}
