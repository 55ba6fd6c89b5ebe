package io.github.gan4j.report.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Listeners' states as bytes, each of which begins with the version of its form. */
public final class StateBytes {

  /** Writes a state. */
  @FunctionalInterface
  public interface Writing {
    /** Writes to memory. */
    void to(DataOutputStream out) throws IOException;
  }

  /** Reads a state. */
  @FunctionalInterface
  public interface Reading {
    /** Reads what was written. */
    void from(DataInputStream in) throws IOException;
  }

  private StateBytes() {}

  /** Writes bytes that {@link #readBytes} reads. */
  public static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads bytes that {@link #writeBytes} wrote. */
  public static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  /** Returns a state. */
  public static byte[] write(int version, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(version);
      writing.to(out);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a state.
   *
   * @param what for messages, such as "animation"
   * @throws IllegalArgumentException if it is of another version
   * @throws UncheckedIOException if it ends early
   */
  public static void read(String what, int version, byte[] state, Reading reading) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      int found = in.readInt();
      if (found != version) {
        throw new IllegalArgumentException(
            "state of %s must have the version %s, has %s".formatted(what, version, found));
      }
      reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the state of " + what + ": " + e, e);
    }
  }
}
