package io.github.gan4j.datasets;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The types of numbers in IDX files, all big-endian. */
enum IdxElement {
  UNSIGNED_BYTE(0x08, Byte.BYTES),
  SIGNED_BYTE(0x09, Byte.BYTES),
  SHORT(0x0b, Short.BYTES),
  INT(0x0c, Integer.BYTES),
  FLOAT(0x0d, Float.BYTES),
  DOUBLE(0x0e, Double.BYTES);

  private final int code;
  private final int bytes;

  IdxElement(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  static Optional<IdxElement> of(byte code) {
    return Arrays.stream(values()).filter(element -> element.code == code).findFirst();
  }

  /** Returns how many bytes a number takes. */
  int bytes() {
    return bytes;
  }

  boolean isWhole() {
    return this != FLOAT && this != DOUBLE;
  }

  /** Returns a number, by its place among the numbers of a buffer. */
  double get(ByteBuffer buffer, int index) {
    int at = index * bytes;
    return switch (this) {
      case UNSIGNED_BYTE -> buffer.get(at) & 0xff;
      case SIGNED_BYTE -> buffer.get(at);
      case SHORT -> buffer.getShort(at);
      case INT -> buffer.getInt(at);
      case FLOAT -> buffer.getFloat(at);
      case DOUBLE -> buffer.getDouble(at);
    };
  }

  @Override
  public String toString() {
    String name = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s (%s)".formatted(name, HexFormat.of().toHexDigits((byte) code));
  }
}
