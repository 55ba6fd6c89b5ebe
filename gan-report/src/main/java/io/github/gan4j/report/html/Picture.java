package io.github.gan4j.report.html;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.image.Images;
import io.github.gan4j.report.internal.StateBytes;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;

/**
 * A PNG picture as text.
 *
 * @param width pixels
 * @param height pixels
 * @param base64 the file
 */
record Picture(int width, int height, String base64) {

  /** Returns whether images of a shape can be pictured. */
  static boolean canShow(ImageShape shape) {
    return shape.channels() == 1 || shape.channels() == 3;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(width);
    out.writeInt(height);
    StateBytes.writeBytes(Base64.getDecoder().decode(base64), out);
  }

  static Picture read(DataInputStream in) throws IOException {
    int width = in.readInt();
    int height = in.readInt();
    return new Picture(width, height, Base64.getEncoder().encodeToString(StateBytes.readBytes(in)));
  }

  /** Returns a grid, one pixel a pixel. */
  static Picture of(Images images, int rows, int columns) {
    BufferedImage picture = images.grid(rows, columns).scale(1).picture();
    return new Picture(
        picture.getWidth(),
        picture.getHeight(),
        Base64.getEncoder().encodeToString(ImageFiles.png(picture)));
  }
}
