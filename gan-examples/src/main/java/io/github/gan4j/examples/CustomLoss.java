package io.github.gan4j.examples;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.datasets.Mnist;
import io.github.gan4j.loss.AdversarialLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains with a loss of its own.
 *
 * <p>Arguments: the output folder (custom-loss) and the number of steps (5000).
 */
public final class CustomLoss {
  private CustomLoss() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "custom-loss"));
    long steps = args.length > 1 ? Long.parseLong(args[1]) : 5_000;

    try (TrainedGan gan =
        Gan.builder().loss(new PearsonLoss()).maxSteps(steps).train(Mnist.train())) {
      gan.generate(64).grid(8, 8).writePng(folder.resolve("digits.png"));
      System.out.println("trained with the loss " + gan.config().objective().loss());
    }
  }
}

// region loss
// Least squares that minimise Pearson's χ² divergence (Mao et al., 2017, arXiv:1611.04076).
final class PearsonLoss implements AdversarialLoss {
  @Override
  public String name() {
    return "pearson";
  }

  @Override
  public DiscriminatorLoss discriminator(
      float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
    return new DiscriminatorLoss(towards(1, real, realGradient), towards(-1, fake, fakeGradient));
  }

  @Override
  public double generator(float[] real, float[] fake, float[] fakeGradient) {
    return towards(0, fake, fakeGradient);
  }

  // Returns the mean of ½(logit − target)², and its derivative by each logit.
  private static double towards(float target, float[] logits, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      float error = logits[i] - target;
      sum += error * error / 2;
      gradient[i] = error / logits.length;
    }
    return sum / logits.length;
  }
}
// endregion
