package io.github.gan4j.datasets;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats of image files that are read. */
enum ImageFormat {
  PNG("89504e470d0a1a0a"),
  JPEG("ffd8ff"),
  BMP("424d");

  private static final List<String> ENDINGS =
      List.of(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp");
  private static final int SHOWN_BYTES = 8;

  private final String magic;

  /** Takes the first bytes of a file, in hexadecimal. */
  ImageFormat(String magic) {
    this.magic = magic;
  }

  /** Returns whether a file's name is that of an image. */
  static boolean isNamed(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(small::endsWith);
  }

  /** Returns the endings of names, to be read after "a file named". */
  static String endings() {
    int last = ENDINGS.size() - 1;
    return String.join(", ", ENDINGS.subList(0, last)) + " or " + ENDINGS.get(last);
  }

  /** Tells the format by content; null if it is none of these. */
  static @Nullable ImageFormat of(byte[] bytes) {
    String first = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHOWN_BYTES));
    for (ImageFormat format : values()) {
      if (first.startsWith(format.magic)) {
        return format;
      }
    }
    return null;
  }

  /** Returns what to say of bytes that are of none of these formats. */
  static String refusal(byte[] bytes) {
    return "must be a PNG, JPEG or BMP image, "
        + (bytes.length == 0
            ? "is empty"
            : "begins with "
                + HexFormat.ofDelimiter(" ")
                    .formatHex(bytes, 0, Math.min(bytes.length, SHOWN_BYTES)));
  }

  /** Returns what ImageIO calls it. */
  String readerName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
