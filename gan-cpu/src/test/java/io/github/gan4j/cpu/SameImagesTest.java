package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.network.EngineGenerator;
import io.github.gan4j.internal.network.NetworkSpecs;
import io.github.gan4j.model.Generator;
import io.github.gan4j.tck.NetworkValues;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * More images of a seed begin with the fewer: to the bit with the kernels of the Vector API, up to
 * rounding with OpenBLAS, which adds up products of other shapes in another order.
 */
class SameImagesTest {
  private static final String VECTOR = "vector";
  private static final ImageShape SHAPE = ImageShape.grey(28, 28);

  private static final float ROUNDING =
      VECTOR.equals(System.getProperty(Kernels.PROPERTY)) ? 0 : 2e-6f;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void moreImagesBeginWithTheFewer(int threads) {
    GanConfig config = Gan.builder().config();
    NetworkSpec spec = NetworkSpecs.generator(config, SHAPE);
    NetworkValues values = NetworkValues.random(spec, 1, 1);
    try (CpuEngine engine = new CpuEngine(threads);
        Network network = engine.network(spec)) {
      network.parameters().copyFrom(values.parameters());
      network.buffers().copyFrom(values.buffers());
      Generator generator = new EngineGenerator(engine, network, config, SHAPE, () -> {});
      float[] many = generator.generate(600, 7).toArray();
      for (int count : new int[] {1, 2, 3, 10, 13, 16, 17, 24, 48, 64, 100, 127, 129, 257, 599}) {
        Images fewer = generator.generate(count, 7);
        assertThat(fewer.toArray())
            .as("%s images", count)
            .containsExactly(Arrays.copyOf(many, count * SHAPE.size()), within(ROUNDING));
      }
    }
  }
}
