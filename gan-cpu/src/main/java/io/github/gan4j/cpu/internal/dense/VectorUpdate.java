package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.OptimizerValues;
import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** A layer's bias, scale or shift with its optimiser. */
final class VectorUpdate {
  private final float[] values;
  private final float[] gradient;
  private final OptimizerValues optimizer;
  private final float[] marks;
  private final int index;
  private final BiConsumer<LayerTraining, float[]> addGradient;

  /**
   * Makes one.
   *
   * @param addGradient adds a pass's gradient to a sum
   */
  VectorUpdate(
      float[] values, int index, boolean averaged, BiConsumer<LayerTraining, float[]> addGradient) {
    this.values = values;
    this.index = index;
    this.addGradient = addGradient;
    gradient = new float[values.length];
    marks = new float[values.length];
    optimizer = new OptimizerValues(values.length, averaged);
  }

  /** Sums the gradient over passes; the array is valid until the next call. */
  float[] sum(List<DenseTrainingPass> passes) {
    Arrays.fill(gradient, 0);
    for (DenseTrainingPass pass : passes) {
      if (pass.hasVectorGradients()) {
        addGradient.accept(pass.part(index), gradient);
      }
    }
    return gradient;
  }

  /** Applies the gradient, summed over passes, and returns whether everything is finite then. */
  boolean apply(UpdateNumbers numbers, List<DenseTrainingPass> passes) {
    optimizer.update(values, sum(passes), numbers, marks);
    boolean finite = VectorKernels.allFinite(marks, marks.length);
    if (!finite) {
      Arrays.fill(marks, 0);
    }
    return finite;
  }

  OptimizerValues optimizer() {
    return optimizer;
  }

  void resetAverage() {
    System.arraycopy(values, 0, optimizer.average(), 0, optimizer.average().length);
  }
}
