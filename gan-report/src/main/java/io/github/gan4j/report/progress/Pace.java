package io.github.gan4j.report.progress;

import java.util.ArrayDeque;

/** The speed of a run over its last seconds, from samples of when it was at which step. */
final class Pace {
  private record Sample(long nanos, long step) {}

  private final long memory;
  private final ArrayDeque<Sample> samples = new ArrayDeque<>();

  /** Remembers samples as far back as {@code memory} nanoseconds, and the one before those. */
  Pace(long memory) {
    this.memory = memory;
  }

  void add(long nanos, long step) {
    samples.addLast(new Sample(nanos, step));
    while (samples.size() > 2 && secondIsOldEnough(nanos)) {
      samples.removeFirst();
    }
  }

  /**
   * Returns the mean speed over the last {@code window} nanoseconds, over longer if a step takes
   * longer, and over what there is before that; NaN with nothing to tell it from.
   */
  double stepsPerSecond(long window) {
    Sample last = samples.peekLast();
    if (last == null) {
      return Double.NaN;
    }
    Sample from = last;
    for (var older = samples.descendingIterator();
        older.hasNext() && last.nanos - from.nanos < window; ) {
      from = older.next();
    }
    long nanos = last.nanos - from.nanos;
    return nanos > 0 ? (last.step - from.step) * 1e9 / nanos : Double.NaN;
  }

  private boolean secondIsOldEnough(long nanos) {
    var oldest = samples.iterator();
    oldest.next();
    return nanos - oldest.next().nanos >= memory;
  }
}
