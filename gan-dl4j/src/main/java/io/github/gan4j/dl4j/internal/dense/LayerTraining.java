package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.blas.Blas;
import io.github.gan4j.dl4j.internal.kernel.VectorKernels;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.team.Barrier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One layer's part of a training pass: what it does to the rows of a worker, both ways. */
final class LayerTraining {
  private final DenseLayer layer;
  private final Matrix delta;

  /** The outputs after activation; equal to the layer's outputs unless some are dropped. */
  private final @Nullable Matrix activated;

  private final @Nullable BatchNormTraining batchNorm;
  private final @Nullable DropoutTraining dropout;
  private final float[][] biasGradients;

  LayerTraining(DenseLayer layer, int index, int rows, int workers) {
    this.layer = layer;
    delta = Matrix.allocate(rows, layer.outputs);
    DenseLayer.Normalization normalization = layer.normalization;
    batchNorm = normalization == null ? null : new BatchNormTraining(normalization, rows, workers);
    double rate = layer.spec.dropout();
    dropout = rate > 0 ? new DropoutTraining(index, rate, rows, layer.outputs) : null;
    activated = rate > 0 ? Matrix.allocate(rows, layer.outputs) : null;
    biasGradients = new float[layer.bias == null ? 0 : workers][layer.outputs];
  }

  /** Maps a worker's rows of {@code in} to its rows of {@code out}. */
  void forward(
      int worker, Barrier barrier, Rows own, Matrix in, Matrix out, Scratch scratch, long seed) {
    if (own.count() > 0) {
      Blas.multiplyTransposed(
          own.count(),
          layer.outputs,
          layer.inputs,
          in.at(own.from()),
          in.stride(),
          layer.weight.at(0),
          layer.weight.stride(),
          out.at(own.from()),
          out.stride(),
          false);
    }
    float[] row = scratch.row;
    if (batchNorm != null) {
      batchNorm.gather(worker, barrier, own, out, row);
    }
    for (int r = own.from(); r < own.to(); r++) {
      out.getRow(r, row);
      if (batchNorm != null) {
        batchNorm.forward(worker, r, row);
      } else if (layer.bias != null) {
        VectorKernels.add(row, layer.bias, layer.outputs);
      }
      layer.activation.forward(row, layer.outputs);
      if (dropout != null && activated != null) {
        activated.putRow(r, row);
        dropout.forward(seed, r, row, scratch);
      }
      out.putRow(r, row);
    }
  }

  /**
   * Carries a worker's rows of the gradient back to the linear outputs, where {@link #delta} keeps
   * them for the update.
   *
   * @param outGradient the gradient by the layer's outputs; may be {@link #delta} itself
   * @param out the layer's outputs on the way there
   */
  void backward(
      int worker,
      Barrier barrier,
      Rows own,
      Matrix outGradient,
      Matrix out,
      Scratch scratch,
      boolean keepWeights) {
    float[] gradient = scratch.row;
    if (batchNorm != null) {
      batchNorm.clearGradient(worker);
    } else if (keepWeights) {
      Arrays.fill(biasGradients[worker], 0);
    }
    Matrix outputs = activated != null ? activated : out;
    for (int r = own.from(); r < own.to(); r++) {
      outGradient.getRow(r, gradient);
      if (dropout != null) {
        dropout.backward(r, gradient, scratch.other);
      }
      outputs.getRow(r, scratch.other);
      layer.activation.backward(gradient, scratch.other, layer.outputs);
      delta.putRow(r, gradient);
      if (batchNorm != null) {
        batchNorm.gatherGradient(worker, r, gradient, scratch.other);
      } else if (keepWeights) {
        VectorKernels.add(biasGradients[worker], gradient, layer.outputs);
      }
    }
    if (batchNorm != null) {
      batchNorm.backward(worker, barrier, own, delta, scratch);
    }
  }

  /** Computes a worker's rows of the gradient by the layer's inputs. */
  void backwardToInput(Rows own, Matrix inGradient) {
    if (own.count() > 0) {
      Blas.multiply(
          own.count(),
          layer.inputs,
          layer.outputs,
          delta.at(own.from()),
          delta.stride(),
          layer.weight.at(0),
          layer.weight.stride(),
          inGradient.at(own.from()),
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
    if (batchNorm != null) {
      VectorKernels.add(sum, batchNorm.scaleGradient(), layer.outputs);
    }
    for (float[] part : biasGradients) {
      VectorKernels.add(sum, part, layer.outputs);
    }
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
