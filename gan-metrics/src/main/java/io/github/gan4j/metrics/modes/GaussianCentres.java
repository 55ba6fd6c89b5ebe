package io.github.gan4j.metrics.modes;

import io.github.gan4j.internal.argument.Arguments;

/** The centres of equally wide Gaussians, and the distances of points to them. */
final class GaussianCentres {
  /** Standard deviations from its centre up to which a point is of high quality. */
  private static final double HIGH_QUALITY = 3;

  private final double[][] centres;
  private final double farthest;

  GaussianCentres(double[][] centres, double sigma) {
    check(Arguments.notNull("centres", centres));
    if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sigma must be positive and finite, was " + sigma);
    }
    this.centres = centres;
    farthest = HIGH_QUALITY * sigma;
  }

  int count() {
    return centres.length;
  }

  int dimensions() {
    return centres[0].length;
  }

  /** Returns the mode whose centre is nearest, the first of several. */
  int nearest(float[] points, int offset) {
    int nearest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int mode = 0; mode < centres.length; mode++) {
      double distance = squaredDistance(mode, points, offset);
      if (distance < smallest) {
        smallest = distance;
        nearest = mode;
      }
    }
    return nearest;
  }

  boolean isOfHighQuality(int mode, float[] points, int offset) {
    return squaredDistance(mode, points, offset) <= farthest * farthest;
  }

  private double squaredDistance(int mode, float[] points, int offset) {
    double sum = 0;
    for (int i = 0; i < centres[mode].length; i++) {
      double difference = points[offset + i] - centres[mode][i];
      sum += difference * difference;
    }
    return sum;
  }

  private static void check(double[][] centres) {
    if (centres.length == 0 || centres[0].length == 0) {
      throw new IllegalArgumentException(
          "centres must be at least one of at least one coordinate, were none");
    }
    for (int mode = 0; mode < centres.length; mode++) {
      if (centres[mode].length != centres[0].length) {
        throw new IllegalArgumentException(
            "centres[%s] must have as many coordinates as the first, %s, had %s"
                .formatted(mode, centres[0].length, centres[mode].length));
      }
      for (double value : centres[mode]) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "centres[%s] must be finite, had %s".formatted(mode, value));
        }
      }
    }
  }
}
