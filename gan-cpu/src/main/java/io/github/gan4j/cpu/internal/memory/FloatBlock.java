package io.github.gan4j.cpu.internal.memory;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Floats outside of the Java heap, where BLAS reads and writes them: zeros at first, at an address
 * that is a multiple of 64. Freed by {@link #close} or by the garbage collector. Not thread-safe,
 * but for threads that keep to places of their own.
 */
public final class FloatBlock implements AutoCloseable {
  private static final int ALIGNMENT = 64;

  private final FloatPointer owner;
  private final long address;
  private final FloatBuffer buffer;
  private final int size;

  /**
   * Allocates one.
   *
   * @throws IllegalArgumentException if it is larger than 2 GiB, or less than 0
   * @throws OutOfMemoryError if there is no room
   */
  public FloatBlock(long size) {
    int slack = ALIGNMENT / Float.BYTES;
    if (size < 0 || size > Integer.MAX_VALUE / Float.BYTES - slack) {
      throw new IllegalArgumentException(
          "a matrix must have at most %s values, had %s"
              .formatted(Integer.MAX_VALUE / Float.BYTES - slack, size));
    }
    this.size = (int) size;
    owner = new FloatPointer(size + slack);
    Pointer.memset(owner, 0, (size + slack) * Float.BYTES);
    long misplaced = owner.address() % ALIGNMENT;
    long skipped = misplaced == 0 ? 0 : (ALIGNMENT - misplaced) / Float.BYTES;
    address = owner.address() + skipped * Float.BYTES;
    buffer = new FloatPointer(owner).position(skipped).asBuffer();
  }

  /** Returns the number of floats. */
  public int size() {
    return size;
  }

  /** Moves a cursor to a place, where it is valid as long as this block is, and returns it. */
  FloatCursor at(int offset, FloatCursor cursor) {
    return cursor.moveTo(address + (long) offset * Float.BYTES);
  }

  /** Copies from here to an array. */
  public void get(int offset, float[] target, int targetOffset, int length) {
    buffer.get(offset, target, targetOffset, length);
  }

  /** Copies from an array to here. */
  public void put(int offset, float[] source, int sourceOffset, int length) {
    buffer.put(offset, source, sourceOffset, length);
  }

  /** Frees the memory. A second call does nothing. */
  @Override
  public void close() {
    owner.close();
  }
}
