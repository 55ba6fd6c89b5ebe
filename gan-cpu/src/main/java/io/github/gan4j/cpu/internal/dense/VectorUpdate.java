package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.OptimizerValues;
import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import java.util.Arrays;
import java.util.List;

/** A parameter of a stage, such as a bias or a scale, with its optimiser. */
final class VectorUpdate {
  private final float[] values;
  private final float[] gradient;
  private final OptimizerValues optimizer;
  private final float[] nonFinite;
  private final int layer;
  private final int stage;
  private final int parameter;

  /** Makes one of a parameter of a stage of a layer, all counted from 0. */
  VectorUpdate(float[] values, int layer, int stage, int parameter, boolean averaged) {
    this.values = values;
    this.layer = layer;
    this.stage = stage;
    this.parameter = parameter;
    gradient = new float[values.length];
    nonFinite = new float[values.length];
    optimizer = new OptimizerValues(values.length, averaged);
  }

  /** Sums the gradient over passes; the array is valid until the next call. */
  float[] sum(List<DenseTrainingPass> passes) {
    Arrays.fill(gradient, 0);
    for (DenseTrainingPass pass : passes) {
      if (pass.hasVectorGradients()) {
        float[] ofPass = pass.part(layer).gradient(stage, parameter);
        VectorKernels.add(gradient, ofPass, gradient.length);
      }
    }
    return gradient;
  }

  /** Applies the gradient, summed over passes, and returns whether everything is finite then. */
  boolean apply(UpdateNumbers numbers, List<DenseTrainingPass> passes) {
    optimizer.update(values, sum(passes), numbers, nonFinite);
    boolean finite = VectorKernels.allFinite(nonFinite, nonFinite.length);
    if (!finite) {
      Arrays.fill(nonFinite, 0);
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
