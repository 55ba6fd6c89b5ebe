package io.github.gan4j.internal.network;

import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/**
 * Sends any number of rows through a network, a batch at a time. Thread-safe: callers go side by
 * side, each with a pass of its own, if the engine can do that, and no more of them at once than
 * there are processors.
 */
final class BatchRunner {
  /** Where the rows of the next batch come from. */
  @FunctionalInterface
  interface Rows {
    /** Writes {@code count} rows, from row {@code first} on, to the start of {@code target}. */
    void read(int first, int count, float[] target);
  }

  private final GanEngine engine;
  private final Network network;
  private final Semaphore places;
  private final Deque<BatchPass> idle = new ArrayDeque<>();

  BatchRunner(GanEngine engine, Network network) {
    this.engine = engine;
    this.network = network;
    places =
        new Semaphore(
            engine.capabilities().contains(Capability.CONCURRENT_INFERENCE)
                ? Runtime.getRuntime().availableProcessors()
                : 1);
  }

  /** Returns {@code count × outputs} values. */
  float[] run(int count, Rows source) {
    int outputs = network.spec().outputs();
    if ((long) count * outputs > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "count must be at most %s, so that the values fit one array, was %s"
              .formatted((Integer.MAX_VALUE - 8) / outputs, count));
    }
    float[] results = new float[count * outputs];
    places.acquireUninterruptibly();
    try {
      BatchPass pass = take();
      try {
        pass.run(count, source, results);
      } finally {
        giveBack(pass);
      }
    } finally {
      places.release();
    }
    return results;
  }

  /** Returns the one that was used last, whose memory is in a cache most likely. */
  private synchronized BatchPass take() {
    return idle.isEmpty() ? new BatchPass(engine, network) : idle.pop();
  }

  private synchronized void giveBack(BatchPass pass) {
    idle.push(pass);
  }
}
