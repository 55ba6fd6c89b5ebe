package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function of the input gradient has the weight gradient that the mathematics say. */
public abstract class DoubleBackwardContract extends Contract {

  /** Makes a contract of one engine. */
  protected DoubleBackwardContract() {}

  static Stream<NetworkCase> all() {
    return Cases.all().stream().filter(sample -> sample.spec().piecewiseLinear());
  }

  @BeforeEach
  final void skipIfTheEngineCannot() {
    assumeDoubleBackward();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void weightGradientsEqualTheReference(NetworkCase sample) {
    assumeLayers(sample.spec());
    assertClose("weight gradient", gradient(tested(), sample), gradient(oracle(), sample), FLOAT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#smallPiecewiseLinear")
  void weightGradientsEqualCentralDifferences(NetworkCase sample) {
    assumeLayers(sample.spec());
    assertClose(
        "weight gradient",
        gradient(tested(), sample),
        new CentralDifferences(oracle(), sample).ofInputGradientByParameters(),
        FLOAT);
  }

  @Test
  void itAddsUpWithTheGradientOfAnotherPass() {
    assertClose("weight gradient", sum(tested()), sum(oracle()), FLOAT);
  }

  @Test
  void aNewWayBackReplacesIt() {
    Trial trial = new Trial(tested(), Cases.critic(7));
    assumeLayers(Cases.critic(7).spec());
    trial.forward(1);
    trial.backward(1, WeightGradients.SKIP);
    trial.doubleBackward(1);
    trial.backward(1, WeightGradients.KEEP);
    float[] again = trial.gradient();
    Trial undisturbed = new Trial(tested(), Cases.critic(7));
    undisturbed.forward(1);
    undisturbed.backward(1, WeightGradients.KEEP);
    assertThat(again).isEqualTo(undisturbed.gradient());
  }

  @Test
  void anUpdateUsesItUp() {
    assumeLayers(Cases.critic(7).spec());
    Trial actual = new Trial(tested(), Cases.critic(7));
    Trial expected = new Trial(oracle(), Cases.critic(7));
    for (int step = 1; step <= Cases.STEPS; step++) {
      update(actual, step);
      update(expected, step);
    }
    assertClose(
        "parameters",
        actual.network().parameters().toArray(),
        expected.network().parameters().toArray(),
        FLOAT);
    assertThatThrownBy(actual::gradient).isInstanceOf(IllegalStateException.class);
  }

  /** A run that diverged and went back must not go on with what it had computed. */
  @Test
  void writingParametersForgetsIt() {
    assumeLayers(Cases.critic(7).spec());
    Trial trial = new Trial(tested(), Cases.critic(7));
    trial.forward(1);
    trial.backward(1, WeightGradients.SKIP);
    trial.doubleBackward(1);
    trial.network().parameters().copyFrom(Cases.critic(7).parameters());
    assertThatThrownBy(trial::gradient).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void itNeedsAWayBackThatKeptNothing() {
    assumeLayers(Cases.critic(7).spec());
    Trial trial = new Trial(tested(), Cases.critic(7));
    assertRefused(trial);
    trial.forward(1);
    assertRefused(trial);
    trial.backward(1, WeightGradients.KEEP);
    assertRefused(trial);
    trial.backward(1, WeightGradients.SKIP);
    trial.network().parameters().copyFrom(Cases.critic(7).parameters());
    assertRefused(trial);
  }

  @Test
  void curvedLayersAreRefused() {
    Trial trial =
        new Trial(
            tested(), NetworkCase.of(3, 4, Layers.plain(5, Activation.tanh()), Layers.linear(1)));
    trial.forward(1);
    trial.backward(1, WeightGradients.SKIP);
    assertRefused(trial);
  }

  private static void assertRefused(Trial trial) {
    assertThatThrownBy(() -> trial.doubleBackward(1)).isInstanceOf(IllegalStateException.class);
  }

  private static void update(Trial trial, int step) {
    trial.forward(step);
    trial.backward(step, WeightGradients.SKIP);
    trial.doubleBackward(step);
    assertThat(trial.network().update(step, 1)).isTrue();
  }

  private static float[] gradient(GanEngine engine, NetworkCase sample) {
    Trial trial = new Trial(engine, sample);
    trial.forward(1);
    trial.backward(1, WeightGradients.SKIP);
    trial.doubleBackward(1);
    return trial.gradient();
  }

  /** Returns the sum of an ordinary gradient and another batch's of second order. */
  private static float[] sum(GanEngine engine) {
    Trial one = new Trial(engine, Cases.critic(7));
    Trial other = new Trial(engine, Cases.critic(7).withRows(3), one.network());
    one.forward(1);
    other.forward(2);
    one.backward(1, WeightGradients.KEEP);
    other.backward(2, WeightGradients.SKIP);
    other.doubleBackward(2);
    return one.gradient();
  }
}
