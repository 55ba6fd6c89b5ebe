package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.engine.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tensors hold what is written, views share it, and nothing reaches beyond them. */
public abstract class TensorContract extends Contract {
  private static final int ROWS = 5;
  private static final int COLUMNS = 7;

  /** Makes a contract of one engine. */
  protected TensorContract() {}

  static Stream<Arguments> sizes() {
    return Stream.concat(Stream.of(0), Cases.ROWS.stream())
        .flatMap(rows -> Cases.WIDTHS.stream().map(columns -> Arguments.of(rows, columns)));
  }

  @ParameterizedTest(name = "{0} × {1}")
  @MethodSource("sizes")
  void newTensorsHoldZeros(int rows, int columns) {
    Tensor tensor = tested().allocate(rows, columns);
    assertThat(tensor.rows()).isEqualTo(rows);
    assertThat(tensor.columns()).isEqualTo(columns);
    float[] values = Tensors.counting(rows * columns);
    tensor.copyTo(values, 0);
    assertThat(values).isEqualTo(new float[rows * columns]);
  }

  @ParameterizedTest(name = "{0} × {1}")
  @MethodSource("sizes")
  void valuesComeBackAsTheyWereWritten(int rows, int columns) {
    Tensor tensor = tested().allocate(rows, columns);
    float[] values = Tensors.counting(rows * columns);
    tensor.copyFrom(values, 0);
    assertThat(Tensors.toArray(tensor)).isEqualTo(values);
  }

  @Test
  void specialValuesComeBackAsTheyWereWritten() {
    float[] values = {
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      -0f,
      Float.MIN_VALUE,
      Float.MAX_VALUE,
      -Float.MAX_VALUE
    };
    assertThat(Tensors.toArray(Tensors.of(tested(), 1, values.length, values))).isEqualTo(values);
  }

  @Test
  void copiesStartAtTheirOffsetAndTouchNothingElse() {
    Tensor tensor = tested().allocate(2, 2);
    tensor.copyFrom(new float[] {9, 9, 9, 1, 2, 3, 4, 9}, 3);
    float[] target = {8, 8, 8, 8, 8, 8, 8};
    tensor.copyTo(target, 2);
    assertThat(target).containsExactly(8, 8, 1, 2, 3, 4, 8);
  }

  @Test
  void writtenArraysAreNotSharedWithTheTensor() {
    float[] values = {1, 2};
    Tensor tensor = Tensors.of(tested(), 1, 2, values);
    values[0] = 5;
    assertThat(Tensors.toArray(tensor)).containsExactly(1, 2);
  }

  @Test
  void rowRangesReadAndWriteTheirRows() {
    Tensor tensor = counting();
    Tensor view = tensor.rowRange(1, 3);
    assertThat(view.rows()).isEqualTo(2);
    assertThat(view.columns()).isEqualTo(COLUMNS);
    assertThat(Tensors.toArray(view)).isEqualTo(expected(1, 3, 0, COLUMNS, 0));
    view.copyFrom(expected(1, 3, 0, COLUMNS, 100), 0);
    assertOnlyChanged(tensor, 1, 3, 0, COLUMNS);
  }

  @Test
  void columnRangesReadAndWriteTheirColumns() {
    Tensor tensor = counting();
    Tensor view = tensor.columnRange(2, 6);
    assertThat(view.rows()).isEqualTo(ROWS);
    assertThat(view.columns()).isEqualTo(4);
    assertThat(Tensors.toArray(view)).isEqualTo(expected(0, ROWS, 2, 6, 0));
    view.copyFrom(expected(0, ROWS, 2, 6, 100), 0);
    assertOnlyChanged(tensor, 0, ROWS, 2, 6);
  }

  @Test
  void viewsOfViewsReadAndWriteTheirPart() {
    Tensor tensor = counting();
    Tensor view = tensor.columnRange(1, 6).rowRange(1, 5).columnRange(1, 3).rowRange(1, 3);
    assertThat(Tensors.toArray(view)).isEqualTo(expected(2, 4, 2, 4, 0));
    view.copyFrom(expected(2, 4, 2, 4, 100), 0);
    assertOnlyChanged(tensor, 2, 4, 2, 4);
  }

  @Test
  void viewsSeeWhatIsWrittenToTheWhole() {
    Tensor tensor = tested().allocate(ROWS, COLUMNS);
    Tensor rows = tensor.rowRange(2, 4);
    Tensor columns = tensor.columnRange(3, 5);
    tensor.copyFrom(Tensors.counting(ROWS * COLUMNS), 0);
    assertThat(Tensors.toArray(rows)).isEqualTo(expected(2, 4, 0, COLUMNS, 0));
    assertThat(Tensors.toArray(columns)).isEqualTo(expected(0, ROWS, 3, 5, 0));
  }

  @ParameterizedTest
  @CsvSource({"0", "3", "5"})
  void rowRangesMayBeEmpty(int at) {
    Tensor view = counting().rowRange(at, at);
    assertThat(view.rows()).isZero();
    assertThat(view.columns()).isEqualTo(COLUMNS);
    assertThat(Tensors.toArray(view)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "0, 6", "3, 2", "6, 6", "-2147483648, 2147483647"})
  void rowsOutOfBoundsAreRefused(int from, int to) {
    Tensor tensor = counting();
    assertThatThrownBy(() -> tensor.rowRange(from, to))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "0, 8", "3, 2", "3, 3", "7, 7", "-2147483648, 2147483647"})
  void columnsOutOfBoundsAreRefused(int from, int to) {
    Tensor tensor = counting();
    assertThatThrownBy(() -> tensor.columnRange(from, to))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aViewsBoundsAreItsOwn() {
    Tensor view = counting().rowRange(1, 3).columnRange(1, 3);
    assertThatThrownBy(() -> view.rowRange(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.columnRange(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource({"34, 0", "35, 1", "35, -1", "0, 0", "100, 66", "35, 2147483647"})
  void arraysThatAreTooShortAreRefused(int length, int offset) {
    Tensor tensor = counting();
    assertThatThrownBy(() -> tensor.copyFrom(new float[length], offset))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tensor.copyTo(new float[length], offset))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Tensors.toArray(tensor)).isEqualTo(Tensors.counting(ROWS * COLUMNS));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "1, 0", "1, -1", "65536, 65536"})
  void impossibleSizesAreRefused(int rows, int columns) {
    assertThatThrownBy(() -> tested().allocate(rows, columns))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Tensor counting() {
    return Tensors.of(tested(), ROWS, COLUMNS, Tensors.counting(ROWS * COLUMNS));
  }

  /** Returns a part of the counting tensor, packed, with something added to every value. */
  private static float[] expected(int fromRow, int toRow, int fromColumn, int toColumn, float add) {
    float[] values = new float[(toRow - fromRow) * (toColumn - fromColumn)];
    int i = 0;
    for (int row = fromRow; row < toRow; row++) {
      for (int column = fromColumn; column < toColumn; column++) {
        values[i++] = row * COLUMNS + column + 1 + add;
      }
    }
    return values;
  }

  private static void assertOnlyChanged(
      Tensor tensor, int fromRow, int toRow, int fromColumn, int toColumn) {
    float[] expected = Tensors.counting(ROWS * COLUMNS);
    for (int row = fromRow; row < toRow; row++) {
      for (int column = fromColumn; column < toColumn; column++) {
        expected[row * COLUMNS + column] += 100;
      }
    }
    assertThat(Tensors.toArray(tensor)).isEqualTo(expected);
  }
}
