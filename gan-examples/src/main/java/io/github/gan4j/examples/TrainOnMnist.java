package io.github.gan4j.examples;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.datasets.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains a GAN on MNIST's handwritten digits, draws 64 new digits, and saves the model, with which
 * other examples go on.
 *
 * <p>Arguments: the output folder (mnist) and the number of steps (5000).
 */
public final class TrainOnMnist {
  private TrainOnMnist() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "mnist"));
    long steps = args.length > 1 ? Long.parseLong(args[1]) : 5_000;

    try (TrainedGan gan =
        Gan.builder()
            .latentDim(100)
            .mlp(256, 512, 1024)
            .maxSteps(steps)
            .onLoss(
                e -> {
                  if (e.step() % 100 == 0) {
                    System.out.printf(
                        "step %d: discriminator %.3f, generator %.3f%n",
                        e.step(), e.discriminator(), e.generator());
                  }
                })
            .train(Mnist.train())) {
      gan.generate(64).grid(8, 8).writePng(folder.resolve("digits.png"));
      gan.save(folder.resolve("digits.safetensors"));
    }
    System.out.println("64 digits are in " + folder.resolve("digits.png"));
  }
}
