package io.github.gan4j.cpu.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Bfloat16BlockTest {

  @ParameterizedTest
  @ValueSource(
      floats = {
        0f,
        -0f,
        1f,
        -1.5f,
        0x1.01p0f, // halfway: down to the even 1
        0x1.03p0f, // halfway: up to the even 1.015625
        0x1.010002p0f, // just above halfway
        0x1.fep127f, // the largest there is
        Float.MIN_VALUE,
        9.18e-41f,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY
      })
  void aFloatIsRoundedToTheNearest(float value) {
    float[] source = new float[40];
    source[3] = value;
    source[37] = value;

    float[] rounded = put(source);

    assertThat(rounded[3]).isEqualTo(nearest(value));
    assertThat(rounded[37]).isEqualTo(nearest(value));
  }

  @Test
  void allKindsOfFloatsAreRoundedToTheNearest() {
    Random random = new Random(8);
    float[] source = new float[10_007];
    for (int i = 0; i < source.length; i++) {
      do {
        source[i] = Float.intBitsToFloat(random.nextInt());
      } while (!Float.isFinite(source[i]));
    }

    float[] rounded = put(source);

    for (int i = 0; i < source.length; i++) {
      assertThat(rounded[i]).as("of %s", source[i]).isEqualTo(nearest(source[i]));
    }
  }

  @Test
  void notANumberStaysSo() {
    float[] source = new float[40];
    source[5] = Float.intBitsToFloat(0x7f800001);
    source[39] = Float.intBitsToFloat(0xffffffff);

    float[] rounded = put(source);

    assertThat(rounded[5]).isNaN();
    assertThat(rounded[39]).isNaN();
  }

  @Test
  void roundedValuesFollowWhatIsWrittenToViews() {
    NativeMatrix matrix = NativeMatrix.allocateRounded(4, 5, () -> {});
    matrix.rowRange(1, 3).columnRange(2, 4).copyFrom(new float[] {1, 2, 3, 4}, 0);
    matrix.part(3, 4).copyFrom(new float[] {5, 6, 7, 8, 9}, 0);
    matrix.putRun(0, new float[] {-1}, 1);

    assertThat(rounded(matrix, 1, 2)).isEqualTo(1);
    assertThat(rounded(matrix, 1, 3)).isEqualTo(2);
    assertThat(rounded(matrix, 2, 2)).isEqualTo(3);
    assertThat(rounded(matrix, 2, 3)).isEqualTo(4);
    assertThat(rounded(matrix, 1, 4)).isZero();
    assertThat(rounded(matrix, 3, 0)).isEqualTo(5);
    assertThat(rounded(matrix, 3, 4)).isEqualTo(9);
    assertThat(rounded(matrix, 0, 0)).isEqualTo(-1);
    matrix.free();
  }

  @Test
  void aMatrixWithoutRoundedValuesSaysSo() {
    NativeMatrix matrix = NativeMatrix.allocate(1, 1, () -> {});
    Bfloat16Cursor cursor = new Bfloat16Cursor();
    assertThatThrownBy(() -> matrix.roundedAt(0, 0, cursor))
        .isInstanceOf(IllegalStateException.class);
    matrix.free();
  }

  private static float rounded(NativeMatrix matrix, int row, int column) {
    return Float.intBitsToFloat(matrix.roundedAt(row, column, new Bfloat16Cursor()).get() << 16);
  }

  private static float[] put(float[] source) {
    float[] rounded = new float[source.length];
    Bfloat16Cursor cursor = new Bfloat16Cursor();
    try (Bfloat16Block block = new Bfloat16Block(source.length)) {
      block.put(0, source, 0, source.length);
      for (int i = 0; i < source.length; i++) {
        rounded[i] = Float.intBitsToFloat(block.at(i, cursor).get() << 16);
      }
    }
    return rounded;
  }

  /** By comparing both neighbours exactly. */
  private static float nearest(float value) {
    int lower = Float.floatToRawIntBits(value) & 0xffff0000;
    float towardsZero = Float.intBitsToFloat(lower);
    float away = Float.intBitsToFloat(lower + 0x10000);
    if (towardsZero == value || !Float.isFinite(value)) {
      return value;
    }
    BigDecimal exact = new BigDecimal(value);
    // Past the largest, the step stays what it was.
    BigDecimal step =
        new BigDecimal(Float.intBitsToFloat(lower | 0x8000)).subtract(new BigDecimal(towardsZero));
    int side = exact.subtract(new BigDecimal(towardsZero)).abs().compareTo(step.abs());
    boolean even = (lower & 0x10000) == 0;
    return side < 0 || (side == 0 && even) ? towardsZero : away;
  }
}
