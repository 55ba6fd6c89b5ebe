package io.github.gan4j;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanConfigValidator;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.Objective;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.config.TrainingSchedule;
import io.github.gan4j.config.Validation;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a configuration: the part of {@link GanBuilder} that is about what both players minimise,
 * how long, and in which batches.
 *
 * @param <B> the builder that each method returns
 */
public abstract sealed class ConfigBuilder<B extends ConfigBuilder<B>> extends PlayersBuilder<B>
    permits GanBuilder {
  private Objective objective;
  private @Nullable AdversarialLoss loss;
  private TrainingSchedule schedule;
  private @Nullable Integer generatorBatchSize;
  private long seed;

  ConfigBuilder(GanConfig config) {
    super(config);
    objective = config.objective();
    loss = Losses.byName(objective.loss()).orElse(null);
    schedule = config.schedule();
    generatorBatchSize =
        schedule.generatorBatchSize() == schedule.batchSize()
            ? null
            : schedule.generatorBatchSize();
    seed = config.seed();
  }

  /**
   * Sets what the players minimise: one of {@link Losses}, or one of your own, whose name is none
   * of theirs: configurations and files know a loss by its name alone.
   */
  @CanIgnoreReturnValue
  public B loss(AdversarialLoss loss) {
    String name = Arguments.notNull("loss name", Arguments.notNull("loss", loss).name());
    if (name.isBlank()) {
      throw new IllegalArgumentException("loss name must not be blank, was \"" + name + "\"");
    }
    Optional<AdversarialLoss> builtIn = Losses.byName(name);
    if (builtIn.isPresent() && !builtIn.get().equals(loss)) {
      throw new IllegalArgumentException(
          "loss name must be of its own for a loss that is not the library's (labels are set with"
              + " labels(...)), was "
              + name);
    }
    objective = objective.withLoss(name);
    this.loss = loss;
    return self();
  }

  /**
   * Has images of a class made, of as many classes as are given, at least 2, by projection. The
   * dataset must have labels.
   */
  @CanIgnoreReturnValue
  public B conditional(int classes) {
    return conditional(Conditioning.projection(classes));
  }

  /** Has images of a class made, of as many classes as a labelled dataset has, by projection. */
  @CanIgnoreReturnValue
  public B conditional(Dataset labelled) {
    Arguments.notNull("labelled", labelled);
    if (labelled.classes() < 2) {
      throw new IllegalArgumentException(
          "dataset %s must have labels of at least 2 classes, has %s"
              .formatted(labelled.name(), labelled.classes()));
    }
    return conditional(labelled.classes());
  }

  /** Makes both players conditional on the class of an image. */
  @CanIgnoreReturnValue
  public B conditional(Conditioning conditioning) {
    objective = objective.withConditioning(Arguments.notNull("conditioning", conditioning));
    return self();
  }

  /**
   * Adds a penalty on the discriminator's gradient; another of its kind takes its place. R1 with
   * R2, or WGAN-GP, for example.
   */
  @CanIgnoreReturnValue
  public B penalty(GradientPenalty penalty) {
    return regularization(
        objective.regularization().withPenalty(Arguments.notNull("penalty", penalty)));
  }

  /**
   * Keeps the discriminator's parameters within ±{@code limit}, positive, after each of its updates
   * (Arjovsky et al., 2017, arXiv:1701.07875, with 0.01).
   */
  @CanIgnoreReturnValue
  public B clipWeights(double limit) {
    return regularization(objective.regularization().withWeightClip(limit));
  }

  /**
   * Sets the labels of real and generated images, smoothed or flipped; unless this is called, 1 and
   * 0.
   */
  @CanIgnoreReturnValue
  public B labels(Labels labels) {
    return regularization(objective.regularization().withLabels(labels));
  }

  /**
   * Adds normal noise to what the discriminator is shown, which decays evenly to none.
   *
   * @param deviation positive; of pixels as networks see them, usually in [-1, 1]
   * @param steps after how many steps there is none; at least 1
   */
  @CanIgnoreReturnValue
  public B instanceNoise(double deviation, long steps) {
    return regularization(
        objective.regularization().withInstanceNoise(new InstanceNoise(deviation, steps)));
  }

  /** Sets all regularisation of the discriminator. */
  @CanIgnoreReturnValue
  public B regularization(Regularization regularization) {
    objective = objective.withRegularization(regularization);
    return self();
  }

  /** Sets how both learning rates change over the run; unless this is called they do not. */
  @CanIgnoreReturnValue
  public B rateSchedule(RateSchedule rateSchedule) {
    schedule = schedule.withRateSchedule(rateSchedule);
    return self();
  }

  /** Sets how many real and as many generated images a step compares, at least 1. */
  @CanIgnoreReturnValue
  public B batchSize(int batchSize) {
    schedule = schedule.withBatchSize(batchSize);
    return self();
  }

  /**
   * Sets how many images the generator trains on a step, at least 1. Unless this is called it
   * trains on the very images that the discriminator just saw.
   */
  @CanIgnoreReturnValue
  public B generatorBatchSize(int generatorBatchSize) {
    this.generatorBatchSize =
        schedule.withGeneratorBatchSize(generatorBatchSize).generatorBatchSize();
    return self();
  }

  /** Sets how many epochs a run lasts, at least 1; of a resumed run, all of them together. */
  @CanIgnoreReturnValue
  public B epochs(int epochs) {
    schedule = schedule.withEpochs(epochs);
    return self();
  }

  /**
   * Sets how many steps make an epoch, at least 1. Unless this is called: one pass over the data.
   */
  @CanIgnoreReturnValue
  public B stepsPerEpoch(int stepsPerEpoch) {
    schedule = schedule.withStepsPerEpoch(stepsPerEpoch);
    return self();
  }

  /** Sets what decides weights, data order, latent vectors and dropout. */
  @CanIgnoreReturnValue
  public B seed(long seed) {
    this.seed = seed;
    return self();
  }

  /**
   * Returns the configuration as set so far.
   *
   * @throws IllegalArgumentException if it breaks a rule of {@link GanConfigValidator}; the message
   *     lists all that it breaks, a line each
   */
  public final GanConfig config() {
    return validation().valid();
  }

  final Validation validation() {
    return GanConfigValidator.validate(
        new GanConfig(
            latentConfig(),
            pixelNormalization(),
            generatorConfig(),
            discriminatorConfig(),
            objective,
            generatorBatchSize == null
                ? schedule
                : schedule.withGeneratorBatchSize(generatorBatchSize),
            seed),
        loss);
  }

  /**
   * Returns the loss to train with.
   *
   * @throws IllegalArgumentException if the configuration names one that the library has not
   */
  final AdversarialLoss requireLoss() {
    if (loss == null) {
      throw new IllegalArgumentException(
          "loss must be given with loss(...): the library has none named " + objective.loss());
    }
    return loss;
  }
}
