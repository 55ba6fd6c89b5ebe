package io.github.gan4j.internal.network;

import io.github.gan4j.config.Normalization;

/**
 * The way of values from images, where −1 is black and 1 is white, to the networks, where pixels
 * are normalised, and back. Where both are the same it does nothing. Immutable.
 */
public final class PixelScale {
  private final float factor;
  private final float shift;
  private final float factorBack;
  private final float shiftBack;

  /** Makes one, from {@code pixel = (value + 1) / 2} on the one side. */
  public PixelScale(Normalization normalization) {
    double mean = normalization.mean();
    double std = normalization.std();
    factor = (float) (0.5 / std);
    shift = (float) ((0.5 - mean) / std);
    factorBack = (float) (2 * std);
    shiftBack = (float) (2 * mean - 1);
  }

  /** Maps values of images to what the networks see, in place. */
  public void toNetworks(float[] values, int offset, int length) {
    map(values, offset, length, factor, shift);
  }

  /** Maps what the networks make to values of images, in place. */
  public void toImages(float[] values, int offset, int length) {
    map(values, offset, length, factorBack, shiftBack);
  }

  private static void map(float[] values, int offset, int length, float factor, float shift) {
    if (factor == 1 && shift == 0) {
      return;
    }
    for (int i = offset; i < offset + length; i++) {
      values[i] = values[i] * factor + shift;
    }
  }
}
