package io.github.gan4j.cpu.internal.memory;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;

/** A pointer that can be moved as a {@link FloatCursor} can, to numbers of bfloat16. */
public final class Bfloat16Cursor extends ShortPointer {
  /** Makes one that points nowhere. */
  public Bfloat16Cursor() {
    super((Pointer) null);
  }

  Bfloat16Cursor moveTo(long newAddress) {
    address = newAddress;
    return this;
  }
}
