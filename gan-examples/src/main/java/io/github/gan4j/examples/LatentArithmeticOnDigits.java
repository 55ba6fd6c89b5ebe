package io.github.gan4j.examples;

import static io.github.gan4j.model.LatentArithmetic.fitted;
import static io.github.gan4j.model.LatentArithmetic.mean;
import static io.github.gan4j.model.LatentArithmetic.minus;
import static io.github.gan4j.model.LatentArithmetic.plus;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Makes thin digits bold: adds to their latent vectors what those of bold digits have and those of
 * thin ones lack.
 *
 * <p>Arguments: the model (mnist/digits.safetensors, which TrainOnMnist leaves) and the output
 * folder (latent-arithmetic).
 */
public final class LatentArithmeticOnDigits {
  private static final int EACH = 20;

  private LatentArithmeticOnDigits() {}

  public static void main(String[] args) throws IOException {
    Path model = Path.of(args.length > 0 ? args[0] : "mnist/digits.safetensors");
    Path folder = Files.createDirectories(Path.of(args.length > 1 ? args[1] : "latent-arithmetic"));

    try (TrainedGan gan = TrainedGan.load(model)) {
      Generator generator = gan.generator();
      float[][] latents = generator.latents(1_000, 1);
      Images images = generator.decode(latents);

      // The latent vectors, those of the images with the least ink first.
      Integer[] byInk = new Integer[latents.length];
      Arrays.setAll(byInk, i -> i);
      Arrays.sort(byInk, Comparator.comparingDouble(i -> ink(images.values(i))));
      float[][] sorted = Arrays.stream(byInk).map(i -> latents[i]).toArray(float[][]::new);
      float[][] thin = Arrays.copyOf(sorted, EACH);
      float[][] bold = Arrays.copyOfRange(sorted, sorted.length - EACH, sorted.length);

      // region bolder
      float[] bolder = minus(mean(bold), mean(thin));
      float[][] made = new float[thin.length][];
      for (int i = 0; i < thin.length; i++) {
        made[i] = fitted(plus(thin[i], bolder), gan.config().latent().distribution());
      }
      Images madeBold = generator.decode(made);
      // endregion

      float[][] both = Arrays.copyOf(thin, 2 * EACH);
      System.arraycopy(made, 0, both, EACH, EACH);
      generator.decode(both).grid(2, EACH).writePng(folder.resolve("thin-and-bold.png"));
      System.out.printf(
          "ink: %.1f in thin digits, %.1f in the same made bold%n",
          ink(generator.decode(thin).toArray()) / EACH, ink(madeBold.toArray()) / EACH);
    }
  }

  /** Returns how many pixels' worth of white there is, where -1 is black and 1 is white. */
  private static double ink(float[] pixels) {
    double sum = 0;
    for (float pixel : pixels) {
      sum += (pixel + 1) / 2;
    }
    return sum;
  }
}
