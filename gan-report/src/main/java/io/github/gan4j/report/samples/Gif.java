package io.github.gan4j.report.samples;

import io.github.gan4j.report.internal.StateBytes;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures as GIF, by ImageIO. Grey ones get 64 levels, which nobody tells from 256 and which take
 * two thirds of the bytes; for coloured ones, ImageIO picks 256 colours by an octree, for each
 * picture its own.
 */
final class Gif {
  private static final int LEVELS = 64;
  private static final IndexColorModel GREYS = greys();

  /** A picture that takes little memory. */
  static final class Packed {
    private final byte[] gif;

    private Packed(byte[] gif) {
      this.gif = gif;
    }

    int bytes() {
      return gif.length;
    }

    void write(DataOutputStream out) throws IOException {
      StateBytes.writeBytes(gif, out);
    }

    static Packed read(DataInputStream in) throws IOException {
      return new Packed(StateBytes.readBytes(in));
    }
  }

  private Gif() {}

  /** Packs one picture. */
  static Packed pack(BufferedImage picture) {
    boolean grey = picture.getType() == BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage shown = grey ? inFewGreys(picture.getRaster()) : picture;
    return new Packed(
        written(
            (writer, lineByLine) ->
                writer.write(null, new IIOImage(shown, null, null), lineByLine)));
  }

  /**
   * Makes one file of packed pictures, shown one after the other and for ever.
   *
   * @param pictures at least one, all of one size
   * @param delay how long each is shown, in hundredths of a second
   * @param lastDelay how long the last is shown
   */
  static byte[] animation(List<Packed> pictures, int delay, int lastDelay) {
    return written(
        (writer, lineByLine) -> {
          writer.prepareWriteSequence(null);
          for (int i = 0; i < pictures.size(); i++) {
            BufferedImage picture = unpack(pictures.get(i));
            IIOMetadata metadata =
                writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), lineByLine);
            describe(metadata, i == pictures.size() - 1 ? lastDelay : delay, i == 0);
            writer.writeToSequence(new IIOImage(picture, null, metadata), lineByLine);
          }
          writer.endWriteSequence();
        });
  }

  private static byte[] written(Content content) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam lineByLine = writer.getDefaultWriteParam();
      lineByLine.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
      content.writeBy(writer, lineByLine);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage unpack(Packed picture) throws IOException {
    // Not ImageIO.read of the stream itself, which would cache in a temporary file. It closes this.
    return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.gif)));
  }

  private static void describe(IIOMetadata metadata, int delay, boolean first) throws IOException {
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(delay));
    if (first) {
      IIOMetadataNode loop = child(child(root, "ApplicationExtensions"), "ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      // Sub-block 1: how often to repeat, 0 for ever.
      loop.setUserObject(new byte[] {1, 0, 0});
    }
    metadata.setFromTree(format, root);
  }

  private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
    IIOMetadataNode child = (IIOMetadataNode) parent.getElementsByTagName(name).item(0);
    if (child == null) {
      child = new IIOMetadataNode(name);
      parent.appendChild(child);
    }
    return child;
  }

  /** Not left to ImageIO, which would pass grey values through a colour space. */
  private static BufferedImage inFewGreys(Raster greys) {
    int width = greys.getWidth();
    int height = greys.getHeight();
    BufferedImage indexed =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, GREYS);
    int[] pixels = greys.getSamples(0, 0, width, height, 0, (int[]) null);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.round(pixels[i] * (LEVELS - 1) / 255f);
    }
    indexed.getRaster().setSamples(0, 0, width, height, 0, pixels);
    return indexed;
  }

  private static IndexColorModel greys() {
    byte[] levels = new byte[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = (byte) Math.round(i * 255f / (LEVELS - 1));
    }
    return new IndexColorModel(8, LEVELS, levels, levels, levels);
  }

  @FunctionalInterface
  private interface Content {
    void writeBy(ImageWriter writer, ImageWriteParam lineByLine) throws IOException;
  }
}
