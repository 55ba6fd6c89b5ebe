package io.github.gan4j.cpu.internal.memory;

import java.util.Arrays;

/**
 * A weight on the Java heap, cut into panels of 64 columns. In a panel, rows follow each other
 * without a gap, so that who walks a few columns of all rows, as a backward product does, reads
 * memory straight on; who walks rows, as a forward product does, reads runs of 64.
 */
public final class PanelWeight implements Weight {
  /** Columns of a panel; the last has what is left, filled up to whole vectors. */
  public static final int PANEL = 64;

  private static final int VECTOR = 16;

  private final float[] values;
  private final int start;
  private final int room;
  private final int allRows;
  private final int from;
  private final int rows;
  private final int columns;

  private PanelWeight(
      float[] values, int start, int room, int allRows, int from, int rows, int columns) {
    this.values = values;
    this.start = start;
    this.room = room;
    this.allRows = allRows;
    this.from = from;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Allocates one of zeros.
   *
   * @throws IllegalArgumentException if {@code rows < 0}, {@code columns < 1}, or it is too large
   */
  public static PanelWeight allocate(HeapArena arena, int rows, int columns) {
    Matrix.checkShape(rows, columns);
    long room = room(rows, columns);
    HeapArena.Place place = arena.allocate(room);
    return new PanelWeight(place.values, place.offset, (int) room, rows, 0, rows, columns);
  }

  private static long room(int rows, int columns) {
    return (long) rows * ((columns + VECTOR - 1L) / VECTOR * VECTOR);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int size() {
    return rows * columns;
  }

  /** Returns what the weight and its parts stand in. */
  public float[] array() {
    return values;
  }

  /** Returns the number of panels, the last of which may be narrower than the others. */
  public int panels() {
    return (columns + PANEL - 1) / PANEL;
  }

  /** Returns the number of panels that have all 64 columns. */
  public int fullPanels() {
    return columns / PANEL;
  }

  /** Returns how many columns of the weight stand in a panel. */
  public int columnsOf(int panel) {
    return Math.min(PANEL, columns - panel * PANEL);
  }

  /** Returns how far rows of a panel are apart. */
  public int stride(int panel) {
    return (columnsOf(panel) + VECTOR - 1) / VECTOR * VECTOR;
  }

  /** Returns how far panels are apart. */
  public int panelStride() {
    return PANEL * allRows;
  }

  /** Returns where in {@link #array} a row of a panel starts. */
  public int at(int panel, int row) {
    return start + panel * panelStride() + (from + row) * stride(panel);
  }

  @Override
  public PanelWeight part(int from, int to) {
    return new PanelWeight(values, start, room, allRows, this.from + from, to - from, columns);
  }

  @Override
  public PanelWeight reshape(int rows, int columns) {
    Matrix.checkShape(rows, columns);
    if (from != 0 || room(rows, columns) > room) {
      throw new IllegalArgumentException(
          "%s x %s do not fit into %s values".formatted(rows, columns, room));
    }
    return new PanelWeight(values, start, room, rows, 0, rows, columns);
  }

  @Override
  public void copyTo(float[] target, int offset) {
    for (int panel = 0; panel < panels(); panel++) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(
            values,
            at(panel, row),
            target,
            offset + row * columns + panel * PANEL,
            columnsOf(panel));
      }
    }
  }

  @Override
  public void copyFrom(float[] source, int offset) {
    for (int panel = 0; panel < panels(); panel++) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(
            source,
            offset + row * columns + panel * PANEL,
            values,
            at(panel, row),
            columnsOf(panel));
        // What fills a row up is computed with; it must not stay NaN when the row no longer is.
        Arrays.fill(values, at(panel, row) + columnsOf(panel), at(panel, row) + stride(panel), 0f);
      }
    }
  }

  /** Nothing to do: the garbage collector frees it. */
  @Override
  public void free() {}
}
