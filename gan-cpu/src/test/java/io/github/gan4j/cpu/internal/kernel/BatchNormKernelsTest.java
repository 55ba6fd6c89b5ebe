package io.github.gan4j.cpu.internal.kernel;

import static io.github.gan4j.cpu.internal.kernel.Places.assertTwin;
import static io.github.gan4j.cpu.internal.kernel.Places.normal;
import static io.github.gan4j.cpu.internal.kernel.Places.positive;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchNormKernelsTest {
  private final Random random = new Random(4);

  @Sizes
  void gatheredRowsHaveTheirMeanAndSumOfSquares(int n) {
    for (int rows : new int[] {1, 2, 3, 32, 100}) {
      float[][] x = rows(rows, n);
      Statistics statistics = new Statistics(n);
      float[] meanBefore = statistics.mean.clone();
      float[] squaresBefore = statistics.squares.clone();
      statistics.gather(x, 0, rows, n);
      assertTwin(statistics.mean, meanBefore, n, i -> mean(x, i));
      assertTwin(statistics.squares, squaresBefore, n, i -> squares(x, i));
    }
  }

  @Test
  void aLargeOffsetCostsNoPrecision() {
    float[][] x = new float[64][1];
    for (int r = 0; r < x.length; r++) {
      x[r][0] = 1000 + r % 2;
    }
    Statistics statistics = new Statistics(1);
    statistics.gather(x, 0, 64, 1);
    assertThat(statistics.squares[0] / 64).isBetween(0.2499f, 0.2501f);
  }

  @Sizes
  void inverseDeviationAddsEpsilonUnderTheRoot(int n) {
    float[] squares = positive(n, random);
    float[] before = normal(n, random);
    float[] inverse = before.clone();
    BatchNormKernels.inverseDeviation(inverse, squares, 7, 1e-3f, n);
    assertTwin(inverse, before, n, i -> 1 / Math.sqrt(squares[i] / 7.0 + 1e-3));
  }

  @Test
  void aFeatureThatDoesNotVaryHasAFiniteInverseDeviation() {
    float[] inverse = new float[1];
    BatchNormKernels.inverseDeviation(inverse, new float[1], 64, 1e-5f, 1);
    assertThat(inverse[0]).isBetween(316.22f, 316.23f);
  }

  @Sizes
  void normalizeCentresAndScales(int n) {
    float[] before = normal(n, random);
    float[] mean = normal(n, random);
    float[] inverse = positive(n, random);
    float[] x = before.clone();
    BatchNormKernels.normalize(x, mean, inverse, n);
    assertTwin(x, before, n, i -> ((double) before[i] - mean[i]) * inverse[i]);
  }

  @Sizes
  void gatherGradientAddsTheGradientAndItsProduct(int n) {
    float[] sumBefore = normal(n, random);
    float[] productBefore = normal(n, random);
    float[] g = normal(n, random);
    float[] normalized = normal(n, random);
    float[] sum = sumBefore.clone();
    float[] product = productBefore.clone();
    BatchNormKernels.gatherGradient(sum, product, g, normalized, n);
    assertTwin(sum, sumBefore, n, i -> (double) sumBefore[i] + g[i]);
    assertTwin(product, productBefore, n, i -> productBefore[i] + (double) g[i] * normalized[i]);
  }

  @Sizes
  void backwardTakesOutTheMeanAndTheProjection(int n) {
    int rows = 12;
    float[] before = normal(n, random);
    float[] normalized = normal(n, random);
    float[] sum = normal(n, random);
    float[] product = normal(n, random);
    float[] factor = normal(n, random);
    float[] g = before.clone();
    BatchNormKernels.backward(g, normalized, sum, product, factor, rows, n);
    assertTwin(
        g,
        before,
        n,
        i ->
            factor[i]
                * (before[i]
                    - (double) sum[i] / rows
                    - normalized[i] * (double) product[i] / rows));
  }

  private float[][] rows(int rows, int n) {
    float[][] x = new float[rows][];
    for (int r = 0; r < rows; r++) {
      x[r] = normal(n, random);
    }
    return x;
  }

  private static double mean(float[][] x, int feature) {
    double sum = 0;
    for (float[] row : x) {
      sum += row[feature];
    }
    return sum / x.length;
  }

  private static double squares(float[][] x, int feature) {
    double mean = mean(x, feature);
    double sum = 0;
    for (float[] row : x) {
      sum += (row[feature] - mean) * (row[feature] - mean);
    }
    return sum;
  }

  /** Zeros at first, and a mark beyond the end. */
  private static final class Statistics {
    final float[] mean;
    final float[] squares;

    Statistics(int n) {
      mean = new float[n + 1];
      squares = new float[n + 1];
      mean[n] = 77;
      squares[n] = 77;
    }

    void gather(float[][] x, int from, int to, int n) {
      for (int r = from; r < to; r++) {
        BatchNormKernels.gather(mean, squares, x[r], r - from + 1, n);
      }
    }
  }
}
