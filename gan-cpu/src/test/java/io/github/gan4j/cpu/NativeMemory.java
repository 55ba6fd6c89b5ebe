package io.github.gan4j.cpu;

import org.bytedeco.javacpp.Pointer;

/** How much memory there is outside of the Java heap, without what nobody reaches any more. */
final class NativeMemory {
  /** Collections without effect after which there is nothing more to collect. */
  private static final int ENOUGH = 10;

  private NativeMemory() {}

  /** Returns how many bytes are in use after what was dropped is gone. */
  static long settled() {
    return settled(-1);
  }

  /** Returns as soon as no more bytes than these are in use, or else as {@link #settled} does. */
  static long settled(long expected) {
    long least = Pointer.totalBytes();
    for (int unchanged = 0; unchanged < ENOUGH && least > expected; unchanged++) {
      collect();
      long now = Pointer.totalBytes();
      if (now < least) {
        least = now;
        unchanged = 0;
      }
    }
    return least;
  }

  private static void collect() {
    System.gc();
    try {
      // Pointers are freed by a thread of their own.
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
