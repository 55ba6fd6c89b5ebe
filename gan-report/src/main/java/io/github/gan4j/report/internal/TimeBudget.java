package io.github.gan4j.report.internal;

import java.util.function.LongSupplier;

/**
 * Rate limit: keeps repeated work, such as drawing a picture anew, to a share of the time.
 *
 * <p>Each time is planned by what the last one took. The first time tells nothing of the next: it
 * loads classes and fonts.
 */
public final class TimeBudget {
  private final double share;
  private final LongSupplier nanoTime;
  private long times;
  private long ended;
  private long nanos;

  /**
   * Makes one for work that was never done.
   *
   * @param share of the time, in (0, 1]
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  public TimeBudget(double share, LongSupplier nanoTime) {
    this.share = share;
    this.nanoTime = nanoTime;
  }

  /** Returns whether the work's turn has come: whether its share covers what it took last time. */
  public boolean isDue() {
    return times < 2 || (nanoTime.getAsLong() - ended) * share >= nanos;
  }

  /** Does the work, due or not. */
  public void spendOn(Runnable work) {
    long started = nanoTime.getAsLong();
    try {
      work.run();
    } finally {
      ended = nanoTime.getAsLong();
      nanos = ended - started;
      times++;
    }
  }
}
