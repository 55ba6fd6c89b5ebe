package io.github.gan4j.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.loss.Losses;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightClipTest {
  private static final float LIMIT = 0.05f;

  private final FakeEngine engine = new FakeEngine();

  @Test
  void eachUpdateOfTheDiscriminatorEndsWithinTheLimitAndTheGeneratorIsFree() {
    TrainingLoop loop = loop(Settings.linear().clipWeights(0.05).discriminatorUpdatesPerStep(2));
    List<float[]> discriminators = new ArrayList<>();
    engine.beforeEachCall(
        call -> {
          if (!engine.inputs("D").isEmpty() && !call.startsWith("D update")) {
            discriminators.add(loop.discriminator().parameters().toArray());
          }
        });
    loop.step(1, 1);
    loop.step(2, 1);

    float[] afterFirst = discriminators.get(1);
    assertThat(afterFirst).as("something was clipped").containsAnyOf(LIMIT, -LIMIT);
    for (float[] values : discriminators.subList(1, discriminators.size())) {
      for (float value : values) {
        assertThat(Math.abs(value)).isLessThanOrEqualTo(LIMIT);
      }
    }
    boolean beyond = false;
    for (float value : loop.generator().parameters().toArray()) {
      beyond |= Math.abs(value) > LIMIT;
    }
    assertThat(beyond).isTrue();
  }

  @Test
  void whatIsWithinTheLimitStaysToTheBit() {
    TrainingLoop free = loop(Settings.linear());
    TrainingLoop clipped = loop(Settings.linear().clipWeights(1e6));
    for (int step = 1; step <= 5; step++) {
      assertThat(clipped.step(step, 1)).isEqualTo(free.step(step, 1));
    }
    assertThat(clipped.discriminator().parameters().toArray())
        .isEqualTo(free.discriminator().parameters().toArray());
  }

  private TrainingLoop loop(GanBuilder settings) {
    return new TrainingLoop(
        settings.config(), new NumberedImages(12), Losses.nonSaturating(), engine);
  }
}
