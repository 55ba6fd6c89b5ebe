package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Weight gradients are kept or skipped as asked for, and those that are kept add up. The
 * generator's turn through the discriminator rests on it.
 */
public abstract class WeightGradientContract extends Contract {

  /** Makes a contract of one engine. */
  protected WeightGradientContract() {}

  @BeforeEach
  final void skipIfTheEngineDoesNotTrain() {
    assumeTraining();
    assumeLayers(Cases.mixed().spec());
  }

  @Test
  void skippingGivesTheSameInputGradient() {
    Trial kept = trial();
    Trial skipped = trial();
    kept.forward(1);
    skipped.forward(1);
    assertThat(skipped.backward(1, WeightGradients.SKIP))
        .isEqualTo(kept.backward(1, WeightGradients.KEEP));
  }

  @Test
  void skippingLeavesNothingToUpdateWith() {
    Trial trial = trial();
    trial.forward(1);
    trial.backward(1, WeightGradients.SKIP);
    assertThatThrownBy(trial::gradient).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> trial.network().gradientNorm())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> trial.network().update(1, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyAnUpdateChangesWeightsAndOptimiser() {
    Trial trial = trial();
    float[] state = trial.network().optimizerState().toArray();
    trial.forward(1);
    trial.backward(1, WeightGradients.SKIP);
    trial.forward(2);
    trial.backward(2, WeightGradients.KEEP);
    trial.gradient();
    assertThat(trial.network().parameters().toArray()).isEqualTo(Cases.mixed().parameters());
    assertThat(trial.network().averagedParameters().toArray())
        .isEqualTo(Cases.mixed().parameters());
    assertThat(trial.network().optimizerState().toArray()).isEqualTo(state);
  }

  @Test
  void nobodyNeedsToAskForTheInputGradient() {
    Trial asked = trial();
    Trial unasked = trial();
    asked.forward(1);
    unasked.forward(1);
    asked.backward(1, WeightGradients.KEEP);
    unasked.backwardToWeights(1);
    assertClose("weight gradient", unasked.gradient(), asked.gradient(), FLOAT);
  }

  @Test
  void gradientsOfTwoPassesAddUp() {
    assertClose("weight gradient", sum(tested()), sum(oracle()), FLOAT);
  }

  @Test
  void aSkippedPassAddsNothing() {
    Trial one = trial();
    Trial other = another(tested(), one);
    one.forward(1);
    other.forward(2);
    one.backward(1, WeightGradients.KEEP);
    float[] alone = one.gradient();
    other.backward(2, WeightGradients.SKIP);
    assertThat(one.gradient()).isEqualTo(alone);
  }

  @Test
  void readingTheGradientTwiceGivesTheSame() {
    Trial trial = trial();
    trial.forward(1);
    trial.backward(1, WeightGradients.KEEP);
    assertThat(trial.gradient()).isEqualTo(trial.gradient());
  }

  @Test
  void anUpdateUsesTheGradientUp() {
    Trial trial = trial();
    trial.train(1);
    assertThatThrownBy(trial::gradient).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> trial.network().update(2, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void writingParametersForgetsGradientsOfTheOldOnes() {
    Trial one = trial();
    Trial other = another(tested(), one);
    other.forward(2);
    other.backward(2, WeightGradients.KEEP);
    one.network().parameters().copyFrom(Cases.mixed().parameters());
    assertThatThrownBy(other::gradient).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> one.network().update(1, 1)).isInstanceOf(IllegalStateException.class);
    one.forward(1);
    one.backward(1, WeightGradients.KEEP);
    Trial undisturbed = trial();
    undisturbed.forward(1);
    undisturbed.backward(1, WeightGradients.KEEP);
    assertThat(one.gradient()).isEqualTo(undisturbed.gradient());
  }

  @Test
  void theNextGradientHoldsNothingOfTheOneBefore() {
    assertClose("weight gradient", second(tested()), second(oracle()), FLOAT);
  }

  /** Returns the gradient of the step after an update. */
  private static float[] second(GanEngine engine) {
    Trial trial = new Trial(engine, Cases.mixed());
    trial.train(1);
    trial.forward(2);
    trial.backward(2, WeightGradients.KEEP);
    return trial.gradient();
  }

  /** Returns the sum of the gradients of two batches of unequal size. */
  private static float[] sum(GanEngine engine) {
    Trial one = new Trial(engine, Cases.mixed());
    Trial other = another(engine, one);
    one.forward(1);
    other.forward(2);
    one.backward(1, WeightGradients.KEEP);
    other.backward(2, WeightGradients.KEEP);
    return one.gradient();
  }

  private Trial trial() {
    return new Trial(tested(), Cases.mixed());
  }

  /** Returns a trial of other batches through the same network. */
  private static Trial another(GanEngine engine, Trial trial) {
    return new Trial(engine, Cases.mixed().withRows(3), trial.network());
  }
}
