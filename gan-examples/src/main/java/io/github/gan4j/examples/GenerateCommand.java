package io.github.gan4j.examples;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.error.GanException;
import io.github.gan4j.image.ImageFiles;
import io.github.gan4j.image.Images;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
  /** What an output file is, by how its name ends. */
  private enum Format {
    NPY,
    PNG
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "a model.safetensors file")
  private Path model;

  @Option(
      names = "--count",
      paramLabel = "N",
      required = true,
      description = "how many images",
      converter = WholeNumbers.FromOne.class)
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "the same seed gives the same images (default: another each time)",
      converter = WholeNumbers.Any.class)
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
    checkFiles();
    long used = seed != null ? seed : ThreadLocalRandom.current().nextLong(1L << 32);
    try (TrainedGan gan = TrainedGan.load(model)) {
      write(gan.generate(count, used), format);
    } catch (OutOfMemoryError e) {
      throw new GanException(
          "--count %d needs more memory than the %d MB that Java may use; raise it with java -Xmx"
              .formatted(count, Runtime.getRuntime().maxMemory() / 1_000_000),
          e);
    }
    PrintWriter console = spec.commandLine().getOut();
    console.printf("wrote %d images of seed %d to %s%n", count, used, out);
    console.flush();
    return 0;
  }

  private void write(Images images, Format format) throws IOException {
    if (format == Format.NPY) {
      ImageFiles.writeNpy(images, out);
      return;
    }
    int columns = (int) Math.ceil(Math.sqrt(count));
    images.grid((count + columns - 1) / columns, columns).writePng(out);
  }

  private Format format() {
    String name = out.toString().toLowerCase(Locale.ROOT);
    for (Format format : Format.values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new ParameterException(spec.commandLine(), "--out must end in .npy or .png, was " + out);
  }

  /** Finds out before the work what would go wrong after it. */
  private void checkFiles() throws IOException {
    if (Files.isDirectory(model)) {
      throw new IOException(
          "MODEL must be a file, is a folder: %s; give the model.safetensors in a run folder"
              .formatted(model));
    }
    if (Files.isDirectory(out)) {
      throw new IOException("--out must be a file, is a folder: " + out);
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException(
          "--out must be in a folder that is there, was %s: no folder %s".formatted(out, folder));
    }
  }
}
