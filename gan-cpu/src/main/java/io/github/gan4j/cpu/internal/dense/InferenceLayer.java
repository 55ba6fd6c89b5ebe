package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.ForwardInput;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A layer as it generates: its normalisation is a factor, and perhaps a summand, a feature. */
final class InferenceLayer {
  final int outputs;
  private final DenseLayer layer;
  private final float @Nullable [] scale;
  private final float[] shift;

  InferenceLayer(DenseLayer layer) {
    this.layer = layer;
    outputs = layer.outputs;
    boolean scaled = layer.normalization != null || layer.spectral != null;
    scale = scaled ? new float[outputs] : null;
    shift = layer.bias == null ? new float[outputs] : layer.bias;
  }

  /** Takes the normalisation's values of this moment. */
  void fold() {
    if (layer.spectral != null && scale != null) {
      Arrays.fill(scale, layer.spectral.inverse());
    }
    DenseLayer.Normalization normalization = layer.normalization;
    if (normalization == null || scale == null) {
      return;
    }
    for (int j = 0; j < outputs; j++) {
      double inverse =
          1 / Math.sqrt((double) normalization.runningVariance[j] + normalization.epsilon);
      double factor = normalization.scale[j] * inverse;
      scale[j] = (float) factor;
      shift[j] = (float) (normalization.shift[j] - normalization.runningMean[j] * factor);
    }
  }

  /** Maps all of {@code in} to columns of {@code out}. */
  void forward(int rows, Matrix in, ForwardInput form, Share columns, Matrix out, Scratch scratch) {
    scratch.multiplier.forward(rows, in, form, layer.weight, columns.from(), columns.count(), out);
    columns.get(shift, scratch.third);
    if (scale != null) {
      columns.get(scale, scratch.other);
    }
    for (int r = 0; r < rows; r++) {
      finish(columns, out, r, scratch);
    }
  }

  /** Turns a row's linear outputs into the layer's outputs. */
  private void finish(Share columns, Matrix out, int r, Scratch scratch) {
    columns.get(out, r, scratch.row);
    if (scale == null) {
      VectorKernels.add(scratch.row, scratch.third, columns.count());
    } else {
      VectorKernels.affine(scratch.row, scratch.other, scratch.third, columns.count());
    }
    layer.activation.forward(scratch.row, columns.count());
    columns.put(out, r, scratch.row);
  }
}
