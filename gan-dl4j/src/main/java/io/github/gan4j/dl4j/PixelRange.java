package io.github.gan4j.dl4j;

/**
 * Which numbers stand for black and white in the arrays of a {@code DataSetIterator}. It has to be
 * stated: 0 is black where pixels are from 0 to 1, and grey where they are from -1 to 1.
 *
 * @param black what is read as -1
 * @param white what is read as +1; may be below black
 */
public record PixelRange(double black, double white) {

  /** Pixels from 0 to 1, as DL4J's MNIST iterator and its image scaler give them. */
  public static final PixelRange ZERO_TO_ONE = new PixelRange(0, 1);

  /** Pixels from -1 to 1, as {@code Dataset} has them. */
  public static final PixelRange MINUS_ONE_TO_ONE = new PixelRange(-1, 1);

  /** Pixels from 0 to 255, as image readers give them without a scaler. */
  public static final PixelRange BYTES = new PixelRange(0, 255);

  /** How far a value may lie beyond the range, as a part of it: what scaling in floats does. */
  private static final double ROUNDING = 1e-5;

  /** Refuses ends that are equal or not finite. */
  public PixelRange {
    if (!Double.isFinite(black) || !Double.isFinite(white) || black == white) {
      throw new IllegalArgumentException(
          "range must be two different finite numbers, was %s and %s".formatted(black, white));
    }
  }

  /** Returns whether a number lies in the range, but for rounding; NaN does not. */
  boolean contains(double value) {
    double slack = Math.abs(white - black) * ROUNDING;
    return value >= Math.min(black, white) - slack && value <= Math.max(black, white) + slack;
  }

  /** Maps a number of the range to [-1, 1]. */
  float map(double value) {
    double mapped = (value - black) / (white - black) * 2 - 1;
    return (float) Math.max(-1, Math.min(1, mapped));
  }

  /** Returns the interval, the smaller end first. */
  @Override
  public String toString() {
    return "[%s, %s]".formatted(Math.min(black, white), Math.max(black, white));
  }
}
