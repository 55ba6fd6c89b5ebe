package io.github.gan4j.cpu.internal.team;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for another worker: a short spin, since it is usually almost there, then naps, since on a
 * busy machine it may be waiting for the very core that spins.
 */
final class SpinWait {
  private static final int SPINS_A_LOOK = 16;
  private static final long SPIN_NANOS = 50_000;
  private static final long NAP_NANOS = 20_000;

  private SpinWait() {}

  static void until(BooleanSupplier condition) {
    if (!spin(condition)) {
      while (!condition.getAsBoolean()) {
        LockSupport.parkNanos(NAP_NANOS);
      }
    }
  }

  /** Spins for a while; returns whether the condition came true. */
  static boolean spin(BooleanSupplier condition) {
    long start = System.nanoTime();
    do {
      for (int i = 0; i < SPINS_A_LOOK; i++) {
        if (condition.getAsBoolean()) {
          return true;
        }
        Thread.onSpinWait();
      }
    } while (System.nanoTime() - start < SPIN_NANOS);
    return condition.getAsBoolean();
  }
}
