package io.github.gan4j.internal.network;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.internal.network.BatchRunner.Rows;
import java.util.Arrays;

/**
 * A pass with room for its inputs and outputs, which grows with its batches. Not thread-safe.
 *
 * <p>How many rows are computed together depends on where they stand alone, not on how many are
 * asked for: matrix products of other shapes are rounded differently, and more rows shall begin
 * with the fewer to the bit. Batches that are not full are filled up with zeros. They begin small,
 * since one row is often all, and double, since many rows are faster together.
 */
final class BatchPass {
  private static final int SMALLEST = 8;
  private static final int LARGEST = 256;

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
    capacity = SMALLEST;
    pass = network.inferencePass(capacity);
    in = engine.allocate(capacity, network.spec().inputs());
    out = engine.allocate(capacity, network.spec().outputs());
  }

  /** Returns how many rows are computed together from this one on: 8, 8, 16, 32 … 256, 256 … */
  private static int batchFrom(int first) {
    return Math.max(SMALLEST, Math.min(LARGEST, Integer.highestOneBit(first)));
  }

  /** Writes {@code count × outputs} values. */
  void run(int count, Rows source, float[] results) {
    int inputs = network.spec().inputs();
    int outputs = network.spec().outputs();
    for (int first = 0; first < count; first += batchFrom(first)) {
      int batch = batchFrom(first);
      ensureCapacity(batch);
      int asked = Math.min(batch, count - first);
      source.read(first, asked, rows);
      Arrays.fill(rows, asked * inputs, batch * inputs, 0);
      Tensor batchIn = in.rowRange(0, batch);
      batchIn.copyFrom(rows, 0);
      pass.forward(batchIn, out.rowRange(0, batch));
      out.rowRange(0, asked).copyTo(results, first * outputs);
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
