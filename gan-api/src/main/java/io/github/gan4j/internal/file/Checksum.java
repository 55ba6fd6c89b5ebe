package io.github.gan4j.internal.file;

import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.file.SafeTensors.FloatTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The SHA-256 of a file's texts and tensors, kept as one more text. */
final class Checksum {
  private static final String KEY = "gan4j.sha256";

  private final MessageDigest digest;

  private Checksum() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns the same with its checksum. */
  static SafeTensors withChecksum(SafeTensors content) {
    Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
    metadata.put(KEY, of(content));
    return new SafeTensors(metadata, content.tensors(), content.bytes());
  }

  /**
   * Checks that a file holds what was written.
   *
   * @throws ModelFormatException if it does not
   */
  static void require(Path file, SafeTensors content) {
    String found = content.metadata().get(KEY);
    String expected = of(content);
    if (!expected.equals(found)) {
      throw new ModelFormatException(
          file,
          "metadata %s must be %s, the checksum of what the file holds, is %s; the file is damaged"
              .formatted(KEY, expected, found == null ? "missing" : found),
          null);
    }
  }

  private static String of(SafeTensors content) {
    Checksum checksum = new Checksum();
    new TreeMap<>(content.metadata())
        .forEach(
            (key, text) -> {
              if (!key.equals(KEY)) {
                checksum.add(key);
                checksum.add(text);
              }
            });
    new TreeMap<>(content.tensors()).forEach(checksum::add);
    new TreeMap<>(content.bytes()).forEach(checksum::add);
    return HexFormat.of().formatHex(checksum.digest.digest());
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(String name, FloatTensor tensor) {
    add(name);
    add(tensor.shape().size());
    tensor.shape().forEach(this::add);
    try {
      tensor.write((bytes, count) -> digest.update(bytes, 0, count));
    } catch (IOException e) {
      throw new IllegalStateException("a digest takes everything", e);
    }
  }

  private void add(String name, byte[] bytes) {
    add(name);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }
}
