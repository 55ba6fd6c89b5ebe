package io.github.gan4j.datasets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The chunks of a PNG file (ISO/IEC 15948, 5.3). */
final class PngChunks {
  private static final int SIGNATURE_BYTES = 8;
  private static final int COLOUR_TYPE_AT = 25;

  /** Length, type and checksum. */
  private static final int FRAME_BYTES = 12;

  private PngChunks() {}

  static ImageBytes read(byte[] bytes) {
    Orientation orientation = Orientation.UPRIGHT;
    int at = SIGNATURE_BYTES;
    while (bytes.length - at >= FRAME_BYTES) {
      int length = ByteBuffer.wrap(bytes).getInt(at);
      if (length < 0 || length > bytes.length - at - FRAME_BYTES) {
        break;
      }
      String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (type.equals("eXIf")) {
        orientation = ExifBlock.orientation(bytes, at + 8, length);
      }
      if (type.equals("IEND")) {
        return new ImageBytes(bytes, orientation, channels(bytes), true);
      }
      at += length + FRAME_BYTES;
    }
    return new ImageBytes(bytes, orientation, channels(bytes), false);
  }

  /** Returns the channels by the type of colour; 0 for a palette, which may be all greys. */
  private static int channels(byte[] bytes) {
    return switch (bytes.length > COLOUR_TYPE_AT ? bytes[COLOUR_TYPE_AT] : -1) {
      case 0, 4 -> 1;
      case 2, 6 -> 3;
      default -> 0;
    };
  }
}
