package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.cli.argument.ModelClasses;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code generate} with models of images of several classes. */
class GenerateClassesTest {
  private static final int SIZE = 3 * 3;
  private static final int CLASSES = 4;

  @TempDir private static Path models;
  private static Path conditional;
  private static Path plain;
  private static Path named;

  @TempDir private Path folder;

  /** The last class has the number of the second for a name. */
  private record Named(Dataset data) implements Dataset {
    @Override
    public String name() {
      return "named";
    }

    @Override
    public int size() {
      return data.size();
    }

    @Override
    public ImageShape shape() {
      return data.shape();
    }

    @Override
    public void read(int index, float[] into, int offset) {
      data.read(index, into, offset);
    }

    @Override
    public int classes() {
      return data.classes();
    }

    @Override
    public int label(int index) {
      return data.label(index);
    }

    @Override
    public List<String> classNames() {
      return List.of("cat", "dog", "owl", "1");
    }
  }

  @BeforeAll
  static void train() throws IOException {
    Dataset data =
        ArrayDataset.of(
            new float[CLASSES][SIZE], ImageShape.grey(3, 3), new int[] {0, 1, 2, 3}, CLASSES);
    conditional = train(Gan.builder().conditional(data), data, "conditional");
    plain = train(Gan.builder(), data, "plain");
    named = train(Gan.builder().conditional(data), new Named(data), "named");
  }

  @Test
  void aLabelGivesImagesOfThatClassAlone() throws IOException {
    List<Float> threes = generate(8, "--label", 3);
    List<Float> inTurn = generate(8);

    assertSame(image(threes, 3), image(inTurn, 3));
    assertSame(image(threes, 7), image(inTurn, 7));
    assertThat(image(threes, 2)).isNotEqualTo(image(inTurn, 2));
    assertThat(threes).isNotEqualTo(generate(8, "--label", 2));
  }

  @Test
  void aLabelIsToldAndGoesTogetherWithTruncation() throws IOException {
    Path out = folder.resolve("images.npy");

    Cli.Result result =
        Cli.run("generate", conditional, "--count=8", "--seed=5", "--label=3", "--out", out);

    assertThat(result.out())
        .isEqualToIgnoringNewLines("wrote 8 images of class 3 and of seed 5 to " + out);
    assertThat(generate(8, "--label", 3, "--truncation", "0.5"))
        .isNotEqualTo(generate(8, "--label", 3))
        .isNotEqualTo(generate(8, "--label", 2, "--truncation", "0.5"));
  }

  @Test
  void aPictureOfAllClassesHasARowForEach() throws IOException {
    Path out = folder.resolve("all.png");

    Cli.Result result = Cli.run("generate", conditional, "--count=10", "--seed=5", "--out", out);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .isEqualToIgnoringNewLines(
            "wrote 12 images of seed 5, a row for each of 4 classes, to " + out);
    BufferedImage picture = ImageIO.read(out.toFile());
    int cell = 3 * 2 + 2;
    assertThat(picture.getWidth()).isEqualTo(3 * cell + 2);
    assertThat(picture.getHeight()).isEqualTo(4 * cell + 2);
  }

  @Test
  void rowsThatAreHighEnoughHaveTheirClassNamesBeside() throws IOException {
    Dataset data =
        ArrayDataset.of(
            new float[CLASSES][16 * 16], ImageShape.grey(16, 16), new int[] {0, 1, 2, 3}, CLASSES);
    Path model = train(Gan.builder().conditional(data), new Named(data), "high");
    Path out = folder.resolve("named.png");

    Cli.Result result = Cli.run("generate", model, "--count=8", "--seed=5", "--out", out);

    assertThat(result.exitCode()).as(result.err()).isZero();
    BufferedImage picture = ImageIO.read(out.toFile());
    int cell = 16 * 2 + 2;
    int names = picture.getWidth() - (2 * cell + 2);
    assertThat(picture.getHeight()).isEqualTo(4 * cell + 2);
    assertThat(names).isPositive();
    for (int row = 0; row < CLASSES; row++) {
      int light = 0;
      for (int y = row * cell; y < (row + 1) * cell; y++) {
        for (int x = 0; x < names; x++) {
          light += picture.getRGB(x, y) != 0xFF000000 ? 1 : 0;
        }
      }
      assertThat(light).as("pixels of the name of row %d", row).isPositive();
    }
  }

  @Test
  void anArrayHoldsAsManyImagesAsAskedForOfClassesInTurn() throws IOException {
    Path out = folder.resolve("all.npy");

    Cli.Result result = Cli.run("generate", conditional, "--count=10", "--seed=5", "--out", out);

    assertThat(result.out())
        .isEqualToIgnoringNewLines(
            "wrote 10 images of classes 0 to 3 in turn and of seed 5 to " + out);
    assertThat(Npy.parse(Files.readAllBytes(out)).values()).hasSize(10 * SIZE);
  }

  @Test
  void aPathKeepsToAClass() throws IOException {
    Path out = folder.resolve("path.npy");

    Cli.Result result =
        Cli.run(
            "generate", conditional, "--interpolate=5:9", "--label=2", "--count=4", "--out", out);

    assertThat(result.exitCode()).as(result.err()).isZero();
    List<Float> path = Npy.parse(Files.readAllBytes(out)).values();
    assertSame(image(path, 0), image(generate(1, "--label", 2), 0));
    assertFails(
        conditional,
        "--interpolate needs --label, from 0 to 3, with MODEL: a path keeps to a class",
        "--interpolate",
        "5:9");
  }

  @Test
  void aClassIsAskedForByNameOrNumberAndTheNameWins() throws IOException {
    List<Float> firsts = generate(named, 8, "--label", 0);

    assertThat(generate(named, 8, "--label", "cat")).isEqualTo(firsts);
    assertThat(generate(named, 8, "--label", 2)).isEqualTo(generate(named, 8, "--label", "owl"));
    assertThat(generate(named, 8, "--label", 1))
        .as("the name of class 3")
        .isEqualTo(generate(named, 8, "--label", 3))
        .isNotEqualTo(generate(named, 8, "--label", "dog"));
    Path out = folder.resolve("owl.npy");
    assertThat(
            Cli.run("generate", named, "--count=1", "--seed=5", "--label=owl", "--out", out).out())
        .isEqualToIgnoringNewLines("wrote 1 images of class owl (2) and of seed 5 to " + out);
  }

  @Test
  void aClassThatTheModelHasNotIsToldTheNamesAndTheNearest() {
    assertFails(
        named,
        "--label must be a class of MODEL, one of cat (0), dog (1), owl (2), 1 (3), was dgo; did"
            + " you mean dog?",
        "--label",
        "dgo");
    assertFails(
        named,
        "--label must be a class of MODEL, one of cat (0), dog (1), owl (2), 1 (3), was 4",
        "--label",
        "4");
  }

  @Test
  void ofManyClassesOneHundredAreTold() {
    List<String> names = IntStream.range(0, 150).mapToObj(i -> "class-" + i).toList();

    assertThat(new ModelClasses(names).inWords())
        .startsWith("one of class-0 (0), class-1 (1), ")
        .endsWith(", class-99 (99), ... (150 in all)");
  }

  @Test
  void refusesAClassThatTheModelHasNot() {
    assertFails(conditional, "--label must be a class of MODEL, from 0 to 3, was -1", "--label=-1");
    assertFails(
        conditional, "--label must be a class of MODEL, from 0 to 3, was 4", "--label", "4");
    assertFails(
        plain,
        "--label needs a model that was trained with classes, MODEL was not",
        "--label",
        "0");
  }

  private void assertFails(Path model, String message, String... flags) {
    Path out = folder.resolve("no.png");
    List<Object> line = new ArrayList<>(List.of("generate", model, "--count", 5, "--out", out));
    line.addAll(List.of(flags));

    Cli.Result result = Cli.run(line.toArray());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualToIgnoringNewLines("error: " + message);
    assertThat(out).doesNotExist();
  }

  /** A batch of another size may round otherwise. */
  private static void assertSame(List<Float> image, List<Float> expected) {
    assertThat(image).hasSameSizeAs(expected);
    for (int i = 0; i < image.size(); i++) {
      assertThat(image.get(i)).isCloseTo(expected.get(i), within(1e-5f));
    }
  }

  private List<Float> generate(int count, Object... flags) throws IOException {
    return generate(conditional, count, flags);
  }

  private List<Float> generate(Path model, int count, Object... flags) throws IOException {
    Path out = folder.resolve("images.npy");
    List<Object> line =
        new ArrayList<>(List.of("generate", model, "--count", count, "--seed", 5, "--out", out));
    line.addAll(List.of(flags));
    assertThat(Cli.run(line.toArray()).exitCode()).isZero();
    return Npy.parse(Files.readAllBytes(out)).values();
  }

  private static List<Float> image(List<Float> images, int index) {
    return images.subList(index * SIZE, (index + 1) * SIZE);
  }

  private static Path train(GanBuilder builder, Dataset data, String name) throws IOException {
    Path file = models.resolve(name + ".safetensors");
    try (TrainedGan gan = builder.latentDim(4).mlp(8).batchSize(2).maxSteps(1).train(data)) {
      gan.save(file);
    }
    return file;
  }
}
