package io.github.gan4j.cpu.internal.team;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the workers of one task meet. What one wrote before, all others see after. */
public final class Barrier {
  private final int parties;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile int meeting;
  private volatile boolean broken;

  Barrier(int parties) {
    this.parties = parties;
  }

  /** Returns one for a worker that meets nobody. */
  public static Barrier ofOne() {
    return new Barrier(1);
  }

  /**
   * Waits until all workers have come here.
   *
   * @throws CancellationException if another worker failed and will not come
   */
  public void await() {
    if (parties == 1) {
      return;
    }
    int current = meeting;
    if (waiting.incrementAndGet() == parties) {
      waiting.set(0);
      meeting = current + 1;
    } else {
      SpinWait.until(() -> meeting != current || broken);
      if (broken) {
        throw new CancellationException("another worker failed");
      }
    }
  }

  void breakUp() {
    broken = true;
  }
}
