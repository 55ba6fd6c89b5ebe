package io.github.gan4j.cpu.internal.kernel;

import static io.github.gan4j.cpu.internal.kernel.Places.assertTwin;
import static io.github.gan4j.cpu.internal.kernel.Places.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

class VectorKernelsTest {
  private final Random random = new Random(1);

  @Sizes
  void addAddsPlaceByPlace(int n) {
    float[] before = normal(n, random);
    float[] b = normal(n, random);
    float[] a = before.clone();
    VectorKernels.add(a, b, n);
    assertTwin(a, before, n, i -> (double) before[i] + b[i]);
  }

  @Sizes
  void multiplyMultipliesPlaceByPlace(int n) {
    float[] before = normal(n, random);
    float[] b = normal(n, random);
    float[] a = before.clone();
    VectorKernels.multiply(a, b, n);
    assertTwin(a, before, n, i -> (double) before[i] * b[i]);
  }

  @Sizes
  void scaleMultipliesByOneNumber(int n) {
    float[] before = normal(n, random);
    float[] a = before.clone();
    VectorKernels.scale(a, -1.7f, n);
    assertTwin(a, before, n, i -> -1.7f * (double) before[i]);
  }

  @Sizes
  void affineScalesAndShifts(int n) {
    float[] before = normal(n, random);
    float[] scale = normal(n, random);
    float[] shift = normal(n, random);
    float[] x = before.clone();
    VectorKernels.affine(x, scale, shift, n);
    assertTwin(x, before, n, i -> (double) before[i] * scale[i] + shift[i]);
  }

  @Sizes
  void oneValueThatIsNotFiniteIsFound(int n) {
    float[] a = normal(n, random);
    assertThat(VectorKernels.allFinite(a, n)).isTrue();
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      for (int at = 0; at < n; at++) {
        float good = a[at];
        a[at] = bad;
        assertThat(VectorKernels.allFinite(a, n)).isFalse();
        assertThat(VectorKernels.allFinite(a, at)).isTrue();
        a[at] = good;
      }
    }
  }

  @Sizes
  void decayTakesAShare(int n) {
    float[] before = normal(n, random);
    float[] a = before.clone();
    VectorKernels.decay(a, 0.3f, n);
    assertTwin(a, before, n, i -> before[i] - 0.3f * (double) before[i]);
  }

  @Sizes
  void squaresAreSummedInDoublePrecisionFromAnOffsetOn(int n) {
    float[] a = normal(n + 2, random);
    double expected = 0;
    for (int i = 2; i < 2 + n; i++) {
      expected += (double) a[i] * a[i];
    }
    assertThat(VectorKernels.squares(a, 2, n)).isCloseTo(expected, within(1e-13 * expected));
  }

  @Sizes
  void averageMovesByTheRest(int n) {
    float[] before = normal(n, random);
    float[] x = normal(n, random);
    float[] average = before.clone();
    VectorKernels.average(average, x, 0.1f, n);
    assertTwin(average, before, n, i -> before[i] + 0.1f * ((double) x[i] - before[i]));
  }

  @Sizes
  void averageWithNothingLeftOfThePastIsTheNewValue(int n) {
    float[] average = normal(n, random);
    float[] before = average.clone();
    VectorKernels.average(average, before, 1, n);
    assertThat(average).isEqualTo(before);
  }
}
