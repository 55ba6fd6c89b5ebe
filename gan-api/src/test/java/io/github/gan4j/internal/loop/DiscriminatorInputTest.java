package io.github.gan4j.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscriminatorInputTest {
  private static final int ROWS = 200;
  private static final int COLUMNS = 50;
  private static final int[] NO_LABELS = {};

  private final FakeEngine engine = new FakeEngine();
  private final Tensor images = engine.allocate(ROWS, COLUMNS);

  @ParameterizedTest
  @CsvSource({"1, 0.8", "2, 0.6", "3, 0.4", "4, 0.2"})
  void noiseDecaysEvenly(int step, double deviation) {
    DiscriminatorInput shown = shown(new InstanceNoise(0.8, 4));
    shown.take(step, 17, NO_LABELS);
    double mean = 0;
    double square = 0;
    float[] values = values(shown.rows());
    for (int i = 0; i < values.length; i++) {
      double noise = values[i] - 0.25;
      mean += noise / values.length;
      square += noise * noise / values.length;
    }
    assertThat(mean).isCloseTo(0, within(4 * deviation / 100));
    assertThat(Math.sqrt(square)).isCloseTo(deviation, within(4 * deviation / 141));
  }

  @Test
  void afterItsStepsThereIsNone() {
    DiscriminatorInput shown = shown(new InstanceNoise(0.8, 4));
    shown.take(4, 4, NO_LABELS);
    assertThat(values(shown.rows())).isNotEqualTo(values(images));
    for (int step : new int[] {5, 6, 1000}) {
      shown.take(step, step, NO_LABELS);
      assertThat(values(shown.rows())).isEqualTo(values(images));
    }
  }

  @Test
  void eachUpdateOfAStepHasNoiseOfItsOwn() {
    DiscriminatorInput shown = shown(new InstanceNoise(0.8, 4));
    shown.take(1, 1, NO_LABELS);
    float[] first = values(shown.rows());
    shown.take(1, 2, NO_LABELS);
    assertThat(values(shown.rows())).isNotEqualTo(first);
    shown.take(1, 1, NO_LABELS);
    assertThat(values(shown.rows())).isEqualTo(first);
  }

  @Test
  void theImagesStayAsTheyWereMade() {
    DiscriminatorInput shown = shown(new InstanceNoise(0.8, 4));
    float[] made = values(images);
    shown.take(1, 1, NO_LABELS);
    assertThat(values(images)).isEqualTo(made);
  }

  @Test
  void withoutNoiseTheImagesAreShownThemselves() {
    DiscriminatorInput shown = shown(null);
    shown.take(1, 1, NO_LABELS);
    assertThat(shown.rows()).isSameAs(images);
  }

  private DiscriminatorInput shown(InstanceNoise noise) {
    float[] grey = new float[ROWS * COLUMNS];
    Arrays.fill(grey, 0.25f);
    images.copyFrom(grey, 0);
    GanBuilder settings = Settings.linear().batchSize(ROWS / 2);
    if (noise != null) {
      settings.instanceNoise(noise.deviation(), noise.steps());
    }
    return new DiscriminatorInput(
        engine, settings.config(), RandomStream.INSTANCE_NOISE, images, 2);
  }

  private static float[] values(Tensor tensor) {
    float[] values = new float[ROWS * COLUMNS];
    tensor.copyTo(values, 0);
    return values;
  }
}
