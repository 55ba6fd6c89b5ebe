package io.github.gan4j.examples;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.image.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Trains a GAN on arrays that the program makes itself: images of a soft white spot at a place of
 * its own.
 *
 * <p>Arguments: the output folder (own-arrays) and the number of steps (3000).
 */
public final class TrainOnOwnArrays {
  private static final ImageShape SHAPE = ImageShape.grey(16, 16);

  private TrainOnOwnArrays() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "own-arrays"));
    long steps = args.length > 1 ? Long.parseLong(args[1]) : 3_000;

    Random random = new Random(1);
    float[][] spots = new float[4_000][];
    for (int i = 0; i < spots.length; i++) {
      spots[i] = spot(random);
    }
    Dataset data = ArrayDataset.of(spots, SHAPE);

    try (TrainedGan gan =
        Gan.builder()
            .latentDim(8)
            .mlp(64, 128)
            .discriminator(d -> d.hidden(128, 64))
            .epochs(100)
            .maxSteps(steps)
            .train(data)) {
      Images generated = gan.generate(64, 1);
      generated.grid(8, 8).scale(4).writePng(folder.resolve("generated.png"));
      System.out.printf(
          "mean pixel: %.3f in the data, %.3f in what was generated%n",
          mean(spots[0]), mean(generated.toArray()));
    }
    System.out.println("64 new images are in " + folder.resolve("generated.png"));
  }

  /** Returns an image row by row, with values from -1 for black to 1 for white. */
  private static float[] spot(Random random) {
    double centreRow = 4 + 8 * random.nextDouble();
    double centreColumn = 4 + 8 * random.nextDouble();
    float[] image = new float[SHAPE.size()];
    for (int row = 0; row < SHAPE.height(); row++) {
      for (int column = 0; column < SHAPE.width(); column++) {
        double distance = Math.hypot(row - centreRow, column - centreColumn);
        double light = Math.exp(-distance * distance / 8);
        image[row * SHAPE.width() + column] = (float) (2 * light - 1);
      }
    }
    return image;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
