package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatentsTest {

  @Test
  void uniformLatentsStayWithinMinusOneAndOneAndNormalOnesDoNot() {
    float[] uniform = drawn(LatentDistribution.UNIFORM, 1, 10_000);
    for (float value : uniform) {
      assertThat(value >= -1 && value < 1).isTrue();
    }
    assertThat(deviation(uniform)).isBetween(0.56, 0.60);
    assertThat(deviation(drawn(LatentDistribution.NORMAL, 1, 10_000))).isBetween(0.97, 1.03);
  }

  @Test
  void normalAndUniformLatentsAreTheRandomNumbersThemselves() {
    float[] expected = new float[21];
    random().fillNormal(expected, 0, 21);
    assertThat(drawn(LatentDistribution.NORMAL, 3, 7)).containsExactly(expected);
    random().fillUniform(expected, 0, 21, -1, 1);
    assertThat(drawn(LatentDistribution.UNIFORM, 3, 7)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100, 257})
  void sphereLatentsAllHaveTheRootOfTheirDimensionAsLength(int latentDim) {
    float[] values = drawn(LatentDistribution.SPHERE, 50, latentDim);
    for (int i = 0; i < 50; i++) {
      float[] vector = Arrays.copyOfRange(values, i * latentDim, (i + 1) * latentDim);
      assertThat(deviation(vector)).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void sphereLatentsAreUniformlySpreadOverIt() {
    // Archimedes: on a sphere in three dimensions each coordinate is itself uniform.
    int vectors = 60_000;
    float[] values = drawn(LatentDistribution.SPHERE, vectors, 3);
    int[][] sixths = new int[3][6];
    for (int i = 0; i < values.length; i++) {
      sixths[i % 3][(int) Math.min(5, (values[i] / Math.sqrt(3) + 1) * 3)]++;
    }
    // Five standard deviations: sqrt(60,000 / 6 * 5 / 6) = 91.
    for (int[] counts : sixths) {
      for (int count : counts) {
        assertThat(count).isBetween(9_544, 10_456);
      }
    }
  }

  @Test
  void coordinatesOnTheSphereAreUncorrelated() {
    int vectors = 40_000;
    float[] values = drawn(LatentDistribution.SPHERE, vectors, 4);
    for (int other = 1; other < 4; other++) {
      double sum = 0;
      for (int i = 0; i < vectors; i++) {
        sum += (double) values[4 * i] * values[4 * i + other];
      }
      assertThat(sum / vectors).isCloseTo(0, within(5 / Math.sqrt(vectors)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreVectorsBeginWithTheSameAndOnlyTheRangeIsWritten(LatentDistribution distribution) {
    float[] many = drawn(distribution, 9, 5);
    for (int vectors : new int[] {1, 2, 8}) {
      assertThat(drawn(distribution, vectors, 5)).containsExactly(Arrays.copyOf(many, vectors * 5));
    }
    float[] target = new float[14];
    Arrays.fill(target, 99);
    Latents.draw(distribution, random(), target, 2, 2, 5);
    assertThat(Arrays.copyOfRange(target, 2, 12)).containsExactly(Arrays.copyOf(many, 10));
    assertThat(new float[] {target[0], target[1], target[12], target[13]}).containsOnly(99);
  }

  private static float[] drawn(LatentDistribution distribution, int vectors, int latentDim) {
    float[] values = new float[vectors * latentDim];
    Latents.draw(distribution, random(), values, 0, vectors, latentDim);
    return values;
  }

  private static CounterRandom random() {
    return new CounterRandom(1, RandomStream.LATENT, 1);
  }

  private static double deviation(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / values.length);
  }
}
