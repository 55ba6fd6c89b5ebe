package io.github.gan4j.datasets;

/**
 * The range of the numbers in a file, which is mapped to [-1, 1].
 *
 * @param black what is read as -1
 * @param white what is read as +1; may be below black
 */
record NumberRange(double black, double white) {
  NumberRange {
    if (!Double.isFinite(black) || !Double.isFinite(white) || black == white) {
      throw new IllegalArgumentException(
          "range must be two different finite numbers, was %s and %s".formatted(black, white));
    }
  }

  boolean contains(double value) {
    return value >= Math.min(black, white) && value <= Math.max(black, white);
  }

  float map(double value) {
    return (float) ((value - black) / (white - black) * 2 - 1);
  }

  @Override
  public String toString() {
    return "[%s, %s]".formatted(Math.min(black, white), Math.max(black, white));
  }
}
