package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.blas.Blas;
import io.github.gan4j.dl4j.internal.kernel.VectorKernels;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One layer's part of a training pass: what it does to a worker's share of columns, both ways. */
final class LayerTraining {
  private final DenseLayer layer;
  private final int rows;
  private final int workers;
  private final Matrix delta;

  /** The outputs after activation; equal to the layer's outputs unless some are dropped. */
  private final @Nullable Matrix activated;

  private final @Nullable BatchNormTraining batchNorm;
  private final @Nullable DropoutTraining dropout;
  private final float[] biasGradient;

  LayerTraining(DenseLayer layer, int index, int rows, int workers) {
    this.layer = layer;
    this.rows = rows;
    this.workers = workers;
    delta = Matrix.allocate(rows, layer.outputs);
    DenseLayer.Normalization normalization = layer.normalization;
    batchNorm = normalization == null ? null : new BatchNormTraining(normalization, rows, workers);
    double rate = layer.spec.dropout();
    dropout = rate > 0 ? new DropoutTraining(index, rate, rows, layer.outputs) : null;
    activated = rate > 0 ? Matrix.allocate(rows, layer.outputs) : null;
    biasGradient = new float[layer.bias == null ? 0 : layer.outputs];
  }

  /** Maps all of {@code in} to a worker's share of {@code out}. */
  void forward(int worker, Matrix in, Matrix out, Scratch scratch, long seed) {
    Share own = Share.of(worker, workers, layer.outputs);
    if (own.isEmpty()) {
      return;
    }
    Blas.multiplyTransposed(
        rows,
        own.count(),
        layer.inputs,
        in.at(0),
        in.stride(),
        layer.weight.at(own.from()),
        layer.weight.stride(),
        out.at(0, own.from()),
        out.stride(),
        false);
    float[] row = scratch.row;
    if (batchNorm != null) {
      batchNorm.gather(worker, own, out, row);
    } else if (layer.bias != null) {
      own.get(layer.bias, scratch.third);
    }
    for (int r = 0; r < rows; r++) {
      own.get(out, r, row);
      if (batchNorm != null) {
        batchNorm.forward(worker, own, r, row);
      } else {
        VectorKernels.add(row, scratch.third, own.count());
      }
      layer.activation.forward(row, own.count());
      if (dropout != null && activated != null) {
        own.put(activated, r, row);
        dropout.forward(seed, own, r, row, scratch);
      }
      own.put(out, r, row);
    }
  }

  /**
   * Carries a worker's share of the gradient back to the linear outputs, where {@link #delta} keeps
   * them for the update.
   *
   * @param outGradient the gradient by the layer's outputs; may be {@link #delta} itself
   * @param out the layer's outputs on the way there
   */
  void backward(int worker, Matrix outGradient, Matrix out, Scratch scratch) {
    Share own = Share.of(worker, workers, layer.outputs);
    if (own.isEmpty()) {
      return;
    }
    float[] gradient = scratch.row;
    float[] biasSum = scratch.third;
    if (batchNorm != null) {
      batchNorm.clearGradient(worker);
    } else {
      Arrays.fill(biasSum, 0, own.count(), 0);
    }
    Matrix outputs = activated != null ? activated : out;
    for (int r = 0; r < rows; r++) {
      own.get(outGradient, r, gradient);
      if (dropout != null) {
        dropout.backward(own, r, gradient, scratch.other);
      }
      own.get(outputs, r, scratch.other);
      layer.activation.backward(gradient, scratch.other, own.count());
      own.put(delta, r, gradient);
      if (batchNorm != null) {
        batchNorm.gatherGradient(worker, own, r, gradient, scratch.other);
      } else {
        VectorKernels.add(biasSum, gradient, own.count());
      }
    }
    if (batchNorm != null) {
      batchNorm.backward(worker, own, delta, scratch);
    } else {
      own.put(biasGradient, biasSum);
    }
  }

  /** Computes a worker's share of the gradient by the layer's inputs, from all of the delta. */
  void backwardToInput(int worker, Matrix inGradient) {
    Share own = Share.of(worker, workers, layer.inputs);
    if (!own.isEmpty()) {
      Blas.multiply(
          rows,
          own.count(),
          layer.outputs,
          delta.at(0),
          delta.stride(),
          layer.weight.at(0, own.from()),
          layer.weight.stride(),
          inGradient.at(0, own.from()),
          inGradient.stride(),
          false);
    }
  }

  /** Returns the gradient by the linear outputs, a row each. */
  Matrix delta() {
    return delta;
  }

  /** Adds this pass's gradient by the bias or by the normalisation's scale. */
  void addFirstVectorGradient(float[] sum) {
    float[] gradient = batchNorm != null ? batchNorm.scaleGradient() : biasGradient;
    VectorKernels.add(sum, gradient, layer.outputs);
  }

  /** Adds this pass's gradient by the normalisation's shift. */
  void addShiftGradient(float[] sum) {
    if (batchNorm != null) {
      VectorKernels.add(sum, batchNorm.shiftGradient(), layer.outputs);
    }
  }

  void free() {
    delta.free();
    if (activated != null) {
      activated.free();
    }
    if (batchNorm != null) {
      batchNorm.free();
    }
    if (dropout != null) {
      dropout.free();
    }
  }
}
