package io.github.gan4j.examples;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.datasets.Mnist;
import io.github.gan4j.report.progress.TerminalProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains a conditional GAN on MNIST, which draws the digit that it is asked for.
 *
 * <p>Arguments: the output folder (conditional) and the number of steps (7500).
 */
public final class ConditionalDigits {
  private ConditionalDigits() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "conditional"));
    long steps = args.length > 1 ? Long.parseLong(args[1]) : 7_500;

    // region conditional
    try (TrainedGan gan =
        Gan.builder()
            .conditional(Mnist.train())
            .maxSteps(steps)
            .listener(TerminalProgress.onStandardError())
            .train(Mnist.train())) {
      // 64 images of seed 7, all of class 3.
      gan.generate(64, 7, 3).grid(8, 8).writePng(folder.resolve("threes.png"));
      // A row for each class; the images of a column have one latent vector.
      gan.generator().generateGrid(10, 10, 1).grid(10, 10).writePng(folder.resolve("digits.png"));
      gan.save(folder.resolve("digits.safetensors"));
    }
    // endregion
    System.out.println("a row of each digit is in " + folder.resolve("digits.png"));
  }
}
