package io.github.gan4j.cpu.internal.kernel;

import static io.github.gan4j.cpu.internal.kernel.Places.assertTwin;
import static io.github.gan4j.cpu.internal.kernel.Places.assertUntouchedBeyond;
import static io.github.gan4j.cpu.internal.kernel.Places.normal;
import static io.github.gan4j.cpu.internal.kernel.Places.positive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.OptimizerConfig;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdamKernelTest {
  private static final double RATE = 2e-4;
  private static final double BETA1 = 0.5;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final OptimizerConfig ADAM =
      OptimizerConfig.adam(RATE, BETA1, BETA2).withEpsilon(EPSILON);

  private final Random random = new Random(3);

  @Sizes
  void oneUpdateIsThePapers(int n) {
    float[] w = normal(n, random);
    float[] g = normal(n, random);
    float[] m = normal(n, random);
    float[] v = positive(n, random);
    float[] newW = w.clone();
    float[] newM = m.clone();
    float[] newV = v.clone();
    float[] sameG = g.clone();
    assertThat(update(newW, sameG, newM, newV, 5, n)).containsOnly(0);
    assertThat(sameG).isEqualTo(g);
    assertTwin(newM, m, n, i -> BETA1 * m[i] + (1 - BETA1) * g[i]);
    assertTwin(newV, v, n, i -> BETA2 * v[i] + (1 - BETA2) * g[i] * (double) g[i]);
    assertTwin(
        newW,
        w,
        n,
        i -> {
          double mean = (BETA1 * m[i] + (1 - BETA1) * g[i]) / (1 - Math.pow(BETA1, 5.0));
          double square =
              (BETA2 * v[i] + (1 - BETA2) * g[i] * (double) g[i]) / (1 - Math.pow(BETA2, 5.0));
          return w[i] - RATE * mean / (Math.sqrt(square) + EPSILON);
        });
    assertUntouchedBeyond(newW, w, n);
  }

  @Test
  void aThousandUpdatesStayWithTheirDoubleTwin() {
    int n = 257;
    float[] w = normal(n, random);
    float[] m = new float[n];
    float[] v = new float[n];
    double[] w2 = new double[n];
    double[] m2 = new double[n];
    double[] v2 = new double[n];
    for (int i = 0; i < n; i++) {
      w2[i] = w[i];
    }
    for (int step = 1; step <= 1000; step++) {
      float[] g = gradient(n, step);
      update(w, g, m, v, step, n);
      for (int i = 0; i < n; i++) {
        m2[i] = BETA1 * m2[i] + (1 - BETA1) * g[i];
        v2[i] = BETA2 * v2[i] + (1 - BETA2) * g[i] * g[i];
        double mean = m2[i] / (1 - Math.pow(BETA1, (double) step));
        double square = v2[i] / (1 - Math.pow(BETA2, (double) step));
        w2[i] -= RATE * mean / (Math.sqrt(square) + EPSILON);
      }
    }
    double worstW = 0;
    double worstM = 0;
    double worstV = 0;
    for (int i = 0; i < n; i++) {
      double size = i % 2 == 0 ? 1 : 1e-6;
      worstW = Math.max(worstW, Math.abs(w[i] - w2[i]));
      worstM = Math.max(worstM, Math.abs(m[i] - m2[i]) / size);
      worstV = Math.max(worstV, Math.abs(v[i] / v2[i] - 1));
    }
    // A thousand roundings of w, whose unit near 1 is 1.2e-7, and which has moved by some 0.1.
    assertThat(worstW).isLessThan(1e-5);
    assertThat(worstM).isLessThan(1e-6);
    assertThat(worstV).isLessThan(1e-5);
  }

  /** What other methods need of the kernel changes nothing of Adam. */
  @Sizes
  void adamHasTheBitsOfItsOwnFormula(int n) {
    float[] w = normal(n, random);
    float[] g = normal(n, random);
    float[] m = normal(n, random);
    float[] v = positive(n, random);
    float[] newW = w.clone();
    update(newW, g, m.clone(), v.clone(), 5, n);
    float stepSize = (float) (RATE / (1 - Math.pow(BETA1, 5.0)));
    float correction = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, 5.0)));
    for (int i = 0; i < n; i++) {
      float gradient = (g[i] + 1e-10f) - 1e-10f;
      float mean = (Math.fma(0.5f, gradient - m[i], m[i]) + 1e-10f) - 1e-10f;
      float square = Math.fma(0.999f, v[i], (float) (1 - BETA2) * gradient * gradient);
      square = (square + 1e-20f) - 1e-20f;
      float root = Math.fma((float) Math.sqrt(square), correction, 1e-8f);
      assertThat(newW[i]).isEqualTo(Math.fma(-stepSize, mean / root, w[i]));
    }
  }

  @Test
  void aThousandUpdatesOfSgdStayWithTheirDoubleTwin() {
    for (double momentum : new double[] {0, 0.5, 0.9, 0.99}) {
      int n = 64;
      float[] w = normal(n, random);
      float[] m = new float[w.length];
      float[] v = new float[w.length];
      double[] w2 = new double[n];
      double[] velocity = new double[n];
      for (int i = 0; i < n; i++) {
        w2[i] = w[i];
      }
      OptimizerConfig sgd = OptimizerConfig.sgd(1e-3, momentum);
      for (int step = 1; step <= 1000; step++) {
        float[] g = gradient(n, step);
        float[] nonFinite = new float[n];
        AdamKernel.update(w, g.clone(), m, v, UpdateNumbers.of(sgd, 0, step, 1, 0.5), nonFinite, n);
        assertThat(nonFinite).containsOnly(0);
        for (int i = 0; i < n; i++) {
          velocity[i] = momentum * velocity[i] + 0.5 * g[i];
          w2[i] -= 1e-3 * velocity[i];
        }
      }
      for (int i = 0; i < n; i++) {
        // Each of a thousand steps rounds w, whose unit near 1 is 1.2e-7, up or down.
        assertThat(w[i] - w2[i]).as("momentum %s", momentum).isBetween(-1e-5, 1e-5);
        assertThat(v[i]).isZero();
      }
    }
  }

  /** 1 − rate · decay, rounded to a float, would be off by a tenth of what it takes away. */
  @Test
  void aSmallDecayIsNotLostInRounding() {
    float[] w = {1e-3f};
    OptimizerConfig adamW = OptimizerConfig.adamW(1e-5, 0.5, 0.999, 0.01);
    for (int step = 1; step <= 2; step++) {
      UpdateNumbers numbers = UpdateNumbers.of(adamW, 0, step, 1, 1);
      assertThat(numbers.decay()).isEqualTo(1e-7f);
      AdamKernel.update(w, new float[1], new float[1], new float[1], numbers, new float[1], 1);
    }
    assertThat((double) w[0]).isCloseTo(1e-3 * (1 - 2e-7), within(1.2e-10));
  }

  @Test
  void noGradientNoMove() {
    float[] w = {1, -2, 3};
    update(w, new float[3], new float[3], new float[3], 1, 3);
    assertThat(w).containsExactly(1, -2, 3);
  }

  @Test
  void momentsThatFadeAreNeverSubnormalAndMoveNothingInTheEnd() {
    int n = 16;
    float[] w = new float[n];
    float[] m = new float[n];
    float[] v = new float[n];
    Arrays.fill(m, 1e-3f);
    Arrays.fill(v, 1e-25f);
    float[] g = new float[n];
    Arrays.fill(g, 1e-30f);
    for (int step = 1; step <= 200; step++) {
      update(w, g, m, v, step, n);
      assertThat(m[n - 1] == 0 || Math.abs(m[n - 1]) >= Float.MIN_NORMAL).isTrue();
      assertThat(v[n - 1] == 0 || v[n - 1] >= Float.MIN_NORMAL).isTrue();
    }
    for (float mean : m) {
      assertThat(mean).isBetween(-1e-16f, 1e-16f);
    }
    Arrays.fill(w, 1);
    update(w, g, m, v, 201, n);
    assertThat(w).containsOnly(1);
  }

  /** Every second weight has gradients a million times smaller. */
  private float[] gradient(int n, int step) {
    float[] g = new float[n];
    for (int i = 0; i < n; i++) {
      double wave = Math.sin(step * 0.01 * (i + 1)) + 0.3 * random.nextGaussian();
      g[i] = (float) (i % 2 == 0 ? wave : 1e-6 * wave);
    }
    return g;
  }

  @Sizes
  void placesThatAreNotFiniteAreMarked(int n) {
    for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 1e30f}) {
      for (int at = 0; at < n; at++) {
        float[] g = normal(n, random);
        g[at] = bad;
        float[] nonFinite =
            update(normal(n, random), g, normal(n, random), positive(n, random), 5, n);
        assertThat(nonFinite[at]).isNaN();
        nonFinite[at] = 0;
        assertThat(nonFinite).containsOnly(0);
      }
    }
  }

  @Test
  void marksStay() {
    float[] nonFinite = {Float.NaN, 0};
    update(new float[2], new float[2], new float[2], new float[2], 1, nonFinite, 2);
    assertThat(nonFinite).containsExactly(Float.NaN, 0);
  }

  /** Returns the non-finite flags. */
  private static float[] update(float[] w, float[] g, float[] m, float[] v, int step, int n) {
    float[] nonFinite = new float[w.length];
    update(w, g, m, v, step, nonFinite, n);
    return nonFinite;
  }

  private static void update(
      float[] w, float[] g, float[] m, float[] v, int step, float[] nonFinite, int n) {
    AdamKernel.update(w, g, m, v, UpdateNumbers.of(ADAM, 0, step, 1, 1), nonFinite, n);
  }
}
