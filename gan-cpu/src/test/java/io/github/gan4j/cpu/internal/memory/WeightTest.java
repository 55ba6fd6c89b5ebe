package io.github.gan4j.cpu.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a weight is arranged, it gives its values out row by row. */
class WeightTest {
  private static final int ROWS = 7;
  private static final HeapArena ARENA = new HeapArena();

  static Stream<Arguments> weights() {
    Stream<Named<BiFunction<Integer, Integer, Weight>>> kinds =
        Stream.of(
            Named.of("panels", (rows, columns) -> PanelWeight.allocate(ARENA, rows, columns)),
            Named.of("native", (rows, columns) -> NativeMatrix.allocate(rows, columns, () -> {})));
    return kinds.flatMap(
        kind -> Stream.of(1, 16, 63, 64, 65, 128, 200).map(columns -> Arguments.of(kind, columns)));
  }

  @ParameterizedTest
  @MethodSource("weights")
  void givesBackWhatItWasGiven(BiFunction<Integer, Integer, Weight> kind, int columns) {
    Weight weight = kind.apply(ROWS, columns);
    float[] values = numbered(ROWS * columns);
    weight.copyFrom(values, 0);
    assertThat(read(weight)).containsExactly(values);
    weight.free();
  }

  @ParameterizedTest
  @MethodSource("weights")
  void aPartIsTheSameMemory(BiFunction<Integer, Integer, Weight> kind, int columns) {
    Weight weight = kind.apply(ROWS, columns);
    float[] values = numbered(ROWS * columns);
    weight.copyFrom(values, 0);
    Weight part = weight.part(2, 5).part(1, 3);
    assertThat(part.rows()).isEqualTo(2);
    assertThat(read(part)).containsExactly(Arrays.copyOfRange(values, 3 * columns, 5 * columns));

    part.copyFrom(new float[2 * columns], 0);
    Arrays.fill(values, 3 * columns, 5 * columns, 0f);
    assertThat(read(weight)).containsExactly(values);
    weight.free();
  }

  @ParameterizedTest
  @MethodSource("weights")
  void anotherShapeUsesTheSameMemory(BiFunction<Integer, Integer, Weight> kind, int columns) {
    Weight memory = kind.apply(1, ROWS * (columns + 16));
    Weight weight = memory.reshape(ROWS, columns);
    float[] values = numbered(ROWS * columns);
    weight.copyFrom(values, 0);
    assertThat(read(memory.reshape(ROWS, columns))).containsExactly(values);
    memory.free();
  }

  @ParameterizedTest
  @MethodSource("weights")
  void aShapeWithoutRoomIsRefused(BiFunction<Integer, Integer, Weight> kind, int columns) {
    Weight memory = kind.apply(ROWS, columns);
    assertThatThrownBy(() -> memory.reshape(ROWS + 16, columns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not fit into");
    memory.free();
  }

  @Test
  void aRowOfAPanelFollowsTheOneBefore() {
    PanelWeight weight = PanelWeight.allocate(ARENA, ROWS, 100);
    assertThat(weight.panels()).isEqualTo(2);
    assertThat(weight.fullPanels()).isEqualTo(1);
    assertThat(weight.at(0, 1) - weight.at(0, 0)).isEqualTo(64);
    assertThat(weight.at(1, 0) - weight.at(0, 0)).isEqualTo(ROWS * 64);
    assertThat(weight.columnsOf(1)).isEqualTo(36);
    assertThat(weight.stride(1)).isEqualTo(48);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThatThrownBy(() -> PanelWeight.allocate(ARENA, 50_000, 50_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a matrix must have at most 2147483615 values with its padding, had 2500000000");
    assertThatThrownBy(() -> HeapMatrix.allocate(ARENA, 50_000, 50_000, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a matrix must have at most 2147483615 values with its padding");
  }

  private static float[] read(Weight weight) {
    float[] values = new float[weight.size()];
    weight.copyTo(values, 0);
    return values;
  }

  private static float[] numbered(int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = i + 1f;
    }
    return values;
  }
}
