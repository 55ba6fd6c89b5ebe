package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.engine.TrainingPass.WeightGradients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that come too early or too late are refused, and change nothing. */
public abstract class CallOrderContract extends Contract {
  private final NetworkCase sample = Cases.plainLayers();

  /** Makes a contract of one engine. */
  protected CallOrderContract() {}

  @BeforeEach
  final void skipIfTheEngineDoesNotTrain() {
    assumeTraining();
  }

  @Test
  void backwardNeedsAForwardPass() {
    Trial trial = new Trial(tested(), sample);
    assertThatThrownBy(() -> trial.backward(1, WeightGradients.SKIP))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anUpdateNeedsAGradient() {
    Trial trial = new Trial(tested(), sample);
    trial.forward(1);
    assertThatThrownBy(() -> trial.network().update(1, 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(trial::gradient).isInstanceOf(IllegalStateException.class);
    assertThat(trial.network().parameters().toArray()).isEqualTo(sample.parameters());
  }

  @Test
  void backwardAfterAnUpdateNeedsANewForwardPass() {
    Trial trial = new Trial(tested(), sample);
    trial.train(1);
    assertThatThrownBy(() -> trial.backward(1, WeightGradients.SKIP))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anUpdateEndsTheForwardPassesOfOtherPassesToo() {
    Trial one = new Trial(tested(), sample);
    Trial other = new Trial(tested(), sample, one.network());
    other.forward(1);
    one.train(1);
    assertThatThrownBy(() -> other.backward(1, WeightGradients.SKIP))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void writingParametersEndsTheForwardPassesBefore() {
    Trial trial = new Trial(tested(), sample);
    trial.forward(1);
    trial.network().parameters().copyFrom(sample.withSeed(2).parameters());
    assertThatThrownBy(() -> trial.backward(1, WeightGradients.KEEP))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNewForwardPassMakesAllWellAgain() {
    Trial trial = new Trial(tested(), sample);
    trial.train(1);
    assertThatThrownBy(() -> trial.backward(2, WeightGradients.KEEP))
        .isInstanceOf(IllegalStateException.class);
    trial.train(2);
    Trial undisturbed = new Trial(tested(), sample);
    undisturbed.train(1);
    undisturbed.train(2);
    assertThat(trial.network().parameters().toArray())
        .isEqualTo(undisturbed.network().parameters().toArray());
  }
}
