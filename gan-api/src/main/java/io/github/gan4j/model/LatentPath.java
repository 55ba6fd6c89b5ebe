package io.github.gan4j.model;

import io.github.gan4j.config.LatentDistribution;

/** How to walk from one latent vector to another; what is generated on the way blends over. */
public enum LatentPath {
  /**
   * Linear interpolation, in equal steps. Right for uniform latent vectors: their cube is convex,
   * so that no step leaves it.
   */
  LINEAR {
    @Override
    void walk(double[] from, double[] to, float[][] path) {
      for (int i = 1; i < path.length - 1; i++) {
        double t = i / (path.length - 1.0);
        for (int j = 0; j < from.length; j++) {
          path[i][j] = (float) (from[j] + t * (to[j] - from[j]));
        }
      }
    }
  },

  /**
   * Spherical linear interpolation, slerp (Shoemake, Animating rotation with quaternion curves,
   * 1985): along the great circle, in equal angles. Right for normal latent vectors of many
   * components: nearly all have a length near the square root of their number, and the middle of a
   * straight line is shorter than the generator ever saw (White, Sampling generative networks,
   * 2016, arXiv:1609.04468). Latent vectors on a sphere have all one length, and so has each of the
   * path.
   *
   * <p>The direction turns and the length grows or shrinks evenly, so that vectors of different
   * lengths do no harm. Between opposite vectors, where every great circle is as short, it is
   * always the same one; a path from or to zero, or between opposite numbers, is straight.
   */
  SPHERICAL {
    @Override
    void walk(double[] from, double[] to, float[][] path) {
      double fromLength = length(from);
      double toLength = length(to);
      if (fromLength == 0 || toLength == 0) {
        LINEAR.walk(from, to, path);
        return;
      }
      double[] start = scaled(from, 1 / fromLength);
      double[] end = scaled(to, 1 / toLength);
      double cosine = dot(start, end);
      double[] aside = minus(end, start, cosine);
      double sine = length(aside);
      if (sine < PARALLEL) {
        if (cosine > 0 || from.length == 1) {
          LINEAR.walk(from, to, path);
          return;
        }
        aside = perpendicular(start);
      }
      aside = scaled(aside, 1 / length(aside));
      double angle = Math.atan2(sine, cosine);
      for (int i = 1; i < path.length - 1; i++) {
        double t = i / (path.length - 1.0);
        double size = fromLength + t * (toLength - fromLength);
        double forwards = size * Math.cos(t * angle);
        double sideways = size * Math.sin(t * angle);
        for (int j = 0; j < from.length; j++) {
          path[i][j] = (float) (forwards * start[j] + sideways * aside[j]);
        }
      }
    }
  };

  /** The sine below which two directions are one, or opposite: what rounding to floats leaves. */
  private static final double PARALLEL = 1e-6;

  /** Returns the path that keeps to where the vectors of a distribution lie. */
  public static LatentPath of(LatentDistribution distribution) {
    return switch (distribution) {
      case NORMAL, SPHERE -> SPHERICAL;
      case UNIFORM -> LINEAR;
    };
  }

  /**
   * Returns the vectors on the way from one to the other, for {@link Generator#decode}.
   *
   * @param from at least one finite value; the first vector of the path
   * @param to as many finite values; the last vector of the path
   * @param steps how many vectors, both ends included; at least 2
   * @throws IllegalArgumentException if the vectors or the number of steps are others
   */
  public float[][] between(float[] from, float[] to, int steps) {
    if (steps < 2) {
      throw new IllegalArgumentException("steps must be at least 2, was " + steps);
    }
    if (from.length == 0 || from.length != to.length) {
      throw new IllegalArgumentException(
          "from and to must have the same number of values, at least 1, had %s and %s"
              .formatted(from.length, to.length));
    }
    float[][] path = new float[steps][from.length];
    walk(doubles("from", from), doubles("to", to), path);
    path[0] = from.clone();
    path[steps - 1] = to.clone();
    return path;
  }

  /** Fills in all vectors but the first and the last. */
  abstract void walk(double[] from, double[] to, float[][] path);

  private static double[] doubles(String field, float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s must be finite, held %s at %s".formatted(field, values[i], i));
      }
      doubles[i] = values[i];
    }
    return doubles;
  }

  /** Returns the axis that a direction keeps farthest from, less what of it lies along it. */
  private static double[] perpendicular(double[] direction) {
    int farthest = 0;
    for (int i = 1; i < direction.length; i++) {
      if (Math.abs(direction[i]) < Math.abs(direction[farthest])) {
        farthest = i;
      }
    }
    double[] axis = new double[direction.length];
    axis[farthest] = 1;
    return minus(axis, direction, direction[farthest]);
  }

  private static double length(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] scaled(double[] vector, double factor) {
    double[] scaled = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      scaled[i] = vector[i] * factor;
    }
    return scaled;
  }

  private static double[] minus(double[] a, double[] b, double factor) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - factor * b[i];
    }
    return difference;
  }
}
