package io.github.gan4j.internal.network;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.internal.network.BatchRunner.Rows;

/** A pass with room for its inputs and outputs, which grows with its batches. Not thread-safe. */
final class BatchPass {
  private static final int MAX_BATCH = 512;

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
    ensureCapacity(Math.min(count, MAX_BATCH));
    int outputs = network.spec().outputs();
    for (int first = 0; first < count; first += capacity) {
      int batch = Math.min(capacity, count - first);
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
    int needed = capacity * network.spec().inputs();
    if (rows.length < needed) {
      rows = new float[needed];
    }
  }
}
