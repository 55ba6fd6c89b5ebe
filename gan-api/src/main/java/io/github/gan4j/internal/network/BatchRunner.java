package io.github.gan4j.internal.network;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;

/** Sends any number of rows through a network, a batch at a time. Thread-safe by its lock. */
final class BatchRunner {
  private static final int MAX_BATCH = 512;

  /** Where the rows of the next batch come from. */
  @FunctionalInterface
  interface Rows {
    /** Writes {@code count} rows, from row {@code first} on, to the start of {@code target}. */
    void read(int first, int count, float[] target);
  }

  private final GanEngine engine;
  private final Network network;
  private int capacity;
  private Pass pass;
  private Tensor in;
  private Tensor out;
  private float[] rows = new float[0];

  BatchRunner(GanEngine engine, Network network) {
    this.engine = engine;
    this.network = network;
    capacity = 1;
    pass = network.inferencePass(capacity);
    in = engine.allocate(capacity, network.spec().inputs());
    out = engine.allocate(capacity, network.spec().outputs());
  }

  /** Returns {@code count × outputs} values. */
  synchronized float[] run(int count, Rows source) {
    int outputs = network.spec().outputs();
    if ((long) count * outputs > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "count must be at most %s, so that the values fit one array, was %s"
              .formatted((Integer.MAX_VALUE - 8) / outputs, count));
    }
    ensureCapacity(Math.min(count, MAX_BATCH));
    float[] results = new float[count * outputs];
    for (int first = 0; first < count; first += capacity) {
      int batch = Math.min(capacity, count - first);
      source.read(first, batch, rows);
      Tensor batchIn = in.rowRange(0, batch);
      Tensor batchOut = out.rowRange(0, batch);
      batchIn.copyFrom(rows, 0);
      pass.forward(batchIn, batchOut);
      batchOut.copyTo(results, first * outputs);
    }
    return results;
  }

  private void ensureCapacity(int wanted) {
    if (wanted > capacity) {
      pass.close();
      capacity = wanted;
      pass = network.inferencePass(capacity);
      in = engine.allocate(capacity, network.spec().inputs());
      out = engine.allocate(capacity, network.spec().outputs());
    }
    int needed = capacity * network.spec().inputs();
    if (rows.length < needed) {
      rows = new float[needed];
    }
  }
}
