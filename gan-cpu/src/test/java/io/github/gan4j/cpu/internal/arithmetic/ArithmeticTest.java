package io.github.gan4j.cpu.internal.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.Segment;
import io.github.gan4j.cpu.internal.memory.Weight;
import io.github.gan4j.vector.VectorApi;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both arithmetics compute what plain loops in double precision do, also in parts and views. */
class ArithmeticTest {
  private final Random random = new Random(3);

  @ParameterizedTest
  @CsvSource({
    "openblas, 5, 3, 2",
    "openblas, 64, 100, 130",
    "openblas, 150, 70, 65",
    "bfloat16, 5, 3, 2",
    "bfloat16, 64, 100, 130",
    "bfloat16, 150, 70, 65",
    "vector, 1, 1, 1",
    "vector, 5, 3, 2",
    "vector, 16, 64, 64",
    "vector, 64, 100, 130",
    "vector, 65, 129, 63",
    "vector, 150, 70, 65"
  })
  void productsAreThoseOfPlainLoops(String kernels, int rows, int inputs, int outputs) {
    Arithmetic arithmetic = arithmetic(kernels);
    float[] in = values(rows * inputs);
    float[] weight = values(outputs * inputs);
    float[] delta = values(rows * outputs);
    Matrix inputsMatrix = inside(arithmetic, in, rows, inputs);
    Matrix deltas = inside(arithmetic, delta, rows, outputs);
    Weight weights = arithmetic.allocateWeight(outputs, inputs);
    weights.copyFrom(weight, 0);
    arithmetic.beforeWork();
    Multiplier multiplier = arithmetic.multiplier();

    Matrix out = arithmetic.allocate(rows, outputs);
    ForwardInput form = arithmetic.forwardInput(rows, inputs);
    form.take(inputsMatrix, rows, 0, inputs);
    int piece = arithmetic.columnsAtOnce(outputs, 2);
    for (int from = 0; from < outputs; from += piece) {
      int count = Math.min(piece, outputs - from);
      multiplier.forward(rows, inputsMatrix, form, weights, from, count, out);
    }
    Matrix outAtOnce = arithmetic.allocate(rows, outputs);
    multiplier.forward(rows, inputsMatrix, form, weights, 0, outputs, outAtOnce);
    Matrix inGradient = arithmetic.allocate(rows, inputs);
    int inPiece = arithmetic.columnsAtOnce(inputs, 2);
    for (int from = 0; from < inputs; from += inPiece) {
      int count = Math.min(inPiece, inputs - from);
      multiplier.backward(rows, deltas, weights, from, count, inGradient);
    }
    Weight gradient = arithmetic.allocateWeight(outputs, inputs);
    multiplier.weightGradient(rows, deltas, 0, outputs, inputsMatrix, gradient, false);
    multiplier.weightGradient(rows, deltas, 0, outputs, inputsMatrix, gradient, true);

    float[] outValues = read(out);
    assertThat(read(outAtOnce)).containsExactly(outValues, within(1e-4f));
    float[] inGradientValues = read(inGradient);
    float[] gradientValues = read(gradient);
    for (int r = 0; r < rows; r++) {
      for (int o = 0; o < outputs; o++) {
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
          sum += (double) in[r * inputs + i] * weight[o * inputs + i];
        }
        assertThat((double) outValues[r * outputs + o]).isCloseTo(sum, within(1e-4));
      }
      for (int i = 0; i < inputs; i++) {
        double sum = 0;
        for (int o = 0; o < outputs; o++) {
          sum += (double) delta[r * outputs + o] * weight[o * inputs + i];
        }
        assertThat((double) inGradientValues[r * inputs + i]).isCloseTo(sum, within(1e-4));
      }
    }
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
          sum += (double) delta[r * outputs + o] * in[r * inputs + i];
        }
        assertThat((double) gradientValues[o * inputs + i]).isCloseTo(2 * sum, within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "openblas, 5, 3",
    "openblas, 30, 200",
    "bfloat16, 30, 200",
    "vector, 5, 3",
    "vector, 30, 200"
  })
  void aTileMovesAgainstItsGradientAndItsAverageFollows(String kernels, int rows, int columns) {
    Arithmetic arithmetic = arithmetic(kernels);
    Weight weight = arithmetic.allocateWeight(rows + 4, columns);
    float[] before = values((rows + 4) * columns);
    weight.copyFrom(before, 0);
    TileOptimizer optimizer = arithmetic.tileOptimizer(weight.part(2, 2 + rows), true);
    optimizer.resetAverage();
    float[] gradientValues = values(rows * columns);
    Weight gradient = arithmetic.allocateWeight(1, rows * (columns + 16)).reshape(rows, columns);
    gradient.copyFrom(gradientValues, 0);

    UpdateNumbers numbers = UpdateNumbers.of(OptimizerConfig.adam(0.01, 0.5, 0.999), 0.9, 1, 1, 1);
    optimizer.update(gradient, numbers, new UpdateScratch());

    float[] after = read(weight);
    float[] first = read(optimizer.firstMoments(), rows * columns);
    float[] second = read(optimizer.secondMoments(), rows * columns);
    float[] average = read(optimizer.average(), rows * columns);
    for (int i = 0; i < before.length; i++) {
      int own = i - 2 * columns;
      if (own < 0 || own >= rows * columns) {
        assertThat(after[i]).isEqualTo(before[i]);
      } else {
        float g = gradientValues[own];
        // Adam's first step is the learning rate, against the gradient's sign.
        assertThat(after[i]).isCloseTo(before[i] - 0.01f * Math.signum(g), within(1e-5f));
        assertThat(first[own]).isCloseTo(0.5f * g, within(1e-6f));
        assertThat(second[own]).isCloseTo(0.001f * g * g, within(1e-6f));
        float moved = (float) (9.0 / 11) * (after[i] - before[i]);
        assertThat(average[own]).isCloseTo(before[i] + moved, within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openblas", "bfloat16", "vector"})
  void aTileTellsOfOneBadGradient(String kernels) {
    Arithmetic arithmetic = arithmetic(kernels);
    int rows = 30;
    int columns = 200;
    Weight weight = arithmetic.allocateWeight(rows, columns);
    UpdateScratch scratch = new UpdateScratch();
    UpdateNumbers numbers = UpdateNumbers.of(OptimizerConfig.adam(0.01, 0.5, 0.999), 0.9, 1, 1, 1);
    for (int at = 0; at < rows * columns; at += 599) {
      TileOptimizer optimizer = arithmetic.tileOptimizer(weight, true);
      Weight gradient = arithmetic.allocateWeight(1, rows * (columns + 16)).reshape(rows, columns);
      float[] values = values(rows * columns);
      gradient.copyFrom(values, 0);
      optimizer.update(gradient, numbers, scratch);
      assertThat(scratch.takeFinite()).isTrue();
      values[at] = Float.NaN;
      gradient.copyFrom(values, 0);
      optimizer.update(gradient, numbers, scratch);
      assertThat(scratch.takeFinite()).as("place %d", at).isFalse();
      assertThat(scratch.takeFinite()).isTrue();
      weight.copyFrom(new float[rows * columns], 0);
    }
  }

  private static Arithmetic arithmetic(String kernels) {
    if (kernels.equals("openblas")) {
      return new BlasArithmetic();
    }
    if (kernels.equals("bfloat16")) {
      assumeThat(Loader.getPlatform()).as("oneMKL comes for").endsWith("x86_64");
      return new Bfloat16Arithmetic();
    }
    assumeThat(VectorApi.isAvailable()).as("Java runs with the Vector API").isTrue();
    return new VectorArithmetic();
  }

  /** A view of a larger matrix, so that offsets and strides count. */
  private static Matrix inside(Arithmetic arithmetic, float[] values, int rows, int columns) {
    Matrix larger = arithmetic.allocate(rows + 3, columns + 5);
    Matrix view = larger.rowRange(1, 1 + rows).columnRange(2, 2 + columns);
    view.copyFrom(values, 0);
    return view;
  }

  private static float[] read(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values, 0);
    return values;
  }

  private static float[] read(Weight weight) {
    float[] values = new float[weight.size()];
    weight.copyTo(values, 0);
    return values;
  }

  private static float[] read(List<Segment> segments, int size) {
    float[] values = new float[size];
    int at = 0;
    for (Segment segment : segments) {
      segment.copyTo(values, at);
      at += segment.size();
    }
    assertThat(at).isEqualTo(size);
    return values;
  }

  /** Values away from 0, so that signs are certain, which lose nothing when rounded. */
  private float[] values(int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      float x = random.nextFloat() - 0.5f;
      int bits = Float.floatToRawIntBits(x + 0.1f * Math.signum(x));
      values[i] = Float.intBitsToFloat(bits & 0xffff0000);
    }
    return values;
  }
}
