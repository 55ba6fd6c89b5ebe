package io.github.gan4j.data;

/**
 * The size of an image. Pixels are stored channel by channel and row by row: the value of channel
 * c, row y, column x stands at {@code (c * height + y) * width + x}.
 *
 * @param channels 1 for grey, 3 for red, green and blue; at least 1
 * @param height rows; at least 1
 * @param width columns; at least 1
 */
public record ImageShape(int channels, int height, int width) {

  /** Refuses sizes below 1 and images of more than 2³¹ − 1 values. */
  public ImageShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "image channels, height and width must be at least 1, were %s, %s and %s"
              .formatted(channels, height, width));
    }
    if ((long) channels * height > Integer.MAX_VALUE / width) {
      throw new IllegalArgumentException(
          "image must have at most 2147483647 values, was %s x %s x %s"
              .formatted(channels, height, width));
    }
  }

  /** Returns the shape of a grey image. */
  public static ImageShape grey(int height, int width) {
    return new ImageShape(1, height, width);
  }

  /** Returns the number of values: channels × height × width. */
  public int size() {
    return channels * height * width;
  }

  /** Returns channels × height × width, as in {@code 1x28x28}. */
  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
