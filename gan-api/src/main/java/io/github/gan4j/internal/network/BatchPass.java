package io.github.gan4j.internal.network;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.internal.network.BatchRunner.Rows;

/**
 * A pass with room for its inputs and outputs, which grows with its batches. Not thread-safe.
 *
 * <p>As many rows are computed together as are asked for, up to a limit. Batches of fixed sizes
 * would give more rows that begin with the fewer to the bit, but one row would take seven times as
 * long (docs/decisions/0004-randomness-without-state.md).
 */
final class BatchPass {
  private static final int LARGEST = 512;

  private final GanEngine engine;
  private final Network network;
  private int capacity;
  private Pass pass;
  private Tensor in;
  private Tensor out;
  private float[] rows = new float[0];

  BatchPass(GanEngine engine, Network network) {
    this.engine = engine;
    this.network = network;
    capacity = 1;
    pass = network.inferencePass(capacity);
    in = engine.allocate(capacity, network.spec().inputs());
    out = engine.allocate(capacity, network.spec().outputs());
  }

  /** Writes {@code count × outputs} values. */
  void run(int count, Rows source, float[] results) {
    int outputs = network.spec().outputs();
    ensureCapacity(Math.min(count, LARGEST));
    for (int first = 0; first < count; first += LARGEST) {
      int batch = Math.min(LARGEST, count - first);
      source.read(first, batch, rows);
      Tensor batchIn = in.rowRange(0, batch);
      Tensor batchOut = out.rowRange(0, batch);
      batchIn.copyFrom(rows, 0);
      pass.forward(batchIn, batchOut);
      batchOut.copyTo(results, first * outputs);
    }
  }

  private void ensureCapacity(int wanted) {
    if (wanted > capacity) {
      pass.close();
      capacity = wanted;
      pass = network.inferencePass(capacity);
      in = engine.allocate(capacity, network.spec().inputs());
      out = engine.allocate(capacity, network.spec().outputs());
    }
    int needed = Math.multiplyExact(capacity, network.spec().inputs());
    if (rows.length < needed) {
      rows = new float[needed];
    }
  }
}
