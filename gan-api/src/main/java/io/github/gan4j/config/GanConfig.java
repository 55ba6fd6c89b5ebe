package io.github.gan4j.config;

import io.github.gan4j.loss.Losses;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what a run computes, apart from the data: two runs with equal
 * configurations on the same data, engine, machine and thread count give the same bits.
 *
 * <p>Immutable. {@code Gan.builder()} makes one; its defaults stand in {@link GanDefaults}.
 *
 * @param latentDim length of a latent vector; at least 1
 * @param latent what latent vectors are drawn from
 * @param normalization how pixels are shifted and scaled for the networks
 * @param generator the generator's hidden layers
 * @param generatorOutput what the generator's last layer ends in; it must reach all normalised
 *     pixels, as tanh does for a mean and a deviation of 0.5
 * @param discriminator the discriminator's hidden layers; its output is one logit, without
 *     activation
 * @param generatorOptimizer the generator's optimiser
 * @param discriminatorOptimizer the discriminator's optimiser
 * @param loss the name of the adversarial loss, as {@code AdversarialLoss.name()} gives it
 * @param conditioning how both players are told the class of an image; null for not at all
 * @param packing how many images the discriminator judges together, at least 1: it notices when the
 *     images of a row are too much alike (Lin et al., 2018, arXiv:1712.04086, PacGAN). Batch sizes
 *     are multiples of it
 * @param minibatchDeviation whether the discriminator is told how much the images of a batch
 *     differ, beside each image: the standard deviation of a pixel over the batch, averaged over
 *     the pixels (Karras et al., 2018, arXiv:1710.10196, section 3)
 * @param regularization what keeps the discriminator from becoming too sure of itself
 * @param turns how often each player is updated a step
 * @param rateSchedule how learning rates change over the run
 * @param batchSize how many real and as many generated images the discriminator sees a step; at
 *     least 1
 * @param generatorBatchSize how many images the generator trains on a step; at least 1. When it
 *     equals {@code batchSize} the generator trains on the very images that the discriminator just
 *     saw, otherwise on fresh ones
 * @param epochs how many epochs a run lasts; at least 1
 * @param stepsPerEpoch the length of an epoch in steps, at least 1; null for one pass over the data
 * @param averaging decay of the generator's exponential moving average a step, in [0, 1); with 0
 *     the average is the newest generator itself (Yazıcı et al., 2019, arXiv:1806.04498)
 * @param seed decides weights, data order, latent vectors and dropout
 */
public record GanConfig(
    int latentDim,
    LatentDistribution latent,
    Normalization normalization,
    NetworkConfig generator,
    Activation generatorOutput,
    NetworkConfig discriminator,
    OptimizerConfig generatorOptimizer,
    OptimizerConfig discriminatorOptimizer,
    String loss,
    @Nullable Conditioning conditioning,
    int packing,
    boolean minibatchDeviation,
    Regularization regularization,
    Turns turns,
    RateSchedule rateSchedule,
    int batchSize,
    int generatorBatchSize,
    int epochs,
    @Nullable Integer stepsPerEpoch,
    double averaging,
    long seed) {

  /** Refuses values outside of the ranges that the components name. */
  public GanConfig {
    Checks.atLeast("latentDim", latentDim, 1);
    Checks.notNull("latent", latent);
    Checks.notNull("normalization", normalization);
    Checks.notNull("generator", generator);
    Checks.notNull("generatorOutput", generatorOutput);
    Checks.notNull("discriminator", discriminator);
    Checks.notNull("generatorOptimizer", generatorOptimizer);
    Checks.notNull("discriminatorOptimizer", discriminatorOptimizer);
    Checks.notNull("loss", loss);
    Checks.atLeast("packing", packing, 1);
    Checks.notNull("regularization", regularization);
    Checks.notNull("turns", turns);
    Checks.notNull("rateSchedule", rateSchedule);
    Checks.atLeast("batchSize", batchSize, 1);
    Checks.atLeast("generatorBatchSize", generatorBatchSize, 1);
    Checks.atLeast("epochs", epochs, 1);
    if (stepsPerEpoch != null) {
      Checks.atLeast("stepsPerEpoch", stepsPerEpoch, 1);
    }
    Checks.inRange("averaging", averaging, 0, 1);
    // A batch of one has no variance: normalising it would give the shift alone.
    if (generator.batchNorm() != null) {
      Checks.atLeast("batchSize with batchNorm in the generator", batchSize, 2);
      Checks.atLeast("generatorBatchSize with batchNorm in the generator", generatorBatchSize, 2);
    }
    if (discriminator.batchNorm() != null) {
      Checks.atLeast("batchSize with batchNorm in the discriminator", batchSize, 2);
      Checks.atLeast(
          "generatorBatchSize with batchNorm in the discriminator", generatorBatchSize, 2);
    }
    checkOneNormalization("generator", generator);
    checkOneNormalization("discriminator", discriminator);
    checkReach(generatorOutput, normalization);
    if (!regularization.penalties().isEmpty()) {
      checkPenalized(discriminator, minibatchDeviation);
    }
    checkPacked(packing, batchSize, generatorBatchSize, conditioning);
    if (minibatchDeviation) {
      Checks.atLeast("batchSize with minibatchDeviation", batchSize, 2 * packing);
      Checks.atLeast("generatorBatchSize with minibatchDeviation", generatorBatchSize, 2 * packing);
    }
    Losses.byName(loss)
        .ifPresent(
            known ->
                Combinations.check(
                    known, discriminator, regularization, batchSize, generatorBatchSize));
  }

  private static void checkPacked(
      int packing, int batchSize, int generatorBatchSize, @Nullable Conditioning conditioning) {
    if (batchSize % packing != 0 || generatorBatchSize % packing != 0) {
      throw new IllegalArgumentException(
          "batchSize and generatorBatchSize must be multiples of packing, %s, were %s and %s"
              .formatted(packing, batchSize, generatorBatchSize));
    }
    if (packing > 1 && conditioning != null) {
      throw new IllegalArgumentException(
          "packing joins images of different classes: it must be 1 with conditioning, was "
              + packing);
    }
  }

  private static void checkOneNormalization(String player, NetworkConfig network) {
    if (network.spectralNorm() && network.batchNorm() != null) {
      throw new IllegalArgumentException(
          "spectralNorm needs a %s without batchNorm, which multiplies by scales of its own: call"
                  .formatted(player)
              + " noBatchNorm(), or leave spectralNorm out");
    }
  }

  private static void checkPenalized(NetworkConfig discriminator, boolean minibatchDeviation) {
    if (minibatchDeviation) {
      throw new IllegalArgumentException(
          "penalties need a discriminator without minibatchDeviation, which makes an image's"
              + " gradient depend on the whole batch: leave it out, or take packing");
    }
    if (discriminator.batchNorm() != null) {
      throw new IllegalArgumentException(
          "penalties need a discriminator without batchNorm, which makes an image's gradient depend"
              + " on the whole batch: leave it out of the discriminator");
    }
    if (!discriminator.activation().piecewiseLinear()) {
      throw new IllegalArgumentException(
          "penalties need a discriminator of RELU, LEAKY_RELU or LINEAR, whose gradient has a"
              + " closed form, was "
              + discriminator.activation().kind());
    }
  }

  private static void checkReach(Activation output, Normalization pixels) {
    if (!output.reaches(pixels)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "generatorOutput must reach [%.4g, %.4g], where normalization (mean %s, std %s) takes"
                  + " pixels, was %s, which reaches [%s, %s]: take Activation.linear(), or"
                  + " normalization 0.5 and 0.5 for TANH, 0 and 1 for SIGMOID",
              pixels.black(),
              pixels.white(),
              pixels.mean(),
              pixels.std(),
              output.kind(),
              output.lowest(),
              output.highest()));
    }
  }
}
