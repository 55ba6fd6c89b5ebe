package io.github.gan4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.error.EngineException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineNeedsTest {
  private final GanBuilder plain =
      Gan.builder().generator(g -> g.noBatchNorm()).discriminator(d -> d.dropout(0));

  @Test
  void aRunThatNeedsNothingMoreThanTrainingIsAccepted() {
    assertThatCode(
            () -> EngineNeeds.check(new Capable(Set.of(Capability.TRAINING)), plain.config()))
        .doesNotThrowAnyException();
  }

  @Test
  void anEngineThatOnlyGeneratesIsRefused() {
    assertThatThrownBy(() -> EngineNeeds.check(new Capable(Set.of()), plain.config()))
        .isInstanceOf(EngineException.class)
        .hasMessage("the engine simple must be capable of [TRAINING], is capable of []");
  }

  @Test
  void layersThatTheEngineDoesNotKnowAreNamed() {
    plain.discriminator(d -> d.dropout(0.1));
    GanBuilder normalized = Gan.builder().discriminator(d -> d.dropout(0));
    GanEngine engine = new Capable(Set.of(Capability.TRAINING));
    assertThatThrownBy(() -> EngineNeeds.check(engine, plain.config()))
        .hasMessageContaining("must be capable of [DROPOUT]");
    assertThatThrownBy(() -> EngineNeeds.check(engine, normalized.config()))
        .hasMessageContaining("must be capable of [BATCH_NORM]");
    plain.discriminator(d -> d.dropout(0).spectralNorm());
    assertThatThrownBy(() -> EngineNeeds.check(engine, plain.config()))
        .hasMessageContaining("must be capable of [SPECTRAL_NORM]");
  }

  private record Capable(Set<Capability> capabilities) implements GanEngine {
    @Override
    public String id() {
      return "simple";
    }

    @Override
    public String description() {
      return id();
    }

    @Override
    public Tensor allocate(int rows, int columns) {
      throw new AssertionError("must be asked for its capabilities first");
    }

    @Override
    public Network network(NetworkSpec spec) {
      throw new AssertionError("must be asked for its capabilities first");
    }

    @Override
    public TrainableNetwork trainable(
        NetworkSpec spec, OptimizerConfig optimizer, double averaging) {
      throw new AssertionError("must be asked for its capabilities first");
    }

    @Override
    public void close() {}
  }
}
