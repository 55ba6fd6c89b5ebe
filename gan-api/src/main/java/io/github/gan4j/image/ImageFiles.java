package io.github.gan4j.image;

import io.github.gan4j.internal.io.AtomicFile;
import java.awt.image.RenderedImage;
import java.io.IOException;
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
    AtomicFile.write(
        file,
        out -> {
          // Not ImageIO.write to the stream itself, which would cache in a temporary file.
          try (ImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture, "png", image)) {
              throw new IOException("no PNG writer takes " + picture);
            }
          }
        });
  }

  /**
   * Writes images as a NumPy array of float32: images × rows × columns for grey images, images ×
   * channels × rows × columns otherwise (NumPy Enhancement Proposal 1, version 1.0).
   *
   * @throws IOException if the file cannot be written
   */
  public static void writeNpy(Images images, Path file) throws IOException {
    int channels = images.shape().channels();
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
