package io.github.gan4j.report.tensorboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads event files by their own specifications, with nothing of what writes them. */
final class EventReader {

  /**
   * An event.
   *
   * @param scalars by tag
   * @param images by tag
   */
  record Event(
      double wallTime,
      long step,
      String fileVersion,
      Map<String, Float> scalars,
      Map<String, Image> images) {}

  /** A picture. */
  record Image(int height, int width, int colorspace, BufferedImage picture) {}

  /** A field of a message: a number, or bytes that may be another message. */
  private record Field(int number, long value, ByteBuffer bytes) {}

  private EventReader() {}

  static List<Event> read(Path file) throws IOException {
    ByteBuffer bytes = littleEndian(Files.readAllBytes(file));
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = take(bytes, 8);
      requireChecksum(length, bytes.getInt());
      byte[] event = take(bytes, (int) littleEndian(length).getLong());
      requireChecksum(event, bytes.getInt());
      events.add(event(littleEndian(event)));
    }
    return events;
  }

  private static Event event(ByteBuffer message) throws IOException {
    double wallTime = 0;
    long step = 0;
    String fileVersion = "";
    Map<String, Float> scalars = new LinkedHashMap<>();
    Map<String, Image> images = new LinkedHashMap<>();
    for (Field field : fields(message)) {
      switch (field.number) {
        case 1 -> wallTime = Double.longBitsToDouble(field.value);
        case 2 -> step = field.value;
        case 3 -> fileVersion = UTF_8.decode(field.bytes).toString();
        case 5 -> {
          for (Field value : fields(field.bytes)) {
            value(value.bytes, scalars, images);
          }
        }
        default -> throw new IllegalArgumentException("unknown field " + field);
      }
    }
    return new Event(wallTime, step, fileVersion, scalars, images);
  }

  private static void value(
      ByteBuffer message, Map<String, Float> scalars, Map<String, Image> images)
      throws IOException {
    String tag = "";
    for (Field field : fields(message)) {
      switch (field.number) {
        case 1 -> tag = UTF_8.decode(field.bytes).toString();
        case 2 -> scalars.put(tag, Float.intBitsToFloat((int) field.value));
        case 4 -> {
          List<Field> image = fields(field.bytes);
          images.put(
              tag,
              new Image(
                  (int) image.get(0).value,
                  (int) image.get(1).value,
                  (int) image.get(2).value,
                  picture(image.get(3).bytes)));
        }
        default -> throw new IllegalArgumentException("unknown field " + field);
      }
    }
  }

  /** Splits a Protocol Buffers message (protobuf.dev/programming-guides/encoding). */
  private static List<Field> fields(ByteBuffer bytes) {
    ByteBuffer none = ByteBuffer.allocate(0);
    List<Field> fields = new ArrayList<>();
    while (bytes.hasRemaining()) {
      long tag = varint(bytes);
      int number = (int) (tag >>> 3);
      fields.add(
          switch ((int) (tag & 7)) {
            case 0 -> new Field(number, varint(bytes), none);
            case 1 -> new Field(number, bytes.getLong(), none);
            case 2 -> new Field(number, 0, littleEndian(take(bytes, (int) varint(bytes))));
            case 5 -> new Field(number, bytes.getInt(), none);
            default -> throw new IllegalArgumentException("unknown wire type in tag " + tag);
          });
    }
    return fields;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static BufferedImage picture(ByteBuffer png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(take(png, png.remaining())));
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] take(ByteBuffer bytes, int count) {
    byte[] taken = new byte[count];
    bytes.get(taken);
    return taken;
  }

  private static void requireChecksum(byte[] data, int found) {
    int crc = ~0;
    for (byte b : data) {
      crc ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        // Castagnoli's polynomial, reversed.
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x82f63b78;
      }
    }
    crc = ~crc;
    int masked = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    if (masked != found) {
      throw new IllegalArgumentException("checksum must be %x, was %x".formatted(masked, found));
    }
  }
}
