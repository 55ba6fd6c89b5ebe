package io.github.gan4j.report.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class GifTest {

  @Test
  void greyPicturesStayGreyAndNearlyThatGrey() throws IOException {
    BufferedImage grey = new BufferedImage(256, 2, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 256; x++) {
      grey.getRaster().setSample(x, 0, 0, x);
      grey.getRaster().setSample(x, 1, 0, 255 - x);
    }
    byte[] gif = Gif.animation(List.of(Gif.pack(grey), Gif.pack(grey)), 10, 20);

    for (int frame = 0; frame < 2; frame++) {
      BufferedImage read = read(gif, frame);
      assertThat(read.getRGB(0, 0) & 0xFFFFFF).isZero();
      assertThat(read.getRGB(255, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
      for (int x = 0; x < 256; x++) {
        Color shown = new Color(read.getRGB(x, 0));
        assertThat(shown.getRed()).isBetween(x - 2, x + 2);
        assertThat(shown).isEqualTo(new Color(shown.getRed(), shown.getRed(), shown.getRed()));
        assertThat(read.getRGB(255 - x, 1)).isEqualTo(shown.getRGB());
      }
    }
  }

  @Test
  void eachColouredPictureHasColoursOfItsOwn() throws IOException {
    BufferedImage reds = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    BufferedImage blues = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      reds.setRGB(i % 16, i / 16, i << 16);
      blues.setRGB(i % 16, i / 16, 0xFF00 | i);
    }
    byte[] gif = Gif.animation(List.of(Gif.pack(reds), Gif.pack(blues)), 10, 20);

    for (int i = 0; i < 256; i++) {
      Color red = new Color(read(gif, 0).getRGB(i % 16, i / 16));
      Color blue = new Color(read(gif, 1).getRGB(i % 16, i / 16));
      assertThat(red.getRed()).isBetween(i - 2, i + 2);
      assertThat(red.getGreen() + red.getBlue()).isZero();
      assertThat(blue.getBlue()).isBetween(i - 2, i + 2);
      assertThat(blue.getGreen()).isEqualTo(255);
    }
  }

  private static BufferedImage read(byte[] gif, int frame) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(in);
      return reader.read(frame);
    } finally {
      reader.dispose();
    }
  }
}
