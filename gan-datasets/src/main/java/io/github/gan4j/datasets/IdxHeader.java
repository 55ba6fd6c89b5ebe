package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The head of an IDX file: two zero bytes, the element type, the rank, and one big-endian size a
 * dimension.
 */
final class IdxHeader {
  private static final List<String> LABELS = List.of("count");
  private static final List<String> GREY_IMAGES = List.of("count", "rows", "columns");
  private static final List<String> IMAGES = List.of("count", "channels", "rows", "columns");
  private static final int MAX_CHANNELS = 4;

  private final IdxElement element;
  private final int[] sizes;

  private IdxHeader(IdxElement element, int[] sizes) {
    this.element = element;
    this.sizes = sizes;
  }

  /** Reads the head of a file of labels and checks it against the file's length. */
  static IdxHeader ofLabels(IdxInput in) {
    byte[] magic = readMagic(in);
    int rank = rank(magic);
    if (rank != LABELS.size()) {
      throw in.error(
          "must hold labels, of rank 1 (count), found rank %s%s"
              .formatted(rank, rank == 3 || rank == 4 ? ": a file of images" : ""));
    }
    IdxElement element = element(magic);
    if (!element.isWhole()) {
      throw in.error("must have labels that are whole numbers, found elements of type " + element);
    }
    IdxHeader header = new IdxHeader(element, readSizes(in, LABELS));
    in.expect(8L + (long) element.bytes() * header.count(), header.count() + " labels");
    return header;
  }

  /**
   * Reads the head of a file of images and checks it against the file's length.
   *
   * @param rangeKnown whether other numbers than unsigned bytes can be pixels
   */
  static IdxHeader ofImages(IdxInput in, boolean rangeKnown) {
    byte[] magic = readMagic(in);
    int rank = rank(magic);
    if (rank != GREY_IMAGES.size() && rank != IMAGES.size()) {
      throw in.error(
          "must hold images, of rank 3 (count, rows, columns) or 4 (count, channels, rows, "
              + "columns), found rank %s%s".formatted(rank, rank == 1 ? ": a file of labels" : ""));
    }
    IdxElement element = element(magic);
    if (element != IdxElement.UNSIGNED_BYTE && !rangeKnown) {
      throw new DatasetException(
          in.file(),
          "must have elements of type %s unless their range is stated, found %s"
              .formatted(IdxElement.UNSIGNED_BYTE, element),
          Remedy.STATE_RANGE,
          null);
    }
    IdxHeader header = new IdxHeader(element, readSizes(in, rank == 3 ? GREY_IMAGES : IMAGES));
    header.checkImage(in);
    in.expect(
        4L + 4L * rank + (long) header.count() * header.imageBytes(),
        "%s images of %s".formatted(header.count(), header.shape()));
    return header;
  }

  int count() {
    return sizes[0];
  }

  IdxElement element() {
    return element;
  }

  /** Returns how many bytes an image takes. */
  int imageBytes() {
    return element.bytes() * shape().size();
  }

  /** Returns the shape of the images, for a file of images. */
  ImageShape shape() {
    return sizes.length == 3
        ? ImageShape.grey(sizes[1], sizes[2])
        : new ImageShape(sizes[1], sizes[2], sizes[3]);
  }

  private static byte[] readMagic(IdxInput in) {
    byte[] magic = new byte[4];
    int found = in.fill(magic);
    if (found == 0) {
      throw in.error("must be an IDX file, is empty");
    }
    if (found < magic.length
        || magic[0] != 0
        || magic[1] != 0
        || IdxElement.of(magic[2]).isEmpty()) {
      throw in.error(
          "must be an IDX file, which begins with 00 00 and a type from 08 to 0e, begins with "
              + HexFormat.ofDelimiter(" ").formatHex(magic, 0, found));
    }
    return magic;
  }

  private static IdxElement element(byte[] magic) {
    return IdxElement.of(magic[2]).orElseThrow();
  }

  private static int rank(byte[] magic) {
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
    if (values > Integer.MAX_VALUE / element.bytes()) {
      throw in.error(
          "an image must have at most %s values, found sizes %s"
              .formatted(Integer.MAX_VALUE / element.bytes(), Arrays.toString(image)));
    }
    if (image.length == 3 && image[0] > MAX_CHANNELS) {
      throw in.error(
          "must have 1 to %s channels and have them before rows and columns, found sizes %s"
              .formatted(MAX_CHANNELS, Arrays.toString(image)));
    }
  }
}
