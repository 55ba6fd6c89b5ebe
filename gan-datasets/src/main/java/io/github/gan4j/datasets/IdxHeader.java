package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The head of an IDX file: two zero bytes, the element type, the rank, and one big-endian size a
 * dimension. Only files of unsigned bytes are read.
 */
final class IdxHeader {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final List<String> LABELS = List.of("count");
  private static final List<String> GREY_IMAGES = List.of("count", "rows", "columns");
  private static final List<String> IMAGES = List.of("count", "channels", "rows", "columns");
  private static final int MAX_CHANNELS = 4;

  private final int[] sizes;

  private IdxHeader(int[] sizes) {
    this.sizes = sizes;
  }

  /** Reads the head of a file of labels and checks it against the file's length. */
  static IdxHeader ofLabels(IdxInput in) {
    int rank = readMagic(in);
    if (rank != LABELS.size()) {
      throw in.error(
          "must hold labels, of rank 1 (count), found rank %s%s"
              .formatted(rank, rank == 3 || rank == 4 ? ": a file of images" : ""));
    }
    IdxHeader header = new IdxHeader(readSizes(in, LABELS));
    in.expect(8L + header.count(), header.count() + " labels");
    return header;
  }

  /** Reads the head of a file of images and checks it against the file's length. */
  static IdxHeader ofImages(IdxInput in) {
    int rank = readMagic(in);
    if (rank != GREY_IMAGES.size() && rank != IMAGES.size()) {
      throw in.error(
          "must hold images, of rank 3 (count, rows, columns) or 4 (count, channels, rows, "
              + "columns), found rank %s%s".formatted(rank, rank == 1 ? ": a file of labels" : ""));
    }
    IdxHeader header = new IdxHeader(readSizes(in, rank == 3 ? GREY_IMAGES : IMAGES));
    header.checkImage(in);
    ImageShape shape = header.shape();
    in.expect(
        4L + 4L * rank + (long) header.count() * shape.size(),
        "%s images of %s".formatted(header.count(), shape));
    return header;
  }

  int count() {
    return sizes[0];
  }

  /** Returns the shape of the images, for a file of images. */
  ImageShape shape() {
    return sizes.length == 3
        ? ImageShape.grey(sizes[1], sizes[2])
        : new ImageShape(sizes[1], sizes[2], sizes[3]);
  }

  /** Returns the rank. */
  private static int readMagic(IdxInput in) {
    byte[] magic = new byte[4];
    int found = in.fill(magic);
    if (found == 0) {
      throw in.error("must be an IDX file, is empty");
    }
    String element = typeName(magic[2]);
    if (found < magic.length || magic[0] != 0 || magic[1] != 0 || element.isEmpty()) {
      throw in.error(
          "must be an IDX file of bytes, which begins with 00 00 08, begins with "
              + HexFormat.ofDelimiter(" ").formatHex(magic, 0, found));
    }
    if (magic[2] != UNSIGNED_BYTE) {
      throw in.error(
          String.format(
              Locale.ROOT,
              "must have elements of type unsigned byte (08), found %s (%02x)",
              element,
              magic[2]));
    }
    return magic[3] & 0xff;
  }

  private static int[] readSizes(IdxInput in, List<String> names) {
    byte[] bytes = new byte[4 * names.size()];
    int found = in.fill(bytes);
    if (found < bytes.length) {
      throw in.error(
          "must have an IDX header of %s bytes for %s, found %s bytes"
              .formatted(4 + bytes.length, names, 4 + found));
    }
    int[] sizes = new int[names.size()];
    ByteBuffer.wrap(bytes).asIntBuffer().get(sizes);
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] < 1) {
        throw in.error(
            "%s must be from 1 to %s, found %s"
                .formatted(names.get(i), Integer.MAX_VALUE, Integer.toUnsignedLong(sizes[i])));
      }
    }
    return sizes;
  }

  private void checkImage(IdxInput in) {
    int[] image = Arrays.copyOfRange(sizes, 1, sizes.length);
    long values = 1;
    for (int size : image) {
      values = values > Integer.MAX_VALUE ? values : values * size;
    }
    if (values > Integer.MAX_VALUE) {
      throw in.error(
          "an image must have at most %s values, found sizes %s"
              .formatted(Integer.MAX_VALUE, Arrays.toString(image)));
    }
    if (image.length == 3 && image[0] > MAX_CHANNELS) {
      throw in.error(
          "must have 1 to %s channels and have them before rows and columns, found sizes %s"
              .formatted(MAX_CHANNELS, Arrays.toString(image)));
    }
  }

  /** Returns the empty string if there is no such type. */
  private static String typeName(byte type) {
    return switch (type) {
      case UNSIGNED_BYTE -> "unsigned byte";
      case 0x09 -> "signed byte";
      case 0x0b -> "short";
      case 0x0c -> "int";
      case 0x0d -> "float";
      case 0x0e -> "double";
      default -> "";
    };
  }
}
