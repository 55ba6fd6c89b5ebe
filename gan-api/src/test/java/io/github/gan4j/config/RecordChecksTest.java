package io.github.gan4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gan4j.config.Activation.Kind;
import io.github.gan4j.config.OptimizerConfig.Method;
import io.github.gan4j.engine.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordChecksTest {

  static Stream<Arguments> badValues() {
    return Stream.of(
        bad("activation slope must be in [0.0, 1.0), was 1.0", () -> Activation.leakyRelu(1)),
        bad("activation slope must be in [0.0, 1.0), was -0.1", () -> Activation.leakyRelu(-0.1)),
        bad(
            "activation slope must be in [0.0, 1.0), was NaN",
            () -> Activation.leakyRelu(Double.NaN)),
        bad("activation slope must be 0 for TANH, was 0.2", () -> new Activation(Kind.TANH, 0.2)),
        bad("activation must be given, was null", () -> new Activation(null, 0)),
        bad(
            "adam learningRate must be positive and finite, was 0.0",
            () -> OptimizerConfig.adam(0, 0, 0)),
        bad(
            "adam learningRate must be positive and finite, was -1.0",
            () -> OptimizerConfig.adam(-1, 0, 0)),
        bad(
            "adam learningRate must be positive and finite, was Infinity",
            () -> OptimizerConfig.adam(Double.POSITIVE_INFINITY, 0, 0)),
        bad(
            "adam learningRate must be positive and finite, was NaN",
            () -> OptimizerConfig.adam(Double.NaN, 0, 0)),
        bad("adam beta1 must be in [0.0, 1.0), was 1.0", () -> OptimizerConfig.adam(1, 1, 0)),
        bad("adam beta1 must be in [0.0, 1.0), was -0.5", () -> OptimizerConfig.adam(1, -0.5, 0)),
        bad("adam beta2 must be in [0.0, 1.0), was 1.0", () -> OptimizerConfig.adam(1, 0, 1)),
        bad(
            "adam beta2 must be in [0.0, 1.0), was NaN",
            () -> OptimizerConfig.adam(1, 0, Double.NaN)),
        bad(
            "adam epsilon must be positive and finite, was 0.0",
            () -> OptimizerConfig.adam(1, 0, 0).withEpsilon(0)),
        bad("optimizer method must be given, was null", () -> optimizer(null, 0, 0, 0, 0)),
        bad(
            "adam weightDecay must be 0, as it is not used, was 0.1",
            () -> optimizer(Method.ADAM, 0, 0, 1, 0.1)),
        bad(
            "adamw weightDecay must be in [0.0, Infinity), was -0.1",
            () -> OptimizerConfig.adamW(1, 0, 0, -0.1)),
        bad(
            "adamw weightDecay must be in [0.0, Infinity), was NaN",
            () -> OptimizerConfig.adamW(1, 0, 0, Double.NaN)),
        bad(
            "rmsprop learningRate must be positive and finite, was 0.0",
            () -> OptimizerConfig.rmsProp(0, 0)),
        bad(
            "rmsprop beta1 must be 0, as it is not used, was 0.9",
            () -> optimizer(Method.RMSPROP, 0.9, 0, 1, 0)),
        bad("rmsprop beta2 must be in [0.0, 1.0), was 1.0", () -> OptimizerConfig.rmsProp(1, 1)),
        bad(
            "rmsprop epsilon must be positive and finite, was 0.0",
            () -> OptimizerConfig.rmsProp(1, 0).withEpsilon(0)),
        bad("sgd beta1 must be in [0.0, 1.0), was 1.0", () -> OptimizerConfig.sgd(1, 1)),
        bad(
            "sgd beta2 must be 0, as it is not used, was 0.9",
            () -> optimizer(Method.SGD, 0, 0.9, 0, 0)),
        bad(
            "sgd epsilon must be 0, as it is not used, was 1.0E-8",
            () -> OptimizerConfig.sgd(1, 0).withEpsilon(1e-8)),
        bad(
            "maxGradientNorm must be positive and finite, was 0.0",
            () -> OptimizerConfig.sgd(1, 0).withMaxGradientNorm(0.0)),
        bad("batchNorm momentum must be in (0, 1], was 0.0", () -> BatchNorm.of(0, 1)),
        bad("batchNorm momentum must be in (0, 1], was 1.5", () -> BatchNorm.of(1.5, 1)),
        bad("batchNorm momentum must be in (0, 1], was NaN", () -> BatchNorm.of(Double.NaN, 1)),
        bad("batchNorm epsilon must be positive and finite, was 0.0", () -> BatchNorm.of(0.1, 0)),
        bad(
            "normalization mean must be in [0, 1], for pixels from 0 to 1, was -0.1",
            () -> new Normalization(-0.1, 1)),
        bad(
            "normalization mean must be in [0, 1], for pixels from 0 to 1, was 1.1",
            () -> new Normalization(1.1, 1)),
        bad(
            "normalization mean must be in [0, 1], for pixels from 0 to 1, was NaN",
            () -> new Normalization(Double.NaN, 1)),
        bad(
            "normalization std must be in (0, 1], for pixels from 0 to 1, was 0.0",
            () -> new Normalization(0, 0)),
        bad(
            "normalization std must be in (0, 1], for pixels from 0 to 1, was 1.5",
            () -> new Normalization(0, 1.5)),
        bad(
            "normalization std must be in (0, 1], for pixels from 0 to 1, was NaN",
            () -> new Normalization(0, Double.NaN)),
        bad("hidden width must be at least 1, was 0", () -> network(List.of(4, 0), 0)),
        bad("hidden width must be at least 1, was -3", () -> network(List.of(-3), 0)),
        bad("hidden widths must be given, was null", () -> network(null, 0)),
        bad("dropout must be in [0.0, 1.0), was 1.0", () -> network(List.of(4), 1)),
        bad("dropout must be in [0.0, 1.0), was -0.1", () -> network(List.of(4), -0.1)),
        bad(
            "layer dropout must be at most 1 - 2^-24, or nothing would be kept, was 0.99999999",
            () -> new LayerSpec(1, null, Activation.relu(), 0.99999999)),
        bad("dropout must be in [0.0, 1.0), was NaN", () -> network(List.of(4), Double.NaN)),
        bad(
            "activation must be given, was null",
            () -> new NetworkConfig(List.of(), null, null, 0, WeightInit.HE_NORMAL)),
        bad(
            "weightInit must be given, was null",
            () -> new NetworkConfig(List.of(), Activation.relu(), null, 0, null)));
  }

  static Stream<Arguments> badTraining() {
    return Stream.of(
        bad("penalty kind must be given, was null", () -> new GradientPenalty(null, 1, 1)),
        bad("penalty weight must be positive and finite, was 0.0", () -> GradientPenalty.r1(0)),
        bad("penalty weight must be positive and finite, was -1.0", () -> GradientPenalty.r2(-1)),
        bad(
            "penalty weight must be positive and finite, was NaN",
            () -> GradientPenalty.wganGp(Double.NaN)),
        bad(
            "penalty weight must be positive and finite, was Infinity",
            () -> GradientPenalty.dragan(Double.POSITIVE_INFINITY)),
        bad("penalty interval must be at least 1, was 0", () -> GradientPenalty.dragan().every(0)),
        bad("penalties must be given, was null", () -> regularization(null, null, Labels.TRUE)),
        bad(
            "penalties must be of different kinds, were [R1, R2, R1]",
            () ->
                regularization(
                    List.of(
                        GradientPenalty.r1(1),
                        GradientPenalty.r2(1),
                        GradientPenalty.r1(1).every(2)),
                    null,
                    Labels.TRUE)),
        bad(
            "weightClip must be positive and finite, was 0.0",
            () -> regularization(List.of(), 0.0, Labels.TRUE)),
        bad("labels must be given, was null", () -> regularization(List.of(), null, null)),
        bad("real label must be in (0.5, 1], was 0.5", () -> new Labels(0.5, 0, 0)),
        bad("real label must be in (0.5, 1], was 1.1", () -> new Labels(1.1, 0, 0)),
        bad("real label must be in (0.5, 1], was NaN", () -> new Labels(Double.NaN, 0, 0)),
        bad("fake label must be in [0.0, 0.5), was 0.5", () -> new Labels(1, 0.5, 0)),
        bad("fake label must be in [0.0, 0.5), was -0.1", () -> new Labels(1, -0.1, 0)),
        bad("flipped labels must be in [0.0, 0.5), was 0.5", () -> new Labels(1, 0, 0.5)),
        bad("flipped labels must be in [0.0, 0.5), was NaN", () -> new Labels(1, 0, Double.NaN)),
        bad(
            "instanceNoise deviation must be positive and finite, was 0.0",
            () -> new InstanceNoise(0, 1)),
        bad("instanceNoise steps must be at least 1, was 0", () -> new InstanceNoise(1, 0)),
        bad(
            "discriminatorUpdatesPerStep must be at least 1, was 0",
            () -> GanDefaults.CONFIG.discriminator().withUpdatesPerStep(0)),
        bad(
            "generatorUpdatesPerStep must be at least 1, was -1",
            () -> GanDefaults.CONFIG.generator().withUpdatesPerStep(-1)),
        bad("rateSchedule kind must be given, was null", () -> new RateSchedule(null, 0, 0, 1)),
        bad(
            "rateSchedule warmUp must be at least 0, was -1",
            () -> RateSchedule.CONSTANT.warmUp(-1)),
        bad("rateSchedule steps must be at least 1, was 0", () -> RateSchedule.linear(0, 0.5)),
        bad("rateSchedule last must be in (0, 1], was 0.0", () -> RateSchedule.linear(5, 0)),
        bad("rateSchedule last must be in (0, 1], was 1.5", () -> RateSchedule.cosine(5, 1.5)),
        bad(
            "rateSchedule last must be in (0, 1], was NaN",
            () -> RateSchedule.cosine(5, Double.NaN)),
        bad(
            "rateSchedule steps and last must be 0 and 1 for CONSTANT, were 5 and 1.0",
            () -> new RateSchedule(RateSchedule.Kind.CONSTANT, 0, 5, 1)),
        bad(
            "rateSchedule steps and last must be 0 and 1 for CONSTANT, were 0 and 0.5",
            () -> new RateSchedule(RateSchedule.Kind.CONSTANT, 0, 0, 0.5)));
  }

  private static Regularization regularization(
      List<GradientPenalty> penalties, Double weightClip, Labels labels) {
    return new Regularization(penalties, weightClip, labels, null);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"badValues", "badTraining"})
  void aBadValueIsRefusedByFieldRuleAndValue(String message, ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }

  @Test
  void theEndsOfTheRangesAreAllowed() {
    assertThat(Activation.leakyRelu(0).slope()).isZero();
    assertThat(OptimizerConfig.adam(1e-300, 0, 0.9999999).epsilon()).isEqualTo(1e-8);
    assertThat(BatchNorm.of(1, 1e-300).momentum()).isEqualTo(1);
    assertThat(network(List.of(1), 0).hidden()).containsExactly(1);
    assertThat(network(List.of(), 0.999).hidden()).isEmpty();
    assertThat(new Labels(0.51, 0.49, 0.49).smoothed()).isTrue();
    assertThat(new Labels(1, 0, 0.49).smoothed()).isFalse();
    assertThat(GradientPenalty.r1(1e-300).every(1).interval()).isEqualTo(1);
    assertThat(new InstanceNoise(1e-300, 1).deviationAt(2)).isZero();
    assertThat(RateSchedule.cosine(11, 1).warmUp(10).factor(11)).isEqualTo(1);
  }

  @Test
  void hiddenWidthsAreCopied() {
    List<Integer> widths = new ArrayList<>(List.of(3));
    NetworkConfig network = network(widths, 0);
    widths.add(4);
    assertThat(network.hidden()).containsExactly(3);
  }

  @Test
  void exceptFirstKeepsTheRest() {
    assertThat(BatchNorm.of(0.1, 0.8).firstLayer()).isTrue();
    assertThat(BatchNorm.of(0.1, 0.8).exceptFirst()).isEqualTo(new BatchNorm(0.1, 0.8, false));
  }

  private static OptimizerConfig optimizer(
      Method method, double beta1, double beta2, double epsilon, double weightDecay) {
    return new OptimizerConfig(method, 1, beta1, beta2, epsilon, weightDecay, null);
  }

  private static NetworkConfig network(List<Integer> hidden, double dropout) {
    return new NetworkConfig(hidden, Activation.relu(), null, dropout, WeightInit.HE_NORMAL);
  }

  private static Arguments bad(String message, ThrowingCallable making) {
    return arguments(message, making);
  }
}
