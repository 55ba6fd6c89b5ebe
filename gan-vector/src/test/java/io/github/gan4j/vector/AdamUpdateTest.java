package io.github.gan4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bits as a plain loop, at any offset, in whole vectors. */
class AdamUpdateTest {
  private static final int OFFSET = 3;
  private static final AdamUpdate.Numbers NUMBERS =
      new AdamUpdate.Numbers(0.3f, 0.5f, 0.999f, 0.001f, 2e-4f, 1.7f, 1e-8f, 0.01f);

  private final Random random = new Random(7);

  /** Returns whether it is tried as it computes once the JVM has compiled the vectors. */
  boolean byVectors() {
    return true;
  }

  @BeforeEach
  void choose() {
    AdamUpdate.kernels().forEach(kernel -> kernel.setCompiled(byVectors()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 100, 1023})
  void updatesLikeThePlainLoop(int count) {
    int room = count + 3 * OFFSET + 16;
    float[] w = values(room, 1f);
    float[] gradient = values(room, 1e-3f);
    float[] first = values(room, 1e-3f);
    float[] second = squares(room);
    float[] expectedW = w.clone();
    float[] expectedFirst = first.clone();
    float[] expectedSecond = second.clone();
    for (int i = 0; i < count; i++) {
      float g = floor(0.3f * gradient[OFFSET + i], 1e-10f);
      int firstAt = 2 * OFFSET + i;
      int secondAt = 3 * OFFSET + i;
      float m = floor(Math.fma(0.5f, g - first[firstAt], first[firstAt]), 1e-10f);
      float v = floor(Math.fma(0.999f, second[secondAt], 0.001f * g * g), 1e-20f);
      expectedFirst[firstAt] = m;
      expectedSecond[secondAt] = v;
      float root = Math.fma((float) Math.sqrt(v), 1.7f, 1e-8f);
      expectedW[i] = Math.fma(-2e-4f, m / root, Math.fma(-0.01f, w[i], w[i]));
    }

    boolean finite =
        AdamUpdate.update(
            count, w, 0, gradient, OFFSET, first, 2 * OFFSET, second, 3 * OFFSET, NUMBERS);

    assertThat(finite).isTrue();
    assertSame(w, expectedW, 0, count);
    assertSame(first, expectedFirst, 2 * OFFSET, count);
    assertSame(second, expectedSecond, 3 * OFFSET, count);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, 1e30f})
  void tellsOfOneBadGradientAmongMany(float bad) {
    int count = 100;
    for (int at = 0; at < count; at++) {
      float[] gradient = values(count + 16, 1e-3f);
      gradient[at] = bad;
      assertThat(
              AdamUpdate.update(
                  count,
                  values(count + 16, 1f),
                  0,
                  gradient,
                  0,
                  values(count + 16, 1e-3f),
                  0,
                  squares(count + 16),
                  0,
                  NUMBERS))
          .as("place %d", at)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 100, 1023})
  void averagesLikeThePlainLoop(int count) {
    int room = count + 2 * OFFSET + 16;
    float[] w = values(room, 1f);
    float[] average = values(room, 1f);
    float[] expected = average.clone();
    for (int i = 0; i < count; i++) {
      int at = 2 * OFFSET + i;
      expected[at] = Math.fma(0.01f, w[OFFSET + i] - average[at], average[at]);
    }
    AdamUpdate.average(count, w, OFFSET, average, 2 * OFFSET, 0.01f);
    assertSame(average, expected, 2 * OFFSET, count);
  }

  private static float floor(float x, float floor) {
    return (x + floor) - floor;
  }

  /** Equal up to the end, and untouched from the vector on that nothing of it is in. */
  private static void assertSame(float[] actual, float[] expected, int offset, int count) {
    int lanes = VectorApi.lanes();
    int untouched = offset + (count + lanes - 1) / lanes * lanes;
    for (int i = 0; i < actual.length; i++) {
      if (i < offset + count || i >= untouched) {
        assertThat(actual[i]).as("place %d", i).isEqualTo(expected[i]);
      }
    }
  }

  private float[] values(int n, float scale) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (random.nextFloat() - 0.5f) * scale;
    }
    return values;
  }

  private float[] squares(int n) {
    float[] values = values(n, 1e-3f);
    for (int i = 0; i < n; i++) {
      values[i] *= values[i];
    }
    return values;
  }
}
