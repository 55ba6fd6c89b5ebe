package io.github.gan4j.image;

import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.internal.io.AtomicFile;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes images for people (PNG) and for programs (NumPy's format). */
public final class ImageFiles {
  private static final int NPY_ALIGNMENT = 64;
  private static final int NPY_PREAMBLE = 10;

  private ImageFiles() {}

  /**
   * Writes a picture as a PNG file, whole or not at all.
   *
   * @throws IOException if the file cannot be written
   */
  public static void writePng(RenderedImage picture, Path file) throws IOException {
    byte[] bytes = png(picture);
    AtomicFile.write(Arguments.notNull("file", file), out -> out.write(bytes));
  }

  /**
   * Writes a picture as PNG to a stream, which is flushed and stays open.
   *
   * @throws IOException if the stream cannot be written to
   */
  public static void writePng(RenderedImage picture, OutputStream out) throws IOException {
    Arguments.notNull("out", out);
    // Encoded first, so that a stream's own failure is told: ImageIO would hide it.
    out.write(png(picture));
    out.flush();
  }

  /** Returns a picture as the bytes of a PNG file. */
  public static byte[] png(RenderedImage picture) {
    Arguments.notNull("picture", picture);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Not ImageIO.write to the stream itself, which would cache in a temporary file.
    try (ImageOutputStream image = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(picture, "png", image)) {
        throw new IllegalArgumentException("no PNG writer takes " + picture);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes images as a NumPy array of float32: images × rows × columns for grey images, images ×
   * channels × rows × columns otherwise (NumPy Enhancement Proposal 1, version 1.0).
   *
   * @throws IOException if the file cannot be written
   */
  public static void writeNpy(Images images, Path file) throws IOException {
    Arguments.notNull("file", file);
    int channels = Arguments.notNull("images", images).shape().channels();
    String dimensions =
        images.count()
            + (channels == 1 ? "" : ", " + channels)
            + ", "
            + images.shape().height()
            + ", "
            + images.shape().width();
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + dimensions + "), }";
    int padding = NPY_ALIGNMENT - (NPY_PREAMBLE + header.length() + 1) % NPY_ALIGNMENT;
    byte[] text =
        (header + " ".repeat(padding % NPY_ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
    AtomicFile.write(
        file,
        out -> {
          out.write(0x93);
          out.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
          out.write(new byte[] {1, 0, (byte) text.length, (byte) (text.length >> 8)});
          out.write(text);
          ByteBuffer row =
              ByteBuffer.allocate(images.shape().size() * Float.BYTES)
                  .order(ByteOrder.LITTLE_ENDIAN);
          for (int i = 0; i < images.count(); i++) {
            row.asFloatBuffer().put(images.values(i));
            out.write(row.array());
          }
        });
  }
}
