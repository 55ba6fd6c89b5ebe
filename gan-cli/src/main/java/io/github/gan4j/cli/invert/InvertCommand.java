package io.github.gan4j.cli.invert;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.cli.argument.FileChecks;
import io.github.gan4j.cli.argument.ModelArgument;
import io.github.gan4j.cli.argument.ModelClasses;
import io.github.gan4j.cli.argument.Numbers;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.Datasets;
import io.github.gan4j.datasets.ImageFolder;
import io.github.gan4j.image.ImageGrid;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Inversion;
import io.github.gan4j.model.InversionResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds what a saved model makes that is nearest to given images. */
@Command(
    name = "invert",
    description = {
      "Searches for the latent vectors from which a model makes given images, and shows each image"
          + " above the nearest that was found: can the model make it?"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class InvertCommand implements Callable<Integer> {
  /** As many pairs a line as a screen shows. */
  private static final int MOST_COLUMNS = 16;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL", description = ModelArgument.DESCRIPTION)
  private Path model;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "PNG, JPEG or BMP files; brought to the model's size and channels")
  private List<Path> files;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "FILE.png: each image above the nearest that was found")
  private Path out;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "how many steps a descent takes (default: 500)",
      converter = Numbers.FromOne.class)
  private int steps = Inversion.defaults().steps();

  @Option(
      names = "--restarts",
      paramLabel = "N",
      description = "how many descents an image gets, of which the best counts (default: 4)",
      converter = Numbers.FromOne.class)
  private int restarts = Inversion.defaults().restarts();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "decides where descents start (default: 1)",
      converter = Numbers.Any.class)
  private long seed = Inversion.defaults().seed();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  public InvertCommand() {}

  @Override
  public Integer call() throws IOException {
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new ParameterException(spec.commandLine(), "--out must end in .png, was " + out);
    }
    Inversion settings = Inversion.defaults().steps(steps).restarts(restarts).seed(seed);
    FileChecks.out(out);
    try (TrainedGan gan = TrainedGan.load(ModelArgument.file(model, spec))) {
      Images given = read(gan.shape());
      InversionResult found = gan.invert(given, settings);
      pairs(given, found.images()).writePng(out);
      tell(found, ModelClasses.of(gan));
    }
    return 0;
  }

  private Images read(ImageShape shape) {
    Dataset data = ImageFolder.reader().size(shape.height(), shape.width()).readFiles(files);
    data = Datasets.withChannels(data, shape.channels());
    float[] values = new float[data.size() * shape.size()];
    for (int i = 0; i < data.size(); i++) {
      data.read(i, values, i * shape.size());
    }
    return Images.wrap(shape, values);
  }

  /** Returns lines of given images, each above a line of those found. */
  private static ImageGrid pairs(Images given, Images found) {
    int columns = Math.min(MOST_COLUMNS, given.count());
    int lines = (given.count() - 1) / columns + 1;
    int size = given.shape().size();
    float[] cells = new float[2 * lines * columns * size];
    Arrays.fill(cells, -1);
    for (int i = 0; i < given.count(); i++) {
      int above = (i / columns * 2 * columns + i % columns) * size;
      System.arraycopy(given.values(i), 0, cells, above, size);
      System.arraycopy(found.values(i), 0, cells, above + columns * size, size);
    }
    return Images.wrap(given.shape(), cells).grid(2 * lines, columns);
  }

  private void tell(InversionResult found, ModelClasses classes) {
    double[] errors = found.errors();
    int[] labels = found.labels();
    PrintWriter console = spec.commandLine().getOut();
    console.printf(
        Locale.ROOT, "wrote %d images, each above the nearest found, to %s%n", errors.length, out);
    console.println("mean squared error, of values in [-1, 1]:");
    for (int i = 0; i < errors.length; i++) {
      String label = labels.length == 0 ? "" : "of class " + classes.describe(labels[i]) + "  ";
      console.printf(Locale.ROOT, "  %8.5f  %s%s%n", errors[i], label, files.get(i));
    }
    console.flush();
  }
}
