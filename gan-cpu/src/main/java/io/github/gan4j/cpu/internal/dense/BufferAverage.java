package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.kernel.VectorKernels;

/** The running average of a running statistic. */
final class BufferAverage {
  private final float[] values;
  final float[] average;

  BufferAverage(float[] values) {
    this.values = values;
    average = new float[values.length];
  }

  void move(float rest) {
    VectorKernels.average(average, values, rest, values.length);
  }

  void reset() {
    System.arraycopy(values, 0, average, 0, values.length);
  }
}
