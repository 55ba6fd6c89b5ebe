package io.github.gan4j.examples;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.image.Images;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Generates images with a saved model. */
@Command(
    name = "generate",
    description = "Generates images with a model that 'train' left.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  /** What an output file is, by how its name ends. */
  private enum Format {
    NPY,
    PNG
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "a model.safetensors file")
  private Path model;

  @Option(names = "--count", paramLabel = "N", required = true, description = "how many images")
  private int count;

  @Option(names = "--seed", paramLabel = "S", description = "seed; the same gives the same images")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = ".npy (float32, N x rows x columns, in [-1, 1]) or .png (a grid)")
  private Path out;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  GenerateCommand() {}

  @Override
  public Integer call() throws IOException {
    Format format = format();
    if (count < 1) {
      throw new ParameterException(
          spec.commandLine(), "--count must be at least 1, was " + count);
    }
    long used = seed != null ? seed : ThreadLocalRandom.current().nextLong(1L << 32);
    try (TrainedGan gan = TrainedGan.load(model)) {
      Images images = gan.generate(count, used);
      if (format == Format.NPY) {
        ImageFiles.writeNpy(images, out);
      } else {
        int columns = (int) Math.ceil(Math.sqrt(count));
        images.grid((count + columns - 1) / columns, columns).writePng(out);
      }
    }
    PrintWriter console = spec.commandLine().getOut();
    console.printf("wrote %d images of seed %d to %s%n", count, used, out);
    console.flush();
    return 0;
  }

  private Format format() {
    String name = out.toString().toLowerCase(Locale.ROOT);
    for (Format format : Format.values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new ParameterException(
        spec.commandLine(), "--out must end in .npy or .png, was " + out);
  }
}
