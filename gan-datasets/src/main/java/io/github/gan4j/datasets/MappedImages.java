package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * Images of one unsigned byte a value that stay in their file: the system reads what is used into
 * memory that is not Java's, and drops it when it needs room.
 */
final class MappedImages implements ImageSource {
  /** A buffer has at most 2 GB. */
  private static final long SEGMENT_BYTES = 1L << 30;

  private final ImageShape shape;
  private final int count;
  private final int imagesPerSegment;
  private final MappedByteBuffer[] segments;

  private MappedImages(
      ImageShape shape, int count, int imagesPerSegment, MappedByteBuffer[] segments) {
    this.shape = shape;
    this.count = count;
    this.imagesPerSegment = imagesPerSegment;
    this.segments = segments;
  }

  /** Maps a file from a place on; the maps outlast the channel. */
  static MappedImages of(FileChannel channel, long start, ImageShape shape, int count)
      throws IOException {
    return of(channel, start, shape, count, SEGMENT_BYTES);
  }

  static MappedImages of(
      FileChannel channel, long start, ImageShape shape, int count, long segmentBytes)
      throws IOException {
    int each = imagesPerSegment(shape.size(), segmentBytes);
    return new MappedImages(
        shape, count, each, segments(channel, start, shape.size(), count, each));
  }

  /** Returns how many images of so many bytes a buffer holds. */
  static int imagesPerSegment(int imageBytes) {
    return imagesPerSegment(imageBytes, SEGMENT_BYTES);
  }

  private static int imagesPerSegment(int imageBytes, long segmentBytes) {
    return (int) Math.max(1, segmentBytes / imageBytes);
  }

  /** Maps images in buffers of {@code each}; the last may hold fewer. */
  static MappedByteBuffer[] segments(
      FileChannel channel, long start, int imageBytes, int count, int each) throws IOException {
    MappedByteBuffer[] segments = new MappedByteBuffer[(count - 1) / each + 1];
    for (int i = 0; i < segments.length; i++) {
      long first = (long) i * each;
      long images = Math.min(each, count - first);
      segments[i] = channel.map(MapMode.READ_ONLY, start + first * imageBytes, images * imageBytes);
    }
    return segments;
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
    int size = shape.size();
    MappedByteBuffer segment = segments[index / imagesPerSegment];
    int start = index % imagesPerSegment * size;
    for (int i = 0; i < size; i++) {
      into[offset + i] = ByteImages.value(segment.get(start + i));
    }
  }
}
