package io.github.gan4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.gan4j.data.ImageShape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {
  @TempDir Path folder;

  @Test
  void aGreyPngReadsBackPixelForPixel() throws IOException {
    float[] values = new float[256];
    for (int i = 0; i < 256; i++) {
      values[i] = i / 127.5f - 1;
    }
    Path file = folder.resolve("grey.png");
    ImageFiles.writePng(Images.of(ImageShape.grey(16, 16), values).picture(0), file);

    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(read.getRaster().getNumBands()).isEqualTo(1);
    for (int i = 0; i < 256; i++) {
      assertThat(read.getRaster().getSample(i % 16, i / 16, 0)).isEqualTo(i);
    }
  }

  @Test
  void aColourGridReadsBackPixelForPixel() throws IOException {
    Images images =
        Images.of(new ImageShape(3, 1, 2), new float[] {1, -1, -1, 1, 0, -1, 1, 1, 1, 1, -1, -1});
    Path file = folder.resolve("colour.png");
    images.grid(1, 2).writePng(file);

    BufferedImage drawn = images.grid(1, 2).picture();
    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(read.getWidth()).isEqualTo(2 + 2 * (2 * 2 + 2));
    assertThat(read.getHeight()).isEqualTo(2 + 2 + 2);
    for (int y = 0; y < read.getHeight(); y++) {
      for (int x = 0; x < read.getWidth(); x++) {
        assertThat(read.getRGB(x, y)).isEqualTo(drawn.getRGB(x, y));
      }
    }
  }

  @Test
  void bytesAndStreamHoldWhatTheFileDoes() throws IOException {
    Images images = Images.of(ImageShape.grey(1, 2), new float[] {-1, 1, 0, 0.5f});
    ImageGrid grid = images.grid(1, 2);
    Path file = folder.resolve("grid.png");
    grid.writePng(file);
    assertThat(grid.png()).isEqualTo(Files.readAllBytes(file));
    assertThat(streamed(grid::writePng)).isEqualTo(grid.png());

    Path single = folder.resolve("single.png");
    images.writePng(1, single);
    assertThat(images.png(1)).isEqualTo(Files.readAllBytes(single));
    assertThat(streamed(out -> images.writePng(1, out))).isEqualTo(images.png(1));
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(images.png(1)));
    assertThat(read.getRaster().getPixels(0, 0, 2, 1, (int[]) null)).containsExactly(128, 191);
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Returns what is written, once it is seen that the stream was flushed and left open. */
  private static byte[] streamed(Writing writing) throws IOException {
    List<String> calls = new ArrayList<>();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            calls.add("flush");
          }

          @Override
          public void close() {
            calls.add("close");
          }
        };
    writing.to(out);
    assertThat(calls).contains("flush").doesNotContain("close").last().isEqualTo("flush");
    return out.toByteArray();
  }

  @Test
  void aStreamThatFailsIsTold() {
    ImageGrid grid = Images.of(ImageShape.grey(1, 1), new float[1]).grid(1, 1);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    assertThatIOException().isThrownBy(() -> grid.writePng(full)).withMessage("no space left");
  }

  @Test
  void aPngReplacesAnOldFileAndLeavesNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("a.png"), "old");
    Images.of(ImageShape.grey(1, 1), new float[1]).grid(1, 1).writePng(file);
    assertThat(ImageIO.read(file.toFile())).isNotNull();
    assertThat(folder.toFile().list()).containsExactly("a.png");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path file = folder.resolve("missing/a.png");
    assertThatIOException()
        .isThrownBy(() -> Images.of(ImageShape.grey(1, 1), new float[1]).grid(1, 1).writePng(file))
        .withMessage("cannot write %s: no folder %s", file, file.getParent());
  }

  @Test
  void greyImagesBecomeAThreeDimensionalArray() throws IOException {
    assertNpy(ImageShape.grey(2, 3), 4, "(4, 2, 3)");
  }

  @Test
  void colourImagesBecomeAFourDimensionalArray() throws IOException {
    assertNpy(new ImageShape(3, 2, 2), 1, "(1, 3, 2, 2)");
  }

  @Test
  void anyNumberOfChannelsMakesAnArray() throws IOException {
    assertNpy(new ImageShape(2, 1, 1), 3, "(3, 2, 1, 1)");
  }

  @Test
  void theHeaderIsAlignedHoweverLongItIs() throws IOException {
    for (int width = 1; width <= 1000; width *= 10) {
      assertNpy(ImageShape.grey(1, width), 1, "(1, 1, " + width + ")");
    }
  }

  private void assertNpy(ImageShape shape, int count, String dimensions) throws IOException {
    float[] values = new float[count * shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.25f * i - 1;
    }
    Path file = folder.resolve("images.npy");
    ImageFiles.writeNpy(Images.of(shape, values), file);

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] preamble = new byte[8];
    bytes.get(preamble);
    assertThat(preamble).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    byte[] header = new byte[bytes.getShort()];
    bytes.get(header);
    assertThat(bytes.position() % 64).isZero();
    assertThat(new String(header, StandardCharsets.US_ASCII))
        .matches(text -> text.endsWith("\n"))
        .isEqualToIgnoringWhitespace(
            "{'descr': '<f4', 'fortran_order': False, 'shape': " + dimensions + ", }");
    float[] found = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(found);
    assertThat(bytes.remaining()).isEqualTo(values.length * Float.BYTES);
    assertThat(found).containsExactly(values);
  }
}
