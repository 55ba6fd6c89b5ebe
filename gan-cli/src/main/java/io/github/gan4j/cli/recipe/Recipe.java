package io.github.gan4j.cli.recipe;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.cli.data.DatasetKind;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.training.Interval;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A run with a name.
 *
 * @param name what the command line calls it
 * @param description one line
 * @param dataset what it trains on
 * @param sampleInterval how often its samples are pictured
 * @param builder a new builder with its settings
 */
public record Recipe(
    String name,
    String description,
    DatasetKind dataset,
    Interval sampleInterval,
    Supplier<GanBuilder> builder) {

  private static final Interval EACH_EPOCH = Interval.epochs(1);

  /** All recipes, in the order in which they are listed. */
  public static final List<Recipe> ALL =
      List.of(
          new Recipe(
              "mnist",
              "MNIST: the best digits for the time",
              DatasetKind.MNIST,
              EACH_EPOCH,
              Recipe::best),
          new Recipe(
              "fashion-mnist",
              "Fashion-MNIST: the same networks as mnist",
              DatasetKind.FASHION_MNIST,
              EACH_EPOCH,
              Recipe::best),
          new Recipe(
              "mnist-batchnorm",
              "MNIST as the widespread PyTorch script has it: batch norm with epsilon 0.8",
              DatasetKind.MNIST,
              EACH_EPOCH,
              Recipe::mnistBatchnorm),
          new Recipe(
              "mnist-dropout",
              "MNIST: a discriminator with dropout against a plain generator",
              DatasetKind.MNIST,
              EACH_EPOCH,
              Recipe::mnistDropout),
          new Recipe(
              "mnist-plain",
              "MNIST: neither batch norm nor dropout",
              DatasetKind.MNIST,
              EACH_EPOCH,
              Recipe::mnistPlain),
          new Recipe(
              "fashion-dense",
              "Fashion-MNIST: small networks, half batches for the discriminator",
              DatasetKind.FASHION_MNIST,
              // Its epochs last half a second.
              Interval.epochs(10),
              Recipe::fashionDense),
          new Recipe(
              "fashion-balanced",
              "Fashion-MNIST: two players of like strength",
              DatasetKind.FASHION_MNIST,
              EACH_EPOCH,
              Recipe::fashionBalanced));

  private static final Activation LEAKY = Activation.leakyRelu(0.2);

  /** Returns the recipe of that name, if there is one. */
  public static Optional<Recipe> byName(String name) {
    return ALL.stream().filter(recipe -> recipe.name.equals(name)).findFirst();
  }

  /** The library's defaults with a smaller discriminator: in equal time, far better pictures. */
  private static GanBuilder best() {
    return Gan.builder().discriminator(d -> d.hidden(512, 256)).epochs(8);
  }

  private static GanBuilder mnistBatchnorm() {
    return Gan.builder()
        .latentDim(100)
        // The script writes BatchNorm1d(n, 0.8), which sets epsilon where momentum was meant.
        .generator(
            g ->
                g.hidden(128, 256, 512, 1024)
                    .activation(LEAKY)
                    .batchNorm(BatchNorm.of(0.1, 0.8).exceptFirst()))
        .discriminator(d -> d.hidden(512, 256).activation(LEAKY).noBatchNorm().dropout(0))
        .loss(Losses.nonSaturating())
        .adam(2e-4, 0.5, 0.999)
        .emaDecay(0)
        .batchSize(64)
        .epochs(200);
  }

  private static GanBuilder mnistDropout() {
    return Gan.builder()
        .latentDim(100)
        .generator(g -> g.hidden(256, 512, 1024).activation(LEAKY).noBatchNorm())
        .discriminator(d -> d.hidden(1024, 512, 256).activation(LEAKY).noBatchNorm().dropout(0.3))
        .loss(Losses.nonSaturating())
        .adam(2e-4, 0.9, 0.999)
        .emaDecay(0)
        .batchSize(128)
        .epochs(100);
  }

  private static GanBuilder mnistPlain() {
    return Gan.builder()
        .latentDim(100)
        .generator(g -> g.hidden(256, 512, 1024).activation(LEAKY).noBatchNorm())
        .discriminator(d -> d.hidden(512, 256).activation(LEAKY).noBatchNorm().dropout(0))
        .loss(Losses.nonSaturating())
        .adam(2e-4, 0.5, 0.999)
        .emaDecay(0)
        .batchSize(128)
        .epochs(50);
  }

  private static GanBuilder fashionDense() {
    return Gan.builder()
        .latentDim(32)
        .generator(
            g -> g.hidden(128, 256, 512).activation(LEAKY).batchNorm(BatchNorm.of(0.1, 1e-5)))
        .discriminator(d -> d.hidden(512, 256, 128).activation(LEAKY).noBatchNorm().dropout(0))
        .loss(Losses.nonSaturating())
        .adam(2e-4, 0.5, 0.9)
        .emaDecay(0)
        .batchSize(64)
        .generatorBatchSize(128)
        .stepsPerEpoch(50)
        .epochs(100);
  }

  private static GanBuilder fashionBalanced() {
    return mnistPlain().discriminator(d -> d.hidden(1024, 512, 256).dropout(0.45)).epochs(100);
  }
}
