package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import java.util.Arrays;

/**
 * What a layer does to each output of its weight's product as the network generates, as far as that
 * is a factor and a summand a column.
 */
final class AffineMap {
  private final float[] scale;
  private final float[] shift;

  /** Whether a factor may be other than 1. */
  private boolean scaled;

  AffineMap(int width) {
    scale = new float[width];
    shift = new float[width];
  }

  /** Becomes the identity. */
  void clear() {
    Arrays.fill(scale, 1);
    Arrays.fill(shift, 0);
    scaled = false;
  }

  /** Multiplies what came so far by a number. */
  void multiply(float factor) {
    VectorKernels.scale(scale, factor, scale.length);
    VectorKernels.scale(shift, factor, shift.length);
    scaled = true;
  }

  /** Adds a number to each column. */
  void add(float[] summand) {
    VectorKernels.add(shift, summand, shift.length);
  }

  /** Replaces what came so far, y, by (y − mean) · factor + summand, of one column. */
  void standardize(int column, double mean, double factor, double summand) {
    scale[column] = (float) (scale[column] * factor);
    shift[column] = (float) (summand - (mean - shift[column]) * factor);
    scaled = true;
  }

  /** Gets ready for {@link #apply}. */
  void take(Share own, Scratch scratch) {
    own.get(shift, scratch.shift);
    if (scaled) {
      own.get(scale, scratch.scale);
    }
  }

  /** Maps the share of a row that was taken. */
  void apply(float[] row, int n, Scratch scratch) {
    if (scaled) {
      VectorKernels.affine(row, scratch.scale, scratch.shift, n);
    } else {
      VectorKernels.add(row, scratch.shift, n);
    }
  }
}
