package io.github.gan4j.tck.reference;

import io.github.gan4j.random.DropoutMask;

/** Inverted dropout (Srivastava et al., 2014), with the mask that {@link DropoutMask} defines. */
final class Dropout implements Stage {
  private final double rate;
  private final int layer;
  private boolean[][] dropped = {};

  /** Makes one of the layer with this index, the first being 0. */
  Dropout(double rate, int layer) {
    this.rate = rate;
    this.layer = layer;
  }

  @Override
  public double[][] infer(double[][] in) {
    return in;
  }

  @Override
  public double[][] train(double[][] in, long dropoutSeed) {
    int key0 = DropoutMask.key0(dropoutSeed, layer);
    int key1 = DropoutMask.key1(dropoutSeed, layer);
    int threshold = DropoutMask.threshold(rate);
    dropped = new boolean[in.length][];
    for (int row = 0; row < in.length; row++) {
      int width = in[row].length;
      dropped[row] = new boolean[width];
      for (int c = 0; c < width; c++) {
        dropped[row][c] = DropoutMask.bits(key0, key1, row * width + c) >>> 8 < threshold;
      }
    }
    return mask(in);
  }

  @Override
  public double[][] backward(double[][] outGradient, double[] weightGradient) {
    return mask(outGradient);
  }

  @Override
  public double[][] doubleBackward(double[][] byInGradient, double[] weightGradient) {
    return mask(byInGradient);
  }

  private double[][] mask(double[][] values) {
    double[][] masked = new double[values.length][];
    for (int row = 0; row < values.length; row++) {
      masked[row] = new double[values[row].length];
      for (int c = 0; c < values[row].length; c++) {
        masked[row][c] = dropped[row][c] ? 0 : values[row][c] / (1 - rate);
      }
    }
    return masked;
  }
}
