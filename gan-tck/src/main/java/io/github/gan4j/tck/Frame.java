package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import java.util.Arrays;

/** A view in the middle of a larger tensor, whose other values must stay what they are. */
final class Frame {
  private static final float MARK = 77;
  private static final int ABOVE = 2;
  private static final int BELOW = 1;
  private static final int LEFT = 3;
  private static final int RIGHT = 2;

  private final Tensor whole;
  private final Tensor view;

  Frame(GanEngine engine, int rows, int columns) {
    whole = engine.allocate(ABOVE + rows + BELOW, LEFT + columns + RIGHT);
    float[] marks = new float[whole.rows() * whole.columns()];
    Arrays.fill(marks, MARK);
    whole.copyFrom(marks, 0);
    view = whole.rowRange(ABOVE, ABOVE + rows).columnRange(LEFT, LEFT + columns);
  }

  Tensor view() {
    return view;
  }

  void assertUntouched() {
    float[] values = Tensors.toArray(whole);
    for (int row = 0; row < whole.rows(); row++) {
      for (int column = 0; column < whole.columns(); column++) {
        boolean inside =
            row >= ABOVE
                && row < ABOVE + view.rows()
                && column >= LEFT
                && column < LEFT + view.columns();
        if (!inside) {
          assertThat(values[row * whole.columns() + column])
              .as("row %d, column %d, outside of the view", row, column)
              .isEqualTo(MARK);
        }
      }
    }
  }
}
