package io.github.gan4j.cpu.internal.team;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The work queue of one task: pieces of work are numbers from 0 on, phase by phase, and whoever is
 * free takes the next, so that a worker that is held up does fewer. Thread-safe.
 */
public final class WorkQueue {
  private final AtomicIntegerArray next;

  /** Makes one for tasks of this many phases. */
  public WorkQueue(int phases) {
    next = new AtomicIntegerArray(phases);
  }

  /** Takes all pieces back; no worker may be at work. */
  public void reset() {
    for (int i = 0; i < next.length(); i++) {
      next.set(i, 0);
    }
  }

  /** Returns the number of a phase's next piece, from 0 on and without end. */
  public int next(int phase) {
    return next.getAndIncrement(phase);
  }
}
