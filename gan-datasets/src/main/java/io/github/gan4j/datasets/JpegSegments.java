package io.github.gan4j.datasets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The segments of a JPEG file up to its first scan (ITU-T T.81, annex B). */
final class JpegSegments {
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private Orientation orientation = Orientation.UPRIGHT;
  private int channels;

  private JpegSegments(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the segments. The bytes returned end in an end mark, so that a decoder warns of missing
   * image data only, and have no colour profile: ImageIO fails on those that are not for RGB.
   */
  static ImageBytes read(byte[] bytes) {
    JpegSegments segments = new JpegSegments(withEnd(bytes));
    boolean whole = segments.readAll();
    return new ImageBytes(segments.bytes, segments.orientation, segments.channels, whole);
  }

  private static byte[] withEnd(byte[] bytes) {
    byte[] ended = Arrays.copyOf(bytes, bytes.length + 2);
    ended[bytes.length] = (byte) 0xff;
    ended[bytes.length + 1] = (byte) END_OF_IMAGE;
    return ended;
  }

  /** Returns whether a scan begins before the end mark that was added. */
  private boolean readAll() {
    int end = bytes.length - 2;
    int at = 2;
    while (at + 4 <= end && (bytes[at] & 0xff) == 0xff) {
      int marker = bytes[at + 1] & 0xff;
      if (marker == 0xff) { // A fill byte.
        at++;
        continue;
      }
      int length = (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
      if (length < 2 || at + 2 + length > end) {
        return false;
      }
      if (marker == START_OF_SCAN) {
        return true;
      }
      readSegment(marker, at + 4, length - 2);
      at += 2 + length;
    }
    return false;
  }

  private void readSegment(int marker, int start, int length) {
    if (marker == APP1 && startsWith(EXIF, start, length)) {
      orientation = ExifBlock.orientation(bytes, start + EXIF.length, length - EXIF.length);
    } else if (marker == APP2 && startsWith(PROFILE, start, length)) {
      bytes[start] = 0; // Under another name nobody looks at it.
    } else if (isFrame(marker) && length >= 6) {
      channels = bytes[start + 5] & 0xff;
    }
  }

  /** Returns whether a marker begins a frame: C0 to CF but for tables and arithmetic conditions. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private boolean startsWith(byte[] name, int start, int length) {
    return length >= name.length
        && Arrays.equals(bytes, start, start + name.length, name, 0, name.length);
  }
}
