package io.github.gan4j.report.samples;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures as GIF, by ImageIO. Grey ones keep every pixel; for coloured ones, ImageIO picks 256
 * colours by an octree, for each picture its own.
 */
final class Gif {
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
  }

  private Gif() {}

  /** Packs one picture. */
  static Packed pack(BufferedImage picture) {
    boolean grey = picture.getType() == BufferedImage.TYPE_BYTE_GRAY;
    // The same bytes, as indices: ImageIO would pass grey values through a colour space.
    BufferedImage indexed =
        grey ? new BufferedImage(GREYS, picture.getRaster(), false, null) : picture;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(indexed, "gif", out)) {
        throw new IllegalStateException("Java has no GIF writer for " + indexed);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
    return new Packed(bytes.toByteArray());
  }

  /**
   * Makes one file of packed pictures, shown one after the other and for ever.
   *
   * @param pictures at least one, all of one size
   * @param delay how long each is shown, in hundredths of a second
   * @param lastDelay how long the last is shown
   */
  static byte[] animation(List<Packed> pictures, int delay, int lastDelay) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < pictures.size(); i++) {
        BufferedImage picture = unpack(pictures.get(i));
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
        boolean last = i == pictures.size() - 1;
        describe(metadata, last ? lastDelay : delay, i == 0);
        writer.writeToSequence(new IIOImage(picture, null, metadata), null);
      }
      writer.endWriteSequence();
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

  private static IndexColorModel greys() {
    byte[] levels = new byte[256];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) i;
    }
    return new IndexColorModel(8, levels.length, levels, levels, levels);
  }
}
