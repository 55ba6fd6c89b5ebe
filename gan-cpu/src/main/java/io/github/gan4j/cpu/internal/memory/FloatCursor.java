package io.github.gan4j.cpu.internal.memory;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A pointer that can be moved from one block of floats to another, so that a product needs no new
 * ones. It owns nothing and keeps nothing from being freed. Not thread-safe.
 */
public final class FloatCursor extends FloatPointer {
  /** Makes one that points nowhere. */
  public FloatCursor() {
    super((Pointer) null);
  }

  FloatCursor moveTo(long newAddress) {
    address = newAddress;
    return this;
  }
}
