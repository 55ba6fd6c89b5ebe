package io.github.gan4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every element is the chain of multiply-adds that a plain loop computes, to the bit. */
class MatrixProductTest {
  private static final float UNTOUCHED = 12345f;

  /** Returns whether it is tried as it computes once the JVM has compiled the vectors. */
  boolean byVectors() {
    return true;
  }

  @BeforeEach
  void choose() {
    MatrixProduct.kernels().forEach(kernel -> kernel.setCompiled(byVectors()));
  }

  static Stream<Arguments> shapes() {
    int[] rows = {1, 2, 5, 6, 7, 12, 13};
    int[] columns = {1, 15, 16, 17, 47, 48, 63, 64, 65, 80, 81, 129};
    int[] sums = {1, 3, 64, 130};
    return Arrays.stream(rows)
        .boxed()
        .flatMap(
            m ->
                Arrays.stream(columns)
                    .boxed()
                    .flatMap(n -> Arrays.stream(sums).mapToObj(k -> Arguments.of(m, n, k))));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void equalsThePlainLoop(int rows, int columns, int sums) {
    Case product = new Case(rows, columns, sums);
    assertThat(product.computed(false)).containsExactly(product.expected(false));
    assertThat(product.computed(true)).containsExactly(product.expected(true));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void theFirstMatrixMayBeInPanels(int rows, int columns, int sums) {
    Case product = new Case(rows, columns, sums);
    float[] expected = product.expected(true);
    product.cutFirst(16);
    assertThat(product.computed(true)).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aSumInPartsIsTheSameSum(int rows, int columns, int sums) {
    Case product = new Case(rows, columns, sums);
    int half = sums / 2;
    float[] result = product.c.clone();
    product.on(result).compute(rows, columns, half, false);
    product
        .on(result)
        .left(product.a, half, product.aRowStride, 1)
        .right(product.b, product.bOffset + half * product.bStride, product.bStride)
        .compute(rows, columns, sums - half, half > 0);
    assertThat(result).containsExactly(product.expected(false));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void theFirstMatrixMayBeTurned(int rows, int columns, int sums) {
    Case product = new Case(rows, columns, sums);
    product.turnFirst();
    assertThat(product.computed(false)).containsExactly(product.expected(false));
  }

  @Test
  void whatStandsBeyondTheLastColumnDoesNotMatter() {
    Case product = new Case(7, 17, 5);
    float[] expected = product.expected(false);
    product.spoilBeyondColumns();
    assertThat(product.computed(false)).containsExactly(expected);
  }

  @Test
  void infinityTimesZeroIsNotLost() {
    Case product = new Case(6, 16, 2);
    Arrays.fill(product.a, 0f);
    product.b[product.bOffset] = Float.POSITIVE_INFINITY;
    assertThat(product.computed(false)[product.cOffset]).isNaN();
  }

  /** Matrices of random values with gaps between rows. */
  private static final class Case {
    private final int rows;
    private final int columns;
    private final int sums;
    private final int bOffset = 2;
    private final int bStride;
    private final int cOffset = 5;
    private final int cStride;
    private final float[] b;
    private final float[] c;
    private int aRowStride;
    private int aSumStride = 1;
    private int run = 1 << 30;
    private int runStride;
    private float[] a;

    Case(int rows, int columns, int sums) {
      this.rows = rows;
      this.columns = columns;
      this.sums = sums;
      Random random = new Random(rows * 31L + columns * 7L + sums);
      aRowStride = sums + 1;
      bStride = columns + 3;
      cStride = columns + 2;
      a = values(random, rows * aRowStride);
      b = values(random, bOffset + sums * bStride + MatrixProduct.SLACK);
      c = values(random, cOffset + rows * cStride);
      for (int i = 0; i < c.length; i++) {
        if (!isElement(i)) {
          c[i] = UNTOUCHED;
        }
      }
    }

    private boolean isElement(int at) {
      return at >= cOffset && (at - cOffset) % cStride < columns && at < cOffset + rows * cStride;
    }

    private static float[] values(Random random, int n) {
      float[] values = new float[n];
      IntStream.range(0, n).forEach(i -> values[i] = random.nextFloat() - 0.5f);
      return values;
    }

    void turnFirst() {
      float[] turned = new float[sums * (rows + 1)];
      for (int i = 0; i < rows; i++) {
        for (int s = 0; s < sums; s++) {
          turned[s * (rows + 1) + i] = a[i * aRowStride + s];
        }
      }
      a = turned;
      aRowStride = 1;
      aSumStride = rows + 1;
    }

    void spoilBeyondColumns() {
      for (int s = 0; s < sums; s++) {
        for (int j = columns; j < bStride; j++) {
          b[bOffset + s * bStride + j] = Float.NaN;
        }
      }
    }

    /** Moves the first matrix into panels of some columns, the last filled up. */
    void cutFirst(int width) {
      int panels = (sums + width - 1) / width;
      float[] cut = new float[panels * rows * width];
      for (int i = 0; i < rows; i++) {
        for (int s = 0; s < sums; s++) {
          cut[(s / width * rows + i) * width + s % width] = a[i * aRowStride + s];
        }
      }
      a = cut;
      aRowStride = width;
      run = width;
      runStride = rows * width;
    }

    MatrixProduct on(float[] result) {
      return new MatrixProduct()
          .left(a, 0, aRowStride, aSumStride, run, runStride)
          .right(b, bOffset, bStride)
          .result(result, cOffset, cStride);
    }

    float[] computed(boolean add) {
      float[] result = c.clone();
      on(result).compute(rows, columns, sums, add);
      return result;
    }

    float[] expected(boolean add) {
      float[] result = c.clone();
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          int at = cOffset + i * cStride + j;
          float sum = add ? c[at] : 0f;
          for (int s = 0; s < sums; s++) {
            sum = Math.fma(a[i * aRowStride + s * aSumStride], b[bOffset + s * bStride + j], sum);
          }
          result[at] = sum;
        }
      }
      return result;
    }
  }
}
