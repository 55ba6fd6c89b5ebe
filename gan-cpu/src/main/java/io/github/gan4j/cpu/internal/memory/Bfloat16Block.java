package io.github.gan4j.cpu.internal.memory;

import io.github.gan4j.vector.Bfloat16Rounding;
import io.github.gan4j.vector.VectorApi;
import java.nio.ShortBuffer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Numbers of bfloat16 outside of the Java heap: the upper halves of floats, zeros at first, at an
 * address that is a multiple of 64. Freed by {@link #close} or by the garbage collector. Not
 * thread-safe, but for threads that keep to places of their own.
 */
final class Bfloat16Block implements AutoCloseable {
  private static final int ALIGNMENT = 64;
  private static final boolean VECTORS = VectorApi.isAvailable();
  private static final int CHUNK = 4096;
  private static final ThreadLocal<short[]> ROUNDED =
      ThreadLocal.withInitial(() -> new short[CHUNK]);

  private final ShortPointer owner;
  private final long address;
  private final ShortBuffer buffer;

  /**
   * Allocates one, at most as large as a {@link FloatBlock} can be.
   *
   * @throws OutOfMemoryError if there is no room
   */
  Bfloat16Block(int size) {
    int slack = ALIGNMENT / Short.BYTES;
    owner = new ShortPointer((long) size + slack);
    Pointer.memset(owner, 0, ((long) size + slack) * Short.BYTES);
    long misplaced = owner.address() % ALIGNMENT;
    long skipped = misplaced == 0 ? 0 : (ALIGNMENT - misplaced) / Short.BYTES;
    address = owner.address() + skipped * Short.BYTES;
    buffer = new ShortPointer(owner).position(skipped).asBuffer();
  }

  /** Moves a cursor to a place, where it is valid as long as this block is, and returns it. */
  Bfloat16Cursor at(int offset, Bfloat16Cursor cursor) {
    return cursor.moveTo(address + (long) offset * Short.BYTES);
  }

  /** Rounds floats from an array to here. */
  void put(int offset, float[] source, int sourceOffset, int length) {
    short[] chunk = ROUNDED.get();
    for (int done = 0; done < length; done += CHUNK) {
      int count = Math.min(CHUNK, length - done);
      round(count, source, sourceOffset + done, chunk);
      buffer.put(offset + done, chunk, 0, count);
    }
  }

  private static void round(int count, float[] source, int offset, short[] target) {
    int first = VECTORS ? Bfloat16Rounding.round(count, source, offset, target) : 0;
    for (int i = first; i < count; i++) {
      target[i] = round(source[offset + i]);
    }
  }

  /** Returns the upper half of the nearest number of bfloat16, of two equally near the even one. */
  static short round(float value) {
    if (Float.isNaN(value)) {
      return (short) 0x7fc0;
    }
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }

  /** Frees the memory. A second call does nothing. */
  @Override
  public void close() {
    owner.close();
  }
}
