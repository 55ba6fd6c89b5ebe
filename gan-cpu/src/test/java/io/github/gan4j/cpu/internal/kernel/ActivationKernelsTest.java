package io.github.gan4j.cpu.internal.kernel;

import static io.github.gan4j.cpu.internal.kernel.Places.assertTwin;
import static io.github.gan4j.cpu.internal.kernel.Places.assertUntouchedBeyond;
import static io.github.gan4j.cpu.internal.kernel.Places.normal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationKernelsTest {
  private final Random random = new Random(2);

  @Sizes
  void reluCutsAtZero(int n) {
    float[] before = normal(n, random);
    float[] x = before.clone();
    ActivationKernels.relu(x, n);
    assertTwin(x, before, n, i -> before[i] > 0 ? before[i] : 0);
  }

  @Sizes
  void leakyReluScalesBelowZero(int n) {
    float[] before = normal(n, random);
    float[] x = before.clone();
    ActivationKernels.leakyRelu(x, 0.2f, n);
    assertTwin(x, before, n, i -> before[i] > 0 ? before[i] : 0.2f * (double) before[i]);
  }

  @Sizes
  void leakyReluBackwardKnowsTheSideFromTheOutput(int n) {
    for (float slope : new float[] {0, 0.01f, 0.2f}) {
      float[] before = normal(n, random);
      float[] y = normal(n, random);
      float[] g = before.clone();
      ActivationKernels.leakyReluBackward(g, y, slope, n);
      assertTwin(g, before, n, i -> y[i] > 0 ? before[i] : slope * (double) before[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0f, 0.01f, 0.2f})
  void leakyReluBackwardIsExactNextToZero(float slope) {
    float[] y = {
      0f,
      -0f,
      Float.MIN_NORMAL,
      -Float.MIN_NORMAL,
      -Float.MIN_VALUE,
      1e-30f,
      -1e-30f,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY
    };
    float[] g = new float[y.length];
    Arrays.fill(g, 3f);
    float low = 3f * slope;
    ActivationKernels.leakyReluBackward(g, y, slope, y.length);
    assertThat(g).containsExactly(low, low, 3, low, low, 3, low, 3, low, 3, low);
  }

  /** Between 0 and the smallest normal number the derivative is anything between its two values. */
  @Test
  void leakyReluBackwardOfDenormalOutputsIsBetweenTheTwoSlopes() {
    float[] y = {Float.MIN_VALUE, Float.MIN_NORMAL / 2};
    float[] g = {1, 1};
    ActivationKernels.leakyReluBackward(g, y, 0.2f, 2);
    assertThat(g[0]).isBetween(0.2f, 1f);
    assertThat(g[1]).isBetween(0.2f, 1f);
  }

  @Test
  void rectifiersLetNanThrough() {
    float[] relu = {Float.NaN};
    float[] leaky = {Float.NaN};
    float[] gradient = {1};
    ActivationKernels.relu(relu, 1);
    ActivationKernels.leakyRelu(leaky, 0.2f, 1);
    ActivationKernels.leakyReluBackward(gradient, leaky, 0.2f, 1);
    assertThat(relu[0]).isNaN();
    assertThat(leaky[0]).isNaN();
    assertThat(gradient[0]).isNaN();
  }

  @Sizes
  void tanhBackwardIsOneLessTheSquare(int n) {
    float[] before = normal(n, random);
    float[] y = normal(n, random);
    ActivationKernels.tanh(y, n);
    float[] g = before.clone();
    ActivationKernels.tanhBackward(g, y, n);
    assertTwin(g, before, n, i -> before[i] * (1 - (double) y[i] * y[i]));
  }

  @Sizes
  void sigmoidIsTheLogisticFunction(int n) {
    float[] before = normal(n, random);
    float[] x = before.clone();
    sigmoid(x, n);
    for (int i = 0; i < n; i++) {
      assertThat(Math.abs(x[i] - 1 / (1 + StrictMath.exp(-before[i])))).isLessThan(1e-7);
    }
    assertUntouchedBeyond(x, before, n);
  }

  @Test
  void sigmoidIsWithinThreeTenMillionthsEverywhereAndNeverLeavesItsRange() {
    float[] before = new float[400_001];
    for (int i = 0; i < before.length; i++) {
      before[i] = (i - 200_000) * 2e-4f;
    }
    before[0] = Float.NEGATIVE_INFINITY;
    before[before.length - 1] = Float.POSITIVE_INFINITY;
    float[] x = before.clone();
    sigmoid(x, x.length);
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      worst = Math.max(worst, Math.abs(x[i] - 1 / (1 + StrictMath.exp(-(double) before[i]))));
      if (!(x[i] >= 0 && x[i] <= 1)) {
        assertThat(x[i]).as("sigmoid(%s)", before[i]).isBetween(0f, 1f);
      }
    }
    assertThat(worst).isLessThan(2e-7);
  }

  @Sizes
  void sigmoidBackwardIsTheProductOfBothSides(int n) {
    float[] before = normal(n, random);
    float[] y = normal(n, random);
    sigmoid(y, n);
    float[] g = before.clone();
    ActivationKernels.sigmoidBackward(g, y, n);
    assertTwin(g, before, n, i -> before[i] * (double) y[i] * (1 - (double) y[i]));
  }

  private static void sigmoid(float[] x, int n) {
    VectorKernels.scale(x, 0.5f, n);
    ActivationKernels.tanh(x, n);
    ActivationKernels.sigmoidFromHalfTanh(x, n);
  }
}
