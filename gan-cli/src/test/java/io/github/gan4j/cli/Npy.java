package io.github.gan4j.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A NumPy file, read by its own specification (NumPy Enhancement Proposal 1).
 *
 * @param header the dictionary that says what follows
 * @param values what follows, as float32
 */
record Npy(String header, List<Float> values) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  static Npy parse(byte[] file) {
    if (!Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))) {
      throw new IllegalArgumentException("no NumPy file of version 1.0");
    }
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
    byte[] header = new byte[bytes.getShort()];
    bytes.get(header);
    if (bytes.position() % 64 != 0 || header[header.length - 1] != '\n') {
      throw new IllegalArgumentException("the header must end in a line end at a multiple of 64");
    }
    List<Float> values = new ArrayList<>();
    while (bytes.hasRemaining()) {
      values.add(bytes.getFloat());
    }
    return new Npy(new String(header, US_ASCII).strip(), values);
  }
}
