package io.github.gan4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gan4j.config.Activation.Kind;
import io.github.gan4j.config.OptimizerConfig.Method;
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
        bad("dropout must be in [0.0, 1.0), was NaN", () -> network(List.of(4), Double.NaN)),
        bad(
            "activation must be given, was null",
            () -> new NetworkConfig(List.of(), null, null, 0, WeightInit.HE_NORMAL)),
        bad(
            "weightInit must be given, was null",
            () -> new NetworkConfig(List.of(), Activation.relu(), null, 0, null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badValues")
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
