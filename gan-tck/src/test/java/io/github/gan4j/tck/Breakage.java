package io.github.gan4j.tck;

import static io.github.gan4j.tck.Faults.answering;
import static io.github.gan4j.tck.Faults.averaging;
import static io.github.gan4j.tck.Faults.building;
import static io.github.gan4j.tck.Faults.change;
import static io.github.gan4j.tck.Faults.copy;
import static io.github.gan4j.tck.Faults.everyOther;
import static io.github.gan4j.tck.Faults.losingTheGradientOf;
import static io.github.gan4j.tck.Faults.normalizing;
import static io.github.gan4j.tck.Faults.norming;
import static io.github.gan4j.tck.Faults.optimizing;
import static io.github.gan4j.tck.Faults.replacing;
import static io.github.gan4j.tck.Faults.seeding;
import static io.github.gan4j.tck.Faults.spoiling;
import static io.github.gan4j.tck.Faults.swallowing;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import java.util.Set;
import java.util.function.Supplier;

/** Mistakes that an engine's author might make, each with the contract's test that must find it. */
enum Breakage {
  HIDES_WHAT_IT_CAN_DO(
      EngineContract.Capabilities.class,
      "trainingIsRefusedAtOnceByAnEngineWithoutIt",
      () -> answering("capabilities", call -> Set.of())),

  ROW_RANGES_ARE_COPIES(
      EngineContract.Tensors.class,
      "rowRangesReadAndWriteTheirRows",
      () -> answering("rowRange", call -> copy((Tensor) call.proceed()))),

  COLUMN_RANGES_GIVE_ROWS(
      EngineContract.Tensors.class,
      "columnRangesReadAndWriteTheirColumns",
      () ->
          answering(
              "columnRange",
              call ->
                  ((Tensor) call.target())
                      .rowRange((int) call.argument(0), (int) call.argument(1)))),

  WEIGHTS_ARE_INPUTS_BY_OUTPUTS(
      EngineContract.FlatVectors.class,
      "aWeightIsOutputsByInputsAndItsBiasFollows",
      () ->
          answering(
              "parameters",
              call ->
                  new TransposedWeights(
                      (FlatVector) call.proceed(), ((Network) call.target()).spec()))),

  FORGETS_THE_COLUMN_AFTER_A_FULL_REGISTER(
      EngineContract.Inference.class,
      "outputsEqualTheReference",
      () ->
          spoiling(
              "forward",
              1,
              out -> {
                if (out.columns() % 16 == 1) {
                  change(out.columnRange(out.columns() - 1, out.columns()), value -> 0f);
                }
              })),

  HIDES_NAN(
      EngineContract.Activations.class,
      "aValueThatIsNoNumberComesThrough",
      () -> spoiling("forward", 1, out -> change(out, x -> x.isNaN() ? 0 : x))),

  HIDES_NAN_IN_TRAINING(
      EngineContract.Activations.class,
      "aValueThatIsNoNumberComesThroughInTraining",
      () -> spoiling("forward", 1, out -> change(out, x -> x.isNaN() ? 0 : x))),

  IGNORES_THE_SLOPE(
      EngineContract.Activations.class,
      "derivativesAreExactFromEndToEnd",
      () ->
          building(
              layer ->
                  layer.activation().kind() == Activation.Kind.LEAKY_RELU
                      ? new LayerSpec(
                          layer.outputs(),
                          layer.normalization(),
                          Activation.relu(),
                          layer.dropout(),
                          layer.spectralNorm())
                      : layer)),

  FORGETS_THE_BIAS_GRADIENT(
      EngineContract.Gradients.class,
      "outputsAndGradientsEqualTheReference",
      () -> losingTheGradientOf("linear.bias")),

  DIVIDES_GRADIENTS_BY_THE_BATCH(
      EngineContract.Gradients.class,
      "gradientsEqualCentralDifferences",
      () ->
          replacing(
              "backward",
              0,
              Tensor.class,
              gradient -> {
                Tensor divided = copy(gradient);
                change(divided, value -> value / gradient.rows());
                return divided;
              })),

  COMPUTES_IN_ITS_INPUT(
      EngineContract.Views.class,
      "trainingFromAndIntoViews",
      () -> spoiling("forward", 0, in -> change(in, value -> 0f))),

  KEEPS_WHAT_IT_SHALL_SKIP(
      EngineContract.WeightGradients.class,
      "skippingLeavesNothingToUpdateWith",
      () -> replacing("backward", 2, WeightGradients.class, asked -> WeightGradients.KEEP)),

  KEEPS_ONE_PASS_OF_TWO(
      EngineContract.WeightGradients.class,
      "gradientsOfTwoPassesAddUp",
      () -> everyOther("backward", call -> call.with(2, WeightGradients.SKIP).proceed())),

  KEEPS_GRADIENTS_OF_OLD_WEIGHTS(
      EngineContract.WeightGradients.class,
      "writingParametersForgetsGradientsOfTheOldOnes",
      Faults::keepingGradientsOfOldWeights),

  TAKES_MOMENTUM_THE_OTHER_WAY_ROUND(
      EngineContract.BatchNorm.class,
      "runningStatisticsEqualTheReference",
      () -> normalizing(old -> new BatchNorm(1 - old.momentum(), old.epsilon()))),

  RECORDS_THE_BIASED_VARIANCE(
      EngineContract.BatchNorm.class,
      "outputsGradientsAndStatisticsAreThoseOfPyTorch",
      BiasedVariance::new),

  HAS_ITS_OWN_NORMALISATION_EPSILON(
      EngineContract.BatchNorm.class,
      "outputsGradientsAndStatisticsAreThoseOfPyTorch",
      () -> normalizing(old -> new BatchNorm(old.momentum(), 1e-5))),

  LEAVES_THE_SPECTRAL_NORM_AS_IT_WAS(
      EngineContract.SpectralNorm.class,
      "everyUpdateIsFollowedByOneIteration",
      Faults::leavingTheBuffers),

  FOLLOWS_THE_WEIGHT_AT_EVERY_PASS(
      EngineContract.SpectralNorm.class, "passesLeaveTheVectors", Faults::iteratingAtEveryPass),

  TAKES_THE_SPECTRAL_NORM_FOR_A_CONSTANT(
      EngineContract.SpectralNorm.class,
      "gradientsEqualCentralDifferences",
      Faults::takingTheSpectralNormForAConstant),

  DROPS_WHILE_IT_GENERATES(
      EngineContract.Dropout.class,
      "generatingDropsNothing",
      () ->
          answering(
              "inferencePass",
              call ->
                  new TrainingInDisguise(
                      ((TrainableNetwork) call.target()).trainingPass((int) call.argument(0))))),

  USES_HALF_OF_THE_DROPOUT_SEED(
      EngineContract.Dropout.class,
      "allBitsOfTheSeedCount",
      () -> seeding(seed -> seed & 0xFFFFFFFFL)),

  DROPS_AS_IT_LIKES(
      EngineContract.Dropout.class,
      "aLaterLayersMaskIsTheOneDefined",
      () -> seeding(seed -> ~seed)),

  FORGETS_THE_BIAS_CORRECTION(
      EngineContract.Updates.class,
      "updatesAreThoseOfPyTorch",
      () -> replacing("update", 0, Long.class, step -> 1_000_000L)),

  HAS_ITS_OWN_ADAM_EPSILON(
      EngineContract.Updates.class,
      "epsilonStandsBesideTheCorrectedRoot",
      () ->
          optimizing(
              adam ->
                  OptimizerConfig.adam(adam.learningRate(), adam.beta1(), adam.beta2())
                      .withEpsilon(1e-7))),

  TAKES_EVERY_METHOD_FOR_ADAM(
      EngineContract.Updates.class,
      "updatesOfRmsPropAreThoseOfPyTorch",
      () ->
          optimizing(
              asked ->
                  OptimizerConfig.adam(asked.learningRate(), asked.beta1(), asked.beta2())
                      .withEpsilon(asked.epsilon()))),

  FORGETS_THE_WEIGHT_DECAY(
      EngineContract.Updates.class,
      "updatesOfAdamWAreThoseOfPyTorch",
      () ->
          optimizing(
              asked ->
                  OptimizerConfig.adamW(asked.learningRate(), asked.beta1(), asked.beta2(), 0)
                      .withEpsilon(asked.epsilon()))),

  DAMPENS_THE_MOMENTUM(
      EngineContract.Updates.class,
      "updatesOfSgdAreThoseOfPyTorch",
      () ->
          optimizing(
              asked ->
                  OptimizerConfig.sgd(asked.learningRate() * (1 - asked.beta1()), asked.beta1()))),

  TAKES_THE_GRADIENT_FACTOR_FOR_A_RATE(
      EngineContract.Updates.class,
      "theGradientFactorMultipliesTheGradientBeforeAllElse",
      Faults::takingTheGradientFactorForARate),

  FORGETS_THE_BIAS_IN_THE_NORM(
      EngineContract.Updates.class,
      "theGradientsNormIsThatOfWhatIsRead",
      () -> norming("linear.weight", value -> value)),

  SUMS_SQUARES_IN_SINGLE_PRECISION(
      EngineContract.Updates.class,
      "aGradientWhoseSquareOverflowsAFloatHasANorm",
      () -> norming("", square -> (double) (float) square)),

  USES_THE_GRADIENT_UP_FOR_ITS_NORM(
      EngineContract.Updates.class,
      "anUpdateDoesTheSameAfterItsGradientWasRead",
      Faults::updatingForTheNorm),

  NEVER_MOVES_THE_AVERAGE(
      EngineContract.Averaging.class,
      "everyUpdateMovesTheAverage",
      () -> averaging(Math.nextDown(1.0))),

  TAKES_THE_VALUES_FOR_THEIR_AVERAGE(
      EngineContract.Averaging.class, "everyUpdateMovesTheAverage", () -> averaging(0)),

  FORGETS_ITS_MOMENTS(
      EngineContract.Resuming.class,
      "aResumedNetworkGoesOnAsTheUninterruptedOne",
      () -> answering("optimizerState", call -> new ForgetfulVector((FlatVector) call.proceed()))),

  TAKES_WHATEVER_IT_IS_GIVEN(
      EngineContract.Arguments.class,
      "generatingRefusesWhatDoesNotFit",
      () -> swallowing("forward", IllegalArgumentException.class)),

  GENERATES_FROM_TENSORS_OF_ANYBODY(
      EngineContract.Arguments.class,
      "tensorsOfAnotherKindOfEngineAreRefused",
      () -> swallowing("forward", IllegalArgumentException.class)),

  TRAINS_WITH_GRADIENTS_OF_ANYBODY(
      EngineContract.Arguments.class,
      "trainingRefusesTensorsOfAnotherKindOfEngine",
      () -> swallowing("backward", IllegalArgumentException.class)),

  ROUNDS_THE_DERIVATIVE_BY_THE_INPUT_GRADIENT(
      EngineContract.DoubleBackward.class,
      "weightGradientsEqualTheReference",
      () ->
          answering(
              "doubleBackward",
              call -> {
                change((Tensor) call.argument(0), value -> value + 0.01f);
                return call.proceed();
              })),

  GOES_THROUGH_A_WAY_BACK_THAT_WAS_NOT(
      EngineContract.DoubleBackward.class,
      "itNeedsAWayBackThatKeptNothing",
      () -> swallowing("doubleBackward", IllegalStateException.class)),

  GOES_BACK_ON_OLD_WEIGHTS(
      EngineContract.CallOrder.class,
      "backwardAfterAnUpdateNeedsANewForwardPass",
      () -> swallowing("backward", IllegalStateException.class)),

  NEVER_CLOSES(
      EngineContract.Closing.class,
      "aClosedNetworkRefusesUse",
      () -> answering("close", call -> null)),

  COMPLAINS_WHEN_CLOSED_AGAIN(
      EngineContract.Closing.class, "closingAgainDoesNothing", Faults::complainingWhenClosedAgain),

  ROUNDS_DIFFERENTLY_EVERY_TIME(
      EngineContract.Repeatability.class, "theSameTrainingGivesTheSameBits", Faults::noisy);

  private final Class<?> contract;
  private final String test;

  @SuppressWarnings("ImmutableEnumChecker") // The suppliers hold nothing.
  private final Supplier<Fault> fault;

  Breakage(Class<?> contract, String test, Supplier<Fault> fault) {
    this.contract = contract;
    this.test = test;
    this.fault = fault;
  }

  /** Returns the nested class of {@link EngineContract} that must find it. */
  Class<?> contract() {
    return contract;
  }

  /** Returns the name of the test method that must find it. */
  String test() {
    return test;
  }

  Fault newFault() {
    return fault.get();
  }
}
