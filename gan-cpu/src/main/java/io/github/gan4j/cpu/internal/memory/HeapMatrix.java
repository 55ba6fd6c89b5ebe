package io.github.gan4j.cpu.internal.memory;

/**
 * A matrix on the Java heap. Its rows are an odd number of cache lines apart, or columns of
 * matrices whose widths are powers of two would all fall into the same few sets of the cache.
 */
public final class HeapMatrix extends Matrix {
  private static final int LINE = 16;

  /** Floats that vectors may read beyond the last row. */
  private static final int SLACK = LINE;

  private final float[] values;

  private HeapMatrix(
      float[] values, int offset, int rows, int columns, int stride, Runnable checkOpen) {
    super(offset, rows, columns, stride, checkOpen);
    this.values = values;
  }

  /**
   * Allocates one of zeros, whose values can be copied as long as {@code checkOpen} throws nothing.
   *
   * @throws IllegalArgumentException if {@code rows < 0}, {@code columns < 1}, or it is too large
   */
  public static HeapMatrix allocate(HeapArena arena, int rows, int columns, Runnable checkOpen) {
    checkShape(rows, columns);
    int lines = (columns - 1) / LINE + 1;
    int stride = (lines | 1) * LINE;
    HeapArena.Place place = arena.allocate((long) rows * stride + SLACK);
    return new HeapMatrix(place.values, place.offset, rows, columns, stride, checkOpen);
  }

  /**
   * Allocates one of zeros without gaps between its rows.
   *
   * @throws IllegalArgumentException as {@link #allocate} does
   */
  public static HeapMatrix allocateDense(HeapArena arena, int rows, int columns) {
    checkShape(rows, columns);
    HeapArena.Place place = arena.allocate((long) rows * columns + SLACK);
    return new HeapMatrix(place.values, place.offset, rows, columns, columns, () -> {});
  }

  /** Returns what the matrix and its views stand in. */
  public float[] array() {
    return values;
  }

  /** Returns where a place is in {@link #array}. */
  public int at(int row, int column) {
    return offset + row * stride + column;
  }

  @Override
  Matrix view(int offset, int rows, int columns) {
    return new HeapMatrix(values, offset, rows, columns, stride, checkOpen);
  }

  @Override
  void read(int at, float[] target, int targetOffset, int length) {
    System.arraycopy(values, at, target, targetOffset, length);
  }

  @Override
  void write(int at, float[] source, int sourceOffset, int length) {
    System.arraycopy(source, sourceOffset, values, at, length);
  }

  /** Nothing to do: the garbage collector frees it. */
  @Override
  public void free() {}
}
