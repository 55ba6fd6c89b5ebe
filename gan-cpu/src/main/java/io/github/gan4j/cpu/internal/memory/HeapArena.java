package io.github.gan4j.cpu.internal.memory;

/**
 * Room on the Java heap that starts where a cache line does. A vector that lies across two lines
 * costs two visits to the cache: products are a fifth slower then.
 *
 * <p>Java promises no such place. But its default collector, G1, gives an array of many megabytes
 * regions of its own and leaves it there, so that its address is known but for multiples of a
 * megabyte. With other collectors all of this works too, at the speed of chance.
 *
 * <p>Thread-safe. A chunk is freed when nothing in it is in use any more.
 */
public final class HeapArena {
  /** Floats of a chunk: 16 MiB is half of G1's largest region. */
  private static final int CHUNK = 1 << 22;

  private static final int LINE = 16;

  /** Floats between an array's start, 16 bytes after the object's, and the next cache line. */
  private static final int FIRST = 12;

  private float[] chunk = {};
  private int next;

  /** A run of zeros in an array. */
  static final class Place {
    final float[] values;
    final int offset;

    private Place(float[] values, int offset) {
      this.values = values;
      this.offset = offset;
    }
  }

  /** Makes one without room; it gets some when first needed. */
  public HeapArena() {}

  /**
   * Returns zeros that nobody else has.
   *
   * @throws IllegalArgumentException if there are more than an array can hold
   */
  synchronized Place allocate(long size) {
    long whole = (size + LINE - 1) / LINE * LINE;
    if (whole > Integer.MAX_VALUE - 2 * LINE) {
      throw new IllegalArgumentException(
          "a matrix must have at most %s values with its padding, had %s"
              .formatted(Integer.MAX_VALUE - 2 * LINE, size));
    }
    if (whole > CHUNK - LINE) {
      return new Place(new float[(int) whole + LINE], FIRST);
    }
    if (next + whole > chunk.length) {
      chunk = new float[CHUNK];
      next = FIRST;
    }
    Place place = new Place(chunk, next);
    next += (int) whole;
    return place;
  }
}
