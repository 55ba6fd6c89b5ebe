package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.engine.TrainingPass.WeightGradients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training pass gives the outputs and both gradients that the mathematics say. */
public abstract class GradientContract extends Contract {

  /** Makes a contract of one engine. */
  protected GradientContract() {}

  @BeforeEach
  final void skipIfTheEngineDoesNotTrain() {
    assumeTraining();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void outputsAndGradientsEqualTheReference(NetworkCase sample) {
    assumeLayers(sample.spec());
    Trial actual = new Trial(tested(), sample);
    Trial expected = new Trial(oracle(), sample);
    assertClose("outputs", actual.forward(1), expected.forward(1), FLOAT);
    assertClose(
        "input gradient",
        actual.backward(1, WeightGradients.KEEP),
        expected.backward(1, WeightGradients.KEEP),
        FLOAT);
    assertClose("weight gradient", actual.gradient(), expected.gradient(), FLOAT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#small")
  void gradientsEqualCentralDifferences(NetworkCase sample) {
    assumeLayers(sample.spec());
    CentralDifferences differences = new CentralDifferences(oracle(), sample);
    Trial trial = new Trial(tested(), sample);
    trial.forward(1);
    float[] inputGradient = trial.backward(1, WeightGradients.KEEP);
    assertClose("input gradient", inputGradient, differences.byInputs(), FLOAT);
    assertClose("weight gradient", trial.gradient(), differences.byParameters(), FLOAT);
  }

  @Test
  void aPassServesManyBatches() {
    NetworkCase sample = Cases.mixed();
    assumeLayers(sample.spec());
    Trial actual = new Trial(tested(), sample);
    Trial expected = new Trial(oracle(), sample);
    for (int step = 1; step <= Cases.STEPS; step++) {
      assertClose("outputs", actual.forward(step), expected.forward(step), FLOAT);
      assertClose(
          "input gradient",
          actual.backward(step, WeightGradients.SKIP),
          expected.backward(step, WeightGradients.SKIP),
          FLOAT);
    }
  }

  @Test
  void onlyTheLatestForwardPassCounts() {
    NetworkCase sample = Cases.mixed();
    assumeLayers(sample.spec());
    Trial trial = new Trial(tested(), sample);
    trial.forward(1);
    trial.forward(2);
    float[] actual = trial.backward(2, WeightGradients.KEEP);
    Trial expected = new Trial(oracle(), sample);
    expected.forward(2);
    assertClose("input gradient", actual, expected.backward(2, WeightGradients.KEEP), FLOAT);
    assertClose("weight gradient", trial.gradient(), expected.gradient(), FLOAT);
  }

  @Test
  void generatingBetweenForwardAndBackwardChangesNothing() {
    NetworkCase sample = Cases.mixed();
    assumeLayers(sample.spec());
    Trial disturbed = new Trial(tested(), sample);
    Trial alone = new Trial(tested(), sample);
    disturbed.forward(1);
    disturbed.infer(2);
    alone.forward(1);
    assertThat(disturbed.backward(1, WeightGradients.KEEP))
        .isEqualTo(alone.backward(1, WeightGradients.KEEP));
    assertThat(disturbed.gradient()).isEqualTo(alone.gradient());
  }
}
