package io.github.gan4j.cli.generate;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.cli.argument.FileChecks;
import io.github.gan4j.cli.argument.ModelArgument;
import io.github.gan4j.cli.argument.ModelClasses;
import io.github.gan4j.cli.argument.Numbers;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.error.GanException;
import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.image.Images;
import io.github.gan4j.metrics.nearest.NearestComparison;
import io.github.gan4j.model.Generator;
import io.github.gan4j.model.LatentPath;
import io.github.gan4j.report.samples.NamedRows;
import java.awt.Color;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Generates images with a saved model. */
@Command(
    name = "generate",
    description = {
      "Generates images with a model that 'train' left: from seeds, on the way from one seed to"
          + " another, or beside the real images nearest to them."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class GenerateCommand implements Callable<Integer> {
  /** What an output file is, by how its name ends. */
  private enum Format {
    NPY,
    PNG
  }

  /** What the height and width of a PNG file allow, for images of 28 x 28. */
  private static final int MOST_SHOWN = 100_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = ModelArgument.DESCRIPTION)
  private Path model;

  @Option(
      names = "--count",
      paramLabel = "N",
      required = true,
      description =
          "how many images; with --interpolate, how many for each pair of seeds; a picture of all"
              + " classes has as many more as fill its rows, one a class",
      converter = Numbers.FromOne.class)
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "the same seed gives the same images (default: another each time)",
      converter = Numbers.Any.class)
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description =
          "FILE.png for a grid, FILE.npy for float32 values: N x rows x columns, in [-1, 1]")
  private Path out;

  @Option(
      names = "--label",
      paramLabel = "CLASS",
      description =
          "images of this class only, by its name or its number from 0 on, for a model that was"
              + " trained with --conditional (default: all classes)")
  private @Nullable String label;

  @Option(
      names = "--truncation",
      paramLabel = "T",
      description =
          "draw components of latent vectors beyond +-T again: fewer and more typical images, as"
              + " with 0.7; for normal latent vectors (default: none)",
      converter = Numbers.Positive.class)
  private @Nullable Double truncation;

  @Option(
      names = "--interpolate",
      paramLabel = "A:B",
      description =
          "from the image of seed A to that of seed B, a row of the picture;"
              + " A:B:C goes on to C in a row of its own",
      converter = Seeds.Converter.class)
  private @Nullable Seeds seeds;

  @Option(
      names = "--path",
      paramLabel = "KIND",
      description =
          "spherical or linear (default: linear for uniform latent vectors, else spherical)",
      converter = LatentPathConverter.class,
      completionCandidates = LatentPathConverter.Names.class)
  private @Nullable LatentPath path;

  @Option(
      names = "--nearest",
      paramLabel = "K",
      description =
          "each image followed by the K training images nearest to it: did it memorise them?",
      converter = Numbers.FromOne.class)
  private @Nullable Integer nearest;

  private @Nullable ComparedImages compared;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  public GenerateCommand() {}

  /** Returns the command with flags that say what --nearest compares with. */
  public static CommandLine commandLine() {
    CommandLine command = new CommandLine(new GenerateCommand());
    ComparedImages.addFlagsTo(command);
    return command;
  }

  @Override
  public Integer call() throws IOException {
    compared = ComparedImages.in(spec.commandLine().getParseResult());
    checkFlags();
    Format format = format();
    FileChecks.out(out);
    String done;
    try (TrainedGan gan = TrainedGan.load(ModelArgument.file(model, spec))) {
      done = generate(gan, format);
    } catch (OutOfMemoryError e) {
      throw new GanException(
          "--count %s needs more memory than the %s MB that Java may use; raise it with java -Xmx"
              .formatted(count, Runtime.getRuntime().maxMemory() / 1_000_000),
          e);
    }
    PrintWriter console = spec.commandLine().getOut();
    console.println(done);
    console.flush();
    return 0;
  }

  /** Returns what to tell of it. */
  private String generate(TrainedGan gan, Format format) throws IOException {
    ModelClasses classes = ModelClasses.of(gan);
    Integer chosen = label == null ? null : (Integer) classes.label(label);
    Generator whole = ofLabel(gan.generator(), chosen);
    Generator generator = truncation == null ? whole : whole.truncated(truncation);
    if (seeds != null) {
      return interpolate(gan, generator, format, seeds);
    }
    long used = seed != null ? seed : ThreadLocalRandom.current().nextLong(1L << 32);
    if (nearest != null && compared != null) {
      return compare(generator, used, nearest, compared);
    }
    if (generator.classes() > 0 && chosen == null && format == Format.PNG) {
      return rowsOfClasses(generator, classes, used);
    }
    int columns = (int) Math.ceil(Math.sqrt(count));
    write(generator.generate(count, used), format, (count + columns - 1) / columns, columns);
    return "wrote %s images %sof seed %s to %s"
        .formatted(count, ofClasses(classes, chosen), used, out);
  }

  private Generator ofLabel(Generator generator, @Nullable Integer chosen) {
    if (chosen == null) {
      if (seeds != null && generator.classes() > 0) {
        throw new GanException(
            "--interpolate needs --label, from 0 to %s, with MODEL: a path keeps to a class"
                .formatted(generator.classes() - 1));
      }
      return generator;
    }
    return generator.ofClass(chosen);
  }

  private String rowsOfClasses(Generator generator, ModelClasses classes, long used)
      throws IOException {
    int rows = generator.classes();
    int columns = (count - 1) / rows + 1;
    Images images = generator.generateGrid(rows, columns, used);
    ImageFiles.writePng(
        NamedRows.of(images.grid(rows, columns), classes.names(), Color.BLACK, Color.WHITE), out);
    return "wrote %s images of seed %s, a row for each of %s classes, to %s"
        .formatted(images.count(), used, rows, out);
  }

  private static String ofClasses(ModelClasses classes, @Nullable Integer chosen) {
    if (classes.names().isEmpty()) {
      return "";
    }
    return chosen != null
        ? "of class %s and ".formatted(classes.describe(chosen))
        : "of classes 0 to %s in turn and ".formatted(classes.names().size() - 1);
  }

  private String interpolate(TrainedGan gan, Generator generator, Format format, Seeds along)
      throws IOException {
    LatentPath kind = path != null ? path : LatentPath.of(gan.config().latent().distribution());
    Images images = Interpolation.along(along, kind, count, generator);
    write(images, format, along.paths(), count);
    return "wrote %s images on the %s path from seed %s to %s"
        .formatted(images.count(), LatentPathConverter.nameOf(kind), along, out);
  }

  private String compare(Generator generator, long used, int neighbours, ComparedImages real)
      throws IOException {
    Dataset training = real.training(generator.shape(), neighbours);
    long shown = count * (neighbours + 1L);
    if (shown > MOST_SHOWN) {
      throw new GanException(
          "a picture holds at most %s images, --count %s with --nearest %s makes %s"
              .formatted(MOST_SHOWN, count, neighbours, shown));
    }
    Images images = generator.generate(count, used);
    Optional<Dataset> heldOut = real.heldOut(generator.shape());
    NearestComparison comparison =
        heldOut.isPresent()
            ? NearestComparison.withHeldOut(images, neighbours, training, heldOut.get())
            : NearestComparison.withTraining(images, neighbours, training);
    ImageFiles.writePng(NearestPicture.of(comparison), out);
    return "wrote %s images of seed %s, each followed by its %s nearest of %s, to %s%n%s"
        .formatted(count, used, neighbours, training.name(), out, NearestReport.of(comparison));
  }

  private void write(Images images, Format format, int rows, int columns) throws IOException {
    switch (format) {
      case NPY -> ImageFiles.writeNpy(images, out);
      case PNG -> images.grid(rows, columns).writePng(out);
    }
  }

  private void checkFlags() {
    if (seeds != null && seed != null) {
      throw wrong("--interpolate and --seed contradict each other: --interpolate names the seeds");
    }
    if (seeds != null && nearest != null) {
      throw wrong("--interpolate and --nearest contradict each other: give one of them");
    }
    if (seeds != null && count < 2) {
      throw wrong("--count must be at least 2 with --interpolate, was " + count);
    }
    if (path != null && seeds == null) {
      throw wrong("--path needs --interpolate");
    }
    if (nearest != null && (compared == null || !compared.named())) {
      throw wrong("--nearest needs --dataset: what MODEL was trained on");
    }
    if (compared != null) {
      if (nearest == null) {
        throw wrong(compared.flags() + " needs --nearest");
      }
      compared.check();
    }
    if (nearest != null && format() != Format.PNG) {
      throw wrong("--out must end in .png with --nearest, was " + out);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Format format() {
    String name = out.toString().toLowerCase(Locale.ROOT);
    for (Format format : Format.values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw wrong("--out must end in .npy or .png, was " + out);
  }
}
