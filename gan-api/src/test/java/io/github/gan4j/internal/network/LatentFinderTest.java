package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.Gan;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.fake.FakeEngine;
import org.junit.jupiter.api.Test;

class LatentFinderTest {

  @Test
  void aGeneratorThatIsGivenClassesIsRefused() {
    GanConfig config = Gan.builder().conditional(3).config();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LatentFinder(
                    new FakeEngine(), config, ImageShape.grey(1, 2), new float[0], new float[0]))
        .withMessage("latent vectors are found for generators without classes, this one has 3");
  }
}
