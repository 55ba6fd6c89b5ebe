package io.github.gan4j.benchmarks;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.Trainer;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.datasets.FashionMnist;
import io.github.gan4j.datasets.Mnist;
import java.util.List;
import java.util.function.Supplier;

/**
 * A run to time, without an end of its own. The peers in {@code gan-benchmarks/peers} know the same
 * ones by the same names.
 *
 * @param name what the command lines call it
 * @param data what it trains on
 * @param builder a new builder with its settings
 */
public record Workload(String name, Supplier<Dataset> data, Supplier<GanBuilder> builder) {

  /** How many values an image of any of them has. */
  public static final int PIXELS = 28 * 28;

  /** The networks of recipe {@code mnist-batchnorm}. */
  public static final Workload MNIST_BATCHNORM =
      new Workload("mnist-batchnorm", Mnist::train, Workload::mnistBatchnorm);

  /** Neither batch norm nor dropout: what is measured is products and Adam. */
  public static final Workload MNIST_PLAIN =
      new Workload("mnist-plain", Mnist::train, Workload::mnistPlain);

  /** All, in the order in which they are listed. */
  public static final List<Workload> ALL =
      List.of(
          MNIST_BATCHNORM,
          new Workload("fashion-dense", FashionMnist::train, Workload::fashionDense),
          new Workload("mnist-dropout", Mnist::train, Workload::mnistDropout),
          new Workload("fashion-balanced", FashionMnist::train, Workload::fashionBalanced),
          MNIST_PLAIN);

  private static final Activation LEAKY = Activation.leakyRelu(0.2);

  /**
   * Returns the one of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Workload named(String name) {
    return ALL.stream()
        .filter(workload -> workload.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the workload must be one of %s, was %s"
                        .formatted(ALL.stream().map(Workload::name).toList(), name)));
  }

  /** Returns the same with another batch size. */
  public Workload withBatch(int batch) {
    return new Workload(name, data, () -> builder.get().batchSize(batch));
  }

  /** Returns the same with three hidden layers of a width, in the discriminator two. */
  public Workload withWidth(int width) {
    return new Workload(
        name,
        data,
        () ->
            builder
                .get()
                .generator(g -> g.hidden(width, width, width))
                .discriminator(d -> d.hidden(width, width)));
  }

  /** Returns its configuration. */
  public GanConfig config() {
    return builder.get().config();
  }

  /** Starts it. */
  public Trainer trainer() {
    return builder.get().trainer(data.get());
  }

  private static GanBuilder mnistBatchnorm() {
    return endless()
        .latentDim(100)
        .generator(
            g ->
                g.hidden(128, 256, 512, 1024)
                    .activation(LEAKY)
                    .batchNorm(BatchNorm.of(0.1, 0.8).exceptFirst()))
        .discriminator(d -> d.hidden(512, 256).activation(LEAKY).noBatchNorm().dropout(0))
        .adam(2e-4, 0.5, 0.999)
        .batchSize(64);
  }

  private static GanBuilder fashionDense() {
    return endless()
        .latentDim(32)
        .generator(
            g -> g.hidden(128, 256, 512).activation(LEAKY).batchNorm(BatchNorm.of(0.1, 1e-5)))
        .discriminator(d -> d.hidden(512, 256, 128).activation(LEAKY).noBatchNorm().dropout(0))
        .adam(2e-4, 0.5, 0.9)
        .batchSize(64)
        .generatorBatchSize(128);
  }

  private static GanBuilder mnistPlain() {
    return endless()
        .latentDim(100)
        .generator(g -> g.hidden(256, 512, 1024).activation(LEAKY).noBatchNorm())
        .discriminator(d -> d.hidden(512, 256).activation(LEAKY).noBatchNorm().dropout(0))
        .adam(2e-4, 0.5, 0.999)
        .batchSize(128);
  }

  private static GanBuilder mnistDropout() {
    return mnistPlain()
        .discriminator(d -> d.hidden(1024, 512, 256).dropout(0.3))
        .adam(2e-4, 0.9, 0.999);
  }

  private static GanBuilder fashionBalanced() {
    return mnistPlain().discriminator(d -> d.hidden(1024, 512, 256).dropout(0.45));
  }

  private static GanBuilder endless() {
    return Gan.builder().emaDecay(0).epochs(Integer.MAX_VALUE);
  }
}
