package io.github.gan4j.model;

import io.github.gan4j.config.LatentDistribution;

/**
 * Latent vector arithmetic, for images with what some images have and others lack: {@code mean(A) -
 * mean(B) + mean(C)}, the means of some vectors each whose images have a trait, lack it, and shall
 * get it (Radford, Metz and Chintala, 2016, arXiv:1511.06434). What comes out lies elsewhere than
 * vectors that are drawn; {@link #fitted} brings it back. Arguments stay as they are; every method
 * refuses vectors that are empty, of different lengths or not finite, with an {@link
 * IllegalArgumentException}.
 */
public final class LatentArithmetic {
  private LatentArithmetic() {}

  /**
   * Returns the mean of vectors. Normal ones give one that is shorter by the root of their number.
   *
   * @param vectors at least one
   */
  public static float[] mean(float[]... vectors) {
    if (vectors.length == 0) {
      throw new IllegalArgumentException("vectors must be at least one, were none");
    }
    double[] sum = new double[vectors[0].length];
    for (int i = 0; i < vectors.length; i++) {
      add("vectors[" + i + "]", vectors[i], 1, sum);
    }
    return scaled(sum, 1.0 / vectors.length);
  }

  /** Returns {@code a + b}. */
  public static float[] plus(float[] a, float[] b) {
    double[] sum = new double[a.length];
    add("a", a, 1, sum);
    add("b", b, 1, sum);
    return scaled(sum, 1);
  }

  /** Returns {@code a - b}. */
  public static float[] minus(float[] a, float[] b) {
    double[] sum = new double[a.length];
    add("a", a, 1, sum);
    add("b", b, -1, sum);
    return scaled(sum, 1);
  }

  /**
   * Returns the vector brought to where those of a distribution lie, so that the generator knows
   * what to make of it: on the sphere, its direction on the sphere; for normal vectors of many
   * components the same, since nearly all have a length near the root of their number (White, 2016,
   * arXiv:1609.04468); for uniform ones its components, cut off at -1 and 1.
   *
   * @throws IllegalArgumentException also if the vector is zero, which has no direction, and the
   *     distribution is not uniform
   */
  public static float[] fitted(float[] vector, LatentDistribution distribution) {
    double[] values = new double[vector.length];
    add("vector", vector, 1, values);
    return switch (distribution) {
      case NORMAL, SPHERE -> scaled(values, Math.sqrt(values.length) / length(values));
      case UNIFORM -> clipped(vector);
    };
  }

  private static double length(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    if (squares == 0) {
      throw new IllegalArgumentException("vector must have a direction, was zero");
    }
    return Math.sqrt(squares);
  }

  private static float[] clipped(float[] vector) {
    float[] clipped = new float[vector.length];
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.max(-1, Math.min(1, vector[i]));
    }
    return clipped;
  }

  private static void add(String field, float[] vector, double factor, double[] sum) {
    if (vector.length == 0 || vector.length != sum.length) {
      throw new IllegalArgumentException(
          "%s must have as many values as the others, at least 1, had %s of %s"
              .formatted(field, vector.length, sum.length));
    }
    for (int i = 0; i < sum.length; i++) {
      if (!Float.isFinite(vector[i])) {
        throw new IllegalArgumentException(
            "%s must be finite, held %s at %s".formatted(field, vector[i], i));
      }
      sum[i] += factor * vector[i];
    }
  }

  private static float[] scaled(double[] values, double factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (values[i] * factor);
    }
    return scaled;
  }
}
