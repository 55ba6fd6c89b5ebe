package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FEW_ROUNDINGS;
import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.gan4j.config.OptimizerConfig;
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
import org.junit.jupiter.params.provider.Arguments;
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
    assertUpdates(
        OptimizerConfig.adam(learningRate, beta1, beta2).withEpsilon(epsilon),
        first,
        second,
        third);
  }

  /** The same gradients, and {@code torch.optim.AdamW}. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.9, 0.999, 1e-8, 0.01, 0.899000002, 0.8714672987058463, 0.804784672376384",
    "0.05, 0.5, 0.9, 1e-2, 2, 0.8509803921568627, 0.7658823529411765, 0.6479778755833177",
    "0.05, 0.5, 0.9, 1e-2, 0, 0.9509803921568627, 0.9509803921568627, 0.9096641500931215"
  })
  void updatesOfAdamWAreThoseOfPyTorch(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      double weightDecay,
      double first,
      double second,
      double third) {
    assertUpdates(
        OptimizerConfig.adamW(learningRate, beta1, beta2, weightDecay).withEpsilon(epsilon),
        first,
        second,
        third);
  }

  /** The same gradients, and {@code torch.optim.RMSprop}. */
  @ParameterizedTest
  @CsvSource({
    "0.01, 0.99, 1e-8, 0.900000019999996, 0.9449013374421751, 0.8574273783928595",
    "0.1, 0.9, 0.25, 0.8774851773445587, 0.9370716591385352, 0.7717246461331926",
    "0.05, 0, 1e-8, 0.950000001, 0.9999999990000001, 0.9499999995000001"
  })
  void updatesOfRmsPropAreThoseOfPyTorch(
      double learningRate,
      double decay,
      double epsilon,
      double first,
      double second,
      double third) {
    assertUpdates(
        OptimizerConfig.rmsProp(learningRate, decay).withEpsilon(epsilon), first, second, third);
  }

  /** The same gradients, and {@code torch.optim.SGD}; by hand as well. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.9, 0.95, 0.93, 0.812",
    "0.1, 0, 0.95, 0.975, 0.875",
    "0.5, 0.5, 0.75, 0.75, 0.25"
  })
  void updatesOfSgdAreThoseOfPyTorch(
      double learningRate, double momentum, double first, double second, double third) {
    assertUpdates(OptimizerConfig.sgd(learningRate, momentum), first, second, third);
  }

  private void assertUpdates(OptimizerConfig config, double first, double second, double third) {
    TrainableNetwork network = oneWeight(config);
    update(network, 1, 0.5f);
    assertValue(network, first);
    update(network, 2, -0.25f);
    assertValue(network, second);
    update(network, 3, 1);
    assertValue(network, third);
  }

  @Test
  void epsilonStandsBesideTheCorrectedRoot() {
    TrainableNetwork network = oneWeight(OptimizerConfig.adam(0.1, 0.9, 0.999));
    update(network, 1, 1e-8f);
    assertValue(network, 0.95);
    update(network, 2, 2e-8f);
    assertValue(network, 0.8908720105358283);
  }

  @Test
  void theOptimiserStateIsTheFirstMomentsThenTheSecond() {
    TrainableNetwork network = oneWeight(OptimizerConfig.adam(0.1, 0.9, 0.999));
    update(network, 1, 0.5f);
    float[] state = network.optimizerState().toArray();
    assertClose("first", new float[] {state[0], state[1]}, new float[] {0.05f, 0.05f}, 1e-6);
    assertClose("second", new float[] {state[2], state[3]}, new float[] {2.5e-4f, 2.5e-4f}, 1e-6);
  }

  @Test
  void theBiasCorrectionIsThatOfTheGivenStep() {
    TrainableNetwork network = oneWeight(OptimizerConfig.adam(0.1, 0.9, 0.999));
    update(network, 1000, 1);
    double first = (1 - 0.9) / (1 - Math.pow(0.9, 1000));
    double second = (1 - 0.999) / (1 - Math.pow(0.999, 1000));
    assertValue(network, 1 - 0.1 * first / Math.sqrt(second));
  }

  @Test
  void theFirstVectorOfOtherMethodsIsARunningMeanTooAndTheSecondOfSgdStays0() {
    TrainableNetwork sgd = oneWeight(OptimizerConfig.sgd(0.1, 0.75));
    update(sgd, 1, 0.5f);
    float[] state = sgd.optimizerState().toArray();
    assertClose("sgd", state, new double[] {0.125, 0.125, 0, 0}, 1e-6);
    TrainableNetwork rmsProp = oneWeight(OptimizerConfig.rmsProp(0.1, 0.75));
    update(rmsProp, 1, 0.5f);
    state = rmsProp.optimizerState().toArray();
    assertClose("rmsprop", state, new double[] {0.5, 0.5, 0.0625, 0.0625}, 1e-6);
  }

  /** The gradient of one row through one layer is exact, so that the method alone can differ. */
  @ParameterizedTest(name = "{0} inputs, {1}")
  @MethodSource("widthsAndMethods")
  void updatesOfEverySizeEqualTheReference(int width, OptimizerConfig optimizer) {
    NetworkCase sample = NetworkCase.of(1, width, Layers.linear(5));
    assertTrainsAsTheReference(sample, optimizer, FEW_ROUNDINGS);
  }

  @ParameterizedTest
  @MethodSource("smoothMethods")
  void stepsOfEveryMethodEqualTheReference(OptimizerConfig optimizer) {
    assumeLayers(Cases.mixed().spec());
    assertTrainsAsTheReference(Cases.mixed(), optimizer, FLOAT);
  }

  private void assertTrainsAsTheReference(
      NetworkCase sample, OptimizerConfig optimizer, double tolerance) {
    Trial actual = new Trial(tested(), sample, trainable(tested(), sample, optimizer));
    Trial expected = new Trial(oracle(), sample, trainable(oracle(), sample, optimizer));
    for (int step = 1; step <= Cases.STEPS; step++) {
      actual.train(step);
      expected.train(step);
    }
    assertSame(actual, expected, tolerance);
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
    actual.network().gradientNorm();
    actual.network().update(1, 1);
    expected.train(1);
    assertSame(actual, expected, FLOAT);
  }

  @Test
  void theRateFactorMultipliesTheLearningRate() {
    TrainableNetwork network = oneWeight(OptimizerConfig.adam(0.1, 0.9, 0.999));
    assertThat(update(network, 1, 0.5f, 0.25, 1)).isTrue();
    assertValue(network, 1 - 0.025);
  }

  @Test
  void theRateFactorMultipliesTheWeightDecayToo() {
    TrainableNetwork network = oneWeight(OptimizerConfig.adamW(0.1, 0.9, 0.999, 2));
    assertThat(update(network, 1, 0.5f, 0.25, 1)).isTrue();
    assertValue(network, 1 - 0.025 * 2 - 0.025);
  }

  /** Adam's first step is the same whatever the gradient's size; its moments are not. */
  @Test
  void theGradientFactorMultipliesTheGradientBeforeAllElse() {
    TrainableNetwork adam = oneWeight(OptimizerConfig.adam(0.1, 0.9, 0.999));
    assertThat(update(adam, 1, 0.5f, 1, 0.25)).isTrue();
    assertValue(adam, 1 - 0.1);
    float[] state = adam.optimizerState().toArray();
    assertClose("first", new float[] {state[0], state[1]}, new float[] {0.0125f, 0.0125f}, 1e-6);
    assertClose(
        "second", new float[] {state[2], state[3]}, new float[] {1.5625e-5f, 1.5625e-5f}, 1e-6);
    TrainableNetwork sgd = oneWeight(OptimizerConfig.sgd(0.1, 0.9));
    assertThat(update(sgd, 1, 0.5f, 1, 0.25)).isTrue();
    assertValue(sgd, 1 - 0.0125);
  }

  @Test
  void aGradientFactorMakesAGradientFitWhoseSquareOverflows() {
    TrainableNetwork network = oneWeight(OptimizerConfig.adam(0.1, 0.9, 0.999));
    assertThat(update(network, 1, 1e30f, 1, 1e-30)).isTrue();
    assertValue(network, 0.900000001);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void theGradientsNormIsThatOfWhatIsRead(NetworkCase sample) {
    assumeLayers(sample.spec());
    Trial trial = new Trial(tested(), sample);
    for (int step = 1; step <= 2; step++) {
      trial.forward(step);
      trial.backward(step, WeightGradients.KEEP);
      assertNormOf(trial);
      trial.network().update(step, 1);
    }
  }

  @Test
  void theGradientsNormIsThatOfTheSumOfThePasses() {
    NetworkCase sample = Cases.plainLayers();
    Trial one = new Trial(tested(), sample);
    goBackTwice(one, new Trial(tested(), sample.withRows(3), one.network()));
    assertNormOf(one);
  }

  @Test
  void aGradientWhoseSquareOverflowsAFloatHasANorm() {
    TrainableNetwork network = oneWeight(OptimizerConfig.adam(0.1, 0.9, 0.999));
    try (TrainingPass pass = network.trainingPass(1)) {
      goBack(pass, 1e30f);
      assertThat(network.gradientNorm()).isCloseTo(Math.sqrt(2) * 1e30, withinPercentage(1e-5));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void aGradientThatIsNotFiniteHasNoFiniteNormAndTheNextOneHas(NetworkCase sample) {
    assumeLayers(sample.spec());
    Trial trial = new Trial(tested(), sample);
    Snapshot before = new Snapshot(trial.network());
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] gradient = sample.outGradient(1);
      Arrays.fill(gradient, bad);
      trial.forward(1);
      trial.backward(gradient);
      assertThat(Double.isFinite(trial.network().gradientNorm())).isFalse();
      assertThat(trial.network().update(1, 1)).isFalse();
      before.restore();
      trial.forward(1);
      trial.backward(1, WeightGradients.KEEP);
      assertNormOf(trial);
      trial.network().update(1, 1);
      before.restore();
    }
  }

  private static void assertNormOf(Trial trial) {
    double squares = 0;
    for (float value : trial.gradient()) {
      squares += (double) value * value;
    }
    assertThat(trial.network().gradientNorm())
        .isCloseTo(Math.sqrt(squares), withinPercentage(100 * FEW_ROUNDINGS));
  }

  @ParameterizedTest
  @MethodSource("smoothMethods")
  void everyMethodTellsOfAGradientThatIsNotFinite(OptimizerConfig optimizer) {
    for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      assertThat(update(oneWeight(optimizer), 1, bad, 1, 1)).as("finite after " + bad).isFalse();
    }
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
    TrainableNetwork network = oneWeight(OptimizerConfig.adam(0.1, 0.9, 0.999));
    assertThat(update(network, 1, 1e30f, 1, 1)).isFalse();
    assertThat(network.parameters().toArray()).doesNotContain(Float.NaN);
  }

  @Test
  void anUpdateTellsOfAWeightThatIsNotFinite() {
    TrainableNetwork network = oneWeight(OptimizerConfig.adam(0.1, 0.9, 0.999));
    assertThat(update(network, 1, 0.5f, 1e40, 1)).isFalse();
    assertThat(network.optimizerState().toArray()).doesNotContain(Float.POSITIVE_INFINITY);
  }

  static Stream<Arguments> widthsAndMethods() {
    return Cases.WIDTHS.stream()
        .flatMap(
            width ->
                Stream.of(
                        OptimizerConfig.adam(0.01, 0.5, 0.999),
                        OptimizerConfig.adamW(0.01, 0.5, 0.999, 0.5),
                        OptimizerConfig.rmsProp(0.01, 0.9),
                        OptimizerConfig.sgd(0.1, 0.9),
                        OptimizerConfig.sgd(0.1, 0))
                    .map(optimizer -> Arguments.of(width, optimizer)));
  }

  static Stream<OptimizerConfig> smoothMethods() {
    return Stream.of(
        Trial.SMOOTH_ADAM,
        OptimizerConfig.adamW(0.01, 0.5, 0.9, 0.5).withEpsilon(0.1),
        OptimizerConfig.rmsProp(0.01, 0.9).withEpsilon(0.1),
        OptimizerConfig.sgd(0.01, 0.9),
        OptimizerConfig.sgd(0.01, 0));
  }

  private static Trial trainOnTwoBatches(GanEngine engine, NetworkCase sample) {
    Trial one = new Trial(engine, sample);
    Trial other = new Trial(engine, sample.withRows(3), one.network());
    goBackTwice(one, other);
    one.network().update(1, 1);
    return one;
  }

  private static void goBackTwice(Trial one, Trial other) {
    one.forward(1);
    other.forward(2);
    one.backward(1, WeightGradients.KEEP);
    other.backward(2, WeightGradients.KEEP);
  }

  private static TrainableNetwork trainable(
      GanEngine engine, NetworkCase sample, OptimizerConfig adam) {
    TrainableNetwork network = engine.trainable(sample.spec(), adam, 0);
    sample.fill(network);
    return network;
  }

  /** Returns a network of a weight and a bias, both 1. */
  private TrainableNetwork oneWeight(OptimizerConfig adam) {
    TrainableNetwork network = tested().trainable(ONE_WEIGHT, adam, 0);
    network.parameters().copyFrom(new float[] {1, 1});
    return network;
  }

  /** Updates with this gradient of both the weight and the bias. */
  private void update(TrainableNetwork network, long step, float gradient) {
    assertThat(update(network, step, gradient, 1, 1)).as("finite").isTrue();
  }

  private boolean update(
      TrainableNetwork network,
      long step,
      float gradient,
      double rateFactor,
      double gradientFactor) {
    try (TrainingPass pass = network.trainingPass(1)) {
      goBack(pass, gradient);
      return network.update(step, rateFactor, gradientFactor);
    }
  }

  private void goBack(TrainingPass pass, float gradient) {
    pass.forward(Tensors.of(tested(), 1, 1, 1), tested().allocate(1, 1), 0);
    pass.backward(Tensors.of(tested(), 1, 1, gradient), null, WeightGradients.KEEP);
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
