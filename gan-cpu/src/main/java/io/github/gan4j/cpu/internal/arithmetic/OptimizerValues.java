package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.kernel.AdamKernel;
import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;

/** What the optimiser keeps for a run of values: two moments, and their average if one is kept. */
public final class OptimizerValues {
  private final float[] first;
  private final float[] second;
  private final float[] average;

  /** Makes one of zeros. */
  public OptimizerValues(int size, boolean averaged) {
    first = new float[size];
    second = new float[size];
    average = new float[averaged ? size : 0];
  }

  /** Returns the first moments. */
  public float[] first() {
    return first;
  }

  /** Returns the second moments. */
  public float[] second() {
    return second;
  }

  /** Returns the running average, empty if none is kept. */
  public float[] average() {
    return average;
  }

  /**
   * Updates values from the start of an array by their gradient.
   *
   * @param nonFinite become NaN where a value or its second moment is not finite any more
   */
  public void update(float[] values, float[] gradient, UpdateNumbers numbers, float[] nonFinite) {
    AdamKernel.update(values, gradient, first, second, numbers, nonFinite, first.length);
    if (average.length > 0) {
      VectorKernels.average(average, values, numbers.averagingRest(), average.length);
    }
  }
}
