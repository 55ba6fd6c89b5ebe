package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.engine.GanEngineProvider;
import io.github.gan4j.tck.reference.ReferenceEngineProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ReferenceEngineProviderTest {
  @Test
  void itsEnginesHaveItsId() {
    ReferenceEngineProvider provider = new ReferenceEngineProvider();
    try (var engine = provider.create()) {
      assertThat(engine.id()).isEqualTo(provider.id());
    }
  }

  @Test
  void nobodyGetsItWithoutAskingForIt() {
    assertThat(ServiceLoader.load(GanEngineProvider.class))
        .noneMatch(ReferenceEngineProvider.class::isInstance);
  }
}
