package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;

/**
 * Images of one unsigned byte a value, in chunks of whole images: together they may be larger than
 * the largest array.
 */
final class ByteImages implements ImageSource {
  private static final float[] VALUES = values();

  private final ImageShape shape;
  private final int count;
  private final int imagesPerChunk;
  private final byte[][] chunks;

  /** Keeps the chunks as they are; each but the last holds exactly {@code imagesPerChunk}. */
  ByteImages(ImageShape shape, int count, int imagesPerChunk, byte[][] chunks) {
    this.shape = shape;
    this.count = count;
    this.imagesPerChunk = imagesPerChunk;
    this.chunks = chunks;
  }

  /** Keeps the images as they are, one to an array. */
  static ByteImages oneEach(ImageShape shape, byte[][] images) {
    return new ByteImages(shape, images.length, 1, images);
  }

  /** Writes the bytes nearest to values in [-1, 1]. */
  static void round(float[] values, byte[] into, int offset) {
    for (int i = 0; i < values.length; i++) {
      into[offset + i] = (byte) ((values[i] + 1) * 127.5f + 0.5f);
    }
  }

  /** Maps 0 to -1 and 255 to +1, each value the float nearest to byte / 127.5 - 1. */
  private static float[] values() {
    float[] values = new float[256];
    for (int pixel = 0; pixel < values.length; pixel++) {
      values[pixel] = (float) (pixel / 127.5 - 1);
    }
    return values;
  }

  /** Returns what a byte stands for, in [-1, 1]. */
  static float value(byte pixel) {
    return VALUES[pixel & 0xff];
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
    byte[] chunk = chunks[index / imagesPerChunk];
    int start = index % imagesPerChunk * size;
    for (int i = 0; i < size; i++) {
      into[offset + i] = value(chunk[start + i]);
    }
  }
}
