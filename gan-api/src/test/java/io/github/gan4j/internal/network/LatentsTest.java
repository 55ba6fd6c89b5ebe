package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import org.junit.jupiter.api.Test;

class LatentsTest {

  @Test
  void uniformLatentsStayWithinMinusOneAndOneAndNormalOnesDoNot() {
    float[] uniform = drawn(LatentDistribution.UNIFORM);
    for (float value : uniform) {
      assertThat(value >= -1 && value < 1).isTrue();
    }
    assertThat(deviation(uniform)).isBetween(0.56, 0.60);
    assertThat(deviation(drawn(LatentDistribution.NORMAL))).isBetween(0.97, 1.03);
  }

  private static float[] drawn(LatentDistribution distribution) {
    float[] values = new float[10_000];
    CounterRandom random = new CounterRandom(1, RandomStream.LATENT, 1);
    Latents.draw(distribution, random, values, 0, values.length);
    return values;
  }

  private static double deviation(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / values.length);
  }
}
