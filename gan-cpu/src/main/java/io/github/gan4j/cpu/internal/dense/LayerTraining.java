package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.ForwardInput;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One layer's part of a training pass: what it does to a share of its columns, both ways. */
final class LayerTraining {
  private final DenseLayer layer;
  private final int rows;
  private final List<Share> outputShares;
  private final List<Share> inputShares;
  private final Matrix delta;

  /** The outputs after activation; equal to the layer's outputs unless some are dropped. */
  private final @Nullable Matrix activated;

  private final @Nullable BatchNormTraining batchNorm;
  private final @Nullable SpectralTraining spectral;
  private final @Nullable DropoutTraining dropout;
  private final float[] biasGradient;

  LayerTraining(DenseLayer layer, int index, int rows, Arithmetic arithmetic, int workers) {
    this.layer = layer;
    this.rows = rows;
    outputShares = Share.cut(layer.outputs, arithmetic.columnsAtOnce(layer.outputs, workers));
    inputShares = Share.cut(layer.inputs, arithmetic.columnsAtOnce(layer.inputs, workers));
    delta = arithmetic.allocate(rows, layer.outputs);
    DenseLayer.Normalization normalization = layer.normalization;
    batchNorm =
        normalization == null
            ? null
            : new BatchNormTraining(normalization, rows, arithmetic, outputShares);
    spectral =
        layer.spectral == null
            ? null
            : new SpectralTraining(layer.spectral, rows, layer.outputs, arithmetic, outputShares);
    double rate = layer.spec.dropout();
    dropout = rate > 0 ? new DropoutTraining(index, rate, rows, layer.outputs, arithmetic) : null;
    activated = rate > 0 ? arithmetic.allocateAside(rows, layer.outputs) : null;
    biasGradient = new float[layer.bias == null ? 0 : layer.outputs];
  }

  /** Returns what the outputs are cut into. */
  List<Share> outputShares() {
    return outputShares;
  }

  /** Returns what the inputs are cut into. */
  List<Share> inputShares() {
    return inputShares;
  }

  /**
   * Maps all of {@code in} to a share of {@code out}.
   *
   * @param share the number of the share
   * @param form what took {@code in}
   */
  void forward(int share, Matrix in, ForwardInput form, Matrix out, Scratch scratch, long seed) {
    Share own = outputShares.get(share);
    scratch.multiplier.forward(rows, in, form, layer.weight, own.from(), own.count(), out);
    float[] row = scratch.row;
    if (batchNorm != null) {
      batchNorm.gather(share, own, out, row);
    } else if (layer.bias != null) {
      own.get(layer.bias, scratch.third);
    }
    for (int r = 0; r < rows; r++) {
      own.get(out, r, row);
      if (batchNorm != null) {
        batchNorm.forward(share, own, r, row);
      } else {
        if (spectral != null) {
          spectral.forward(own, r, row);
        }
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
   * Carries a share of the gradient back to what the weight gave, where {@link #delta} keeps them
   * for the update.
   *
   * @param share the number of the share
   * @param outGradient the gradient by the layer's outputs; may be {@link #delta} itself
   * @param out the layer's outputs on the way there
   */
  void backward(int share, Matrix outGradient, Matrix out, Scratch scratch) {
    Share own = outputShares.get(share);
    float[] gradient = scratch.row;
    float[] biasSum = scratch.third;
    if (batchNorm != null) {
      batchNorm.clearGradient(share);
    } else {
      Arrays.fill(biasSum, 0, own.count(), 0);
    }
    if (spectral != null) {
      spectral.clear(share);
    }
    Matrix outputs = activated != null ? activated : out;
    for (int r = 0; r < rows; r++) {
      own.get(outGradient, r, gradient);
      if (dropout != null) {
        dropout.backward(own, r, gradient, scratch.other);
      }
      own.get(outputs, r, scratch.other);
      layer.activation.backward(gradient, scratch.other, own.count());
      if (batchNorm != null) {
        batchNorm.gatherGradient(share, own, r, gradient, scratch.other);
      } else {
        VectorKernels.add(biasSum, gradient, own.count());
      }
      if (spectral != null) {
        spectral.backward(share, own, r, gradient, scratch.other);
      }
      own.put(delta, r, gradient);
    }
    if (batchNorm != null) {
      batchNorm.backward(share, own, delta, scratch);
    } else {
      own.put(biasGradient, biasSum);
    }
  }

  /** Computes a share of the gradient by the layer's inputs, from all of the delta. */
  void backwardToInput(int share, Matrix inGradient, Scratch scratch) {
    Share own = inputShares.get(share);
    scratch.multiplier.backward(rows, delta, layer.weight, own.from(), own.count(), inGradient);
  }

  /**
   * Maps the derivative by all input gradients to that by a share of the gradients that {@link
   * #backward} was given; of a layer that is piecewise linear.
   *
   * @param byInGradient a row each
   * @param form what took {@code byInGradient}
   * @param byOutGradient where the share is written
   * @param out the layer's outputs on the way there
   */
  void doubleBackward(
      int share,
      Matrix byInGradient,
      ForwardInput form,
      Matrix byOutGradient,
      Matrix out,
      Scratch scratch) {
    Share own = outputShares.get(share);
    doubleBackwardToLinear(share, byInGradient, form, byOutGradient, scratch);
    Matrix outputs = activated != null ? activated : out;
    for (int r = 0; r < rows; r++) {
      own.get(byOutGradient, r, scratch.row);
      if (dropout != null) {
        dropout.backward(own, r, scratch.row, scratch.other);
      }
      own.get(outputs, r, scratch.other);
      layer.activation.backward(scratch.row, scratch.other, own.count());
      own.put(byOutGradient, r, scratch.row);
    }
  }

  /** Does the same as far as the gradients by the linear outputs. */
  void doubleBackwardToLinear(
      int share, Matrix byInGradient, ForwardInput form, Matrix byLinear, Scratch scratch) {
    Share own = outputShares.get(share);
    scratch.multiplier.forward(
        rows, byInGradient, form, layer.weight, own.from(), own.count(), byLinear);
    if (spectral != null) {
      spectral.clear(share);
      for (int r = 0; r < rows; r++) {
        own.get(byLinear, r, scratch.row);
        own.get(delta, r, scratch.other);
        spectral.doubleBackward(share, own, scratch.row, scratch.other);
        own.put(byLinear, r, scratch.row);
      }
    }
  }

  /** Returns whether σ's derivative is a part of an update. */
  boolean isSpectral() {
    return spectral != null;
  }

  /** Returns what {@link SpectralTraining#product} does; 0 of a layer that has none. */
  double spectralProduct() {
    return spectral == null ? 0 : spectral.product();
  }

  /** Returns the gradient by what the weight gave, a row each. */
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
    if (spectral != null) {
      spectral.free();
    }
    if (dropout != null) {
      dropout.free();
    }
  }
}
