package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir private static Path trained;
  private static Path model;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    Path run = trained.resolve("run");
    Cli.run("train", "fashion-dense", "--max-steps", 2, "--out", run);
    model = run.resolve("model.safetensors");
  }

  @Test
  void writesAnArrayThatNumPyReads() throws IOException {
    Path out = folder.resolve("images.npy");

    Cli.Result result = Cli.run("generate", model, "--count", 10, "--seed", 42, "--out", out);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualToIgnoringNewLines("wrote 10 images of seed 42 to %s".formatted(out));
    assertThat(result.err()).isEmpty();
    Npy array = Npy.parse(Files.readAllBytes(out));
    assertThat(array.header())
        .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (10, 28, 28), }");
    assertThat(array.values())
        .hasSize(10 * 28 * 28)
        .allSatisfy(value -> assertThat(value).isBetween(-1f, 1f));
    assertThat(array.values().subList(0, 28 * 28))
        .isNotEqualTo(array.values().subList(28 * 28, 2 * 28 * 28));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOthers() throws IOException {
    assertThat(generate("a.npy", "--seed", 1)).isEqualTo(generate("b.npy", "--seed", 1));
    assertThat(generate("c.npy", "--seed", 1)).isNotEqualTo(generate("d.npy", "--seed", 2));
  }

  @Test
  void withoutASeedEachCallGivesOthersAndTellsTheSeed() throws IOException {
    Path first = folder.resolve("first.npy");

    Cli.Result result = Cli.run("generate", model, "--count", 3, "--out", first);

    assertThat(result.out()).matches("wrote 3 images of seed \\d+ to .*\\R");
    String seed = result.out().replaceAll("(?s).*seed (\\d+) .*", "$1");
    assertThat(generate("again.npy", "--seed", seed)).isEqualTo(Files.readAllBytes(first));
    assertThat(generate("other.npy")).isNotEqualTo(Files.readAllBytes(first));
  }

  @Test
  void writesAPicture() throws IOException {
    Path out = folder.resolve("images.PNG");

    Cli.Result result = Cli.run("generate", model, "--count", 5, "--out", out);

    assertThat(result.exitCode()).isZero();
    BufferedImage picture = ImageIO.read(out.toFile());
    assertThat(picture.getWidth()).as("three columns").isBetween(3 * 28 * 2, 4 * 28 * 2);
    assertThat(picture.getHeight()).as("two rows").isBetween(2 * 28 * 2, 3 * 28 * 2);
  }

  @Test
  void replacesAFile() throws IOException {
    Path out = Files.writeString(folder.resolve("images.png"), "old");

    assertThat(Cli.run("generate", model, "--count", 1, "--out", out).exitCode()).isZero();
    assertThat(ImageIO.read(out.toFile())).isNotNull();
    assertThat(Cli.tree(folder)).containsExactly("images.png");
  }

  @Test
  void refusesAModelThatIsMissing() throws IOException {
    Path missing = folder.resolve("missing.safetensors");

    assertFails(missing, folder.resolve("a.npy"), missing + ": does not exist");
  }

  @Test
  void refusesAModelThatIsNone() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "this is no model, but it is long");

    assertFails(text, folder.resolve("a.npy"), text + ": ");
  }

  @Test
  void refusesAModelThatIsEmpty() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));

    assertFails(empty, folder.resolve("a.npy"), empty + ": ");
  }

  @Test
  void refusesAModelThatIsTruncated() throws IOException {
    byte[] whole = Files.readAllBytes(model);
    Path cut = folder.resolve("cut.safetensors");
    for (int length : List.of(4, 100, whole.length - 1)) {
      Files.write(cut, Arrays.copyOf(whole, length));

      assertFails(cut, folder.resolve("a.npy"), cut + ": ");
    }
  }

  @Test
  void refusesAFolderThatNoRunLeft() throws IOException {
    Path none = Files.createDirectory(folder.resolve("none"));

    assertFails(
        none, folder.resolve("a.npy"), none + ": holds neither model.safetensors nor checkpoints");
  }

  @Test
  void refusesMoreImagesThanAnArrayHolds() {
    Path out = folder.resolve("a.npy");

    Cli.Result result = Cli.run("generate", model, "--count", Integer.MAX_VALUE, "--out", out);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .startsWith("error: count must be at most ")
        .contains("was 2147483647")
        .hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesToWriteToAFolder() throws IOException {
    Path out = Files.createDirectory(folder.resolve("a.png"));

    assertFails(model, out, "--out must be a file, is a folder: " + out);
  }

  @Test
  void refusesToWriteIntoNoFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    for (Path out : List.of(folder.resolve("no/a.png"), file.resolve("a.png"))) {
      assertFails(model, out, "--out must be in a folder that is there, was %s: ".formatted(out));
    }
  }

  private void assertFails(Path givenModel, Path out, String message) throws IOException {
    List<String> before = Cli.tree(folder);

    Cli.Result result = Cli.run("generate", givenModel, "--count", 3, "--out", out);

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("error: " + message).hasLineCount(1);
    assertThat(Cli.tree(folder)).isEqualTo(before);
  }

  private byte[] generate(String name, Object... flags) throws IOException {
    Path out = folder.resolve(name);
    Object[] fixed = {"generate", model, "--count", 3, "--out", out};
    Object[] all = Arrays.copyOf(fixed, fixed.length + flags.length);
    System.arraycopy(flags, 0, all, fixed.length, flags.length);
    assertThat(Cli.run(all).exitCode()).isZero();
    return Files.readAllBytes(out);
  }
}
