package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.NetworkSpec;
import org.junit.jupiter.api.Test;

/** An engine says what it is and what it can do, and refuses the rest before any step. */
public abstract class CapabilityContract extends Contract {

  /** Makes a contract of one engine. */
  protected CapabilityContract() {}

  @Test
  void idAndDescriptionAreOneLineEach() {
    assertThat(tested().id()).isNotBlank().doesNotContainAnyWhitespaces();
    assertThat(tested().description()).isNotBlank().hasLineCount(1);
    assertThat(tested().numerics()).isNotBlank().hasLineCount(1);
  }

  @Test
  void enginesOfOneKindAgreeOnWhatTheyAre() {
    try (var other = engine()) {
      assertThat(other.id()).isEqualTo(tested().id());
      assertThat(other.capabilities()).isEqualTo(tested().capabilities());
    }
  }

  @Test
  void trainingIsRefusedAtOnceByAnEngineWithoutIt() {
    NetworkSpec spec = Cases.plainLayers().spec();
    assumeFalse(tested().capabilities().contains(Capability.TRAINING));
    assertThatThrownBy(() -> tested().trainable(spec, Trial.SMOOTH_ADAM, 0))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void batchNormIsRefusedAtOnceByAnEngineWithoutIt() {
    refusesWithout(
        Capability.BATCH_NORM,
        NetworkCase.of(2, 3, Layers.normalized(2, Activation.linear(), 0.8)).spec());
  }

  @Test
  void dropoutIsRefusedAtOnceByAnEngineWithoutIt() {
    refusesWithout(
        Capability.DROPOUT, NetworkCase.of(2, 3, Layers.withDropout(Layers.linear(2))).spec());
  }

  @Test
  void spectralNormIsRefusedAtOnceByAnEngineWithoutIt() {
    refusesWithout(
        Capability.SPECTRAL_NORM, NetworkCase.of(2, 3, Layers.spectral(Layers.linear(2))).spec());
  }

  private void refusesWithout(Capability capability, NetworkSpec spec) {
    assumeFalse(tested().capabilities().contains(capability));
    assertThatThrownBy(() -> tested().network(spec)).isInstanceOf(RuntimeException.class);
  }
}
