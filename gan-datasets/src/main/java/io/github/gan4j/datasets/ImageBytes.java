package io.github.gan4j.datasets;

/**
 * The bytes of an image file as a decoder shall see them, and what the decoder does not tell.
 *
 * @param bytes the file, or what of it the decoder needs
 * @param orientation how to turn what is decoded
 * @param channels how many colour channels the file has; 0 if that is not known
 * @param whole whether the file goes on to where its format ends
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ImageBytes(byte[] bytes, Orientation orientation, int channels, boolean whole) {

  static ImageBytes of(ImageFormat format, byte[] bytes) {
    return switch (format) {
      case JPEG -> JpegSegments.read(bytes);
      case PNG -> PngChunks.read(bytes);
      case BMP -> new ImageBytes(bytes, Orientation.UPRIGHT, 0, true);
    };
  }
}
