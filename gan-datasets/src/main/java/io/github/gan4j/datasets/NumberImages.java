package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import java.nio.ByteBuffer;

/**
 * Images of numbers of any type, in memory or in their file, which become pixels when they are
 * read.
 */
final class NumberImages implements ImageSource {
  private final ImageShape shape;
  private final int count;
  private final int imagesPerSegment;
  private final ByteBuffer[] segments;
  private final IdxElement element;
  private final NumberRange range;

  /** Keeps the segments as they are; each but the last holds exactly {@code imagesPerSegment}. */
  NumberImages(
      ImageShape shape,
      int count,
      int imagesPerSegment,
      ByteBuffer[] segments,
      IdxElement element,
      NumberRange range) {
    this.shape = shape;
    this.count = count;
    this.imagesPerSegment = imagesPerSegment;
    this.segments = segments;
    this.element = element;
    this.range = range;
  }

  /** Refuses numbers outside of the range. */
  NumberImages checked(String file) {
    for (int image = 0; image < count; image++) {
      for (int i = 0; i < shape.size(); i++) {
        double number = number(image, i);
        if (!range.contains(number)) {
          throw new DatasetException(
              file,
              "must have numbers in the range %s that was stated, has %s in image %s"
                  .formatted(range, number, image));
        }
      }
    }
    return this;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void read(int index, float[] into, int offset) {
    for (int i = 0; i < shape.size(); i++) {
      into[offset + i] = range.map(number(index, i));
    }
  }

  private double number(int image, int place) {
    ByteBuffer segment = segments[image / imagesPerSegment];
    return element.get(segment, image % imagesPerSegment * shape.size() + place);
  }
}
