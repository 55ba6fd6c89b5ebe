package io.github.gan4j.datasets;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The EXIF block of an image file, a TIFF head with tags (CIPA DC-008, 4.6), of which the first
 * directory's Orientation is read.
 *
 * <p>Own code, since the libraries that read EXIF are no named modules: a jlink image could not
 * hold this one.
 */
final class ExifBlock {
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;

  private ExifBlock() {}

  /** Returns the orientation; upright if there is none, or the block is damaged. */
  static Orientation orientation(byte[] file, int start, int length) {
    ByteBuffer block = ByteBuffer.wrap(file, start, length).slice();
    try {
      return Orientation.of(tag(block));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Orientation.UPRIGHT; // As every viewer shows it.
    }
  }

  private static int tag(ByteBuffer block) {
    short order = block.getShort();
    if (order == 0x4949) {
      block.order(ByteOrder.LITTLE_ENDIAN);
    } else if (order != 0x4d4d) {
      return 0;
    }
    block.position(4);
    block.position(block.getInt());
    int entries = block.getShort() & 0xffff;
    int first = block.position();
    for (int i = 0; i < entries; i++) {
      block.position(first + i * ENTRY_BYTES);
      if ((block.getShort() & 0xffff) == ORIENTATION) {
        return block.getShort() == SHORT && block.getInt() == 1 ? block.getShort() : 0;
      }
    }
    return 0;
  }
}
