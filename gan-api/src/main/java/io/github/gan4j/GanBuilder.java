package io.github.gan4j;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.Combinations;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.config.Turns;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.internal.checkpoint.HeapNeeds;
import io.github.gan4j.internal.checkpoint.HeapNeeds.Heap;
import io.github.gan4j.internal.checkpoint.Resumption;
import io.github.gan4j.internal.data.DataChecks;
import io.github.gan4j.internal.data.DataSurvey;
import io.github.gan4j.internal.engine.EngineLease;
import io.github.gan4j.internal.engine.EngineNeeds;
import io.github.gan4j.internal.engine.Engines;
import io.github.gan4j.internal.log.Warnings;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a run and starts it.
 *
 * <p>Each method checks its own argument at once and throws an {@link IllegalArgumentException}
 * that names the field, the rule and the value; {@link #config()}, and what starts a run, check the
 * whole. Not thread-safe; may start several runs.
 */
public final class GanBuilder {
  private int latentDim = GanDefaults.LATENT_DIM;
  private LatentDistribution latent = GanDefaults.LATENT;
  private Normalization normalization = GanDefaults.NORMALIZATION;
  private Activation generatorOutput = GanDefaults.GENERATOR_OUTPUT;
  private final NetworkBuilder generator;
  private final NetworkBuilder discriminator;
  private String lossName = GanDefaults.LOSS.name();
  private @Nullable AdversarialLoss loss = GanDefaults.LOSS;
  private @Nullable Conditioning conditioning;
  private int packing = 1;
  private boolean minibatchDeviation;
  private Regularization regularization = Regularization.NONE;
  private Turns turns = Turns.ONE_EACH;
  private RateSchedule rateSchedule = RateSchedule.CONSTANT;
  private int batchSize = GanDefaults.BATCH_SIZE;
  private @Nullable Integer generatorBatchSize;
  private int epochs = GanDefaults.EPOCHS;
  private @Nullable Integer stepsPerEpoch;
  private double averaging = GanDefaults.AVERAGING;
  private long seed = GanDefaults.SEED;
  private long maxSteps = Long.MAX_VALUE;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private @Nullable GanEngine engine;
  private @Nullable Checkpoints checkpoints;
  private RunTrainer.@Nullable RollBacks rollBacks;
  private final @Nullable Resumption resumption;

  GanBuilder() {
    generator = new NetworkBuilder(GanDefaults.GENERATOR, GanDefaults.OPTIMIZER);
    discriminator = new NetworkBuilder(GanDefaults.DISCRIMINATOR, GanDefaults.OPTIMIZER);
    resumption = null;
  }

  GanBuilder(GanConfig config) {
    this(config, null);
  }

  GanBuilder(GanConfig config, @Nullable Resumption resumption) {
    this.resumption = resumption;
    latentDim = config.latentDim();
    latent = config.latent();
    normalization = config.normalization();
    generatorOutput = config.generatorOutput();
    generator = new NetworkBuilder(config.generator(), config.generatorOptimizer());
    discriminator = new NetworkBuilder(config.discriminator(), config.discriminatorOptimizer());
    lossName = config.loss();
    loss = Losses.byName(config.loss()).orElse(null);
    conditioning = config.conditioning();
    packing = config.packing();
    minibatchDeviation = config.minibatchDeviation();
    regularization = config.regularization();
    turns = config.turns();
    rateSchedule = config.rateSchedule();
    batchSize = config.batchSize();
    generatorBatchSize =
        config.generatorBatchSize() == batchSize ? null : config.generatorBatchSize();
    epochs = config.epochs();
    stepsPerEpoch = config.stepsPerEpoch();
    averaging = config.averaging();
    seed = config.seed();
  }

  /** Sets the length of a latent vector, at least 1. */
  @CanIgnoreReturnValue
  public GanBuilder latentDim(int latentDim) {
    this.latentDim = atLeastOne("latentDim", latentDim);
    return this;
  }

  /** Sets what latent vectors are drawn from. */
  @CanIgnoreReturnValue
  public GanBuilder latent(LatentDistribution latent) {
    this.latent = Arguments.notNull("latent", latent);
    return this;
  }

  /**
   * Sets how pixels, from 0 for black to 1 for white, are shifted and scaled for the networks:
   * {@code (pixel - mean) / std}. What the generator makes is mapped back: images are around [-1,
   * 1] with any normalisation. Unless both are 0.5, {@link #generatorOutput} is to be set too,
   * usually to {@link Activation#linear()}.
   *
   * @param mean in [0, 1]
   * @param std in (0, 1]
   */
  @CanIgnoreReturnValue
  public GanBuilder normalization(double mean, double std) {
    normalization = new Normalization(mean, std);
    return this;
  }

  /**
   * Makes both players multi-layer perceptrons: these are the generator's hidden widths from the
   * latent vector on, and the discriminator gets the same in reverse, unless its own were given.
   *
   * @param generatorHidden at least one width, each at least 1
   */
  @CanIgnoreReturnValue
  public GanBuilder mlp(int... generatorHidden) {
    Arguments.notNull("mlp", generatorHidden);
    if (generatorHidden.length == 0) {
      throw new IllegalArgumentException("mlp must have at least one hidden width, had none");
    }
    List<Integer> widths = new ArrayList<>(Arrays.stream(generatorHidden).boxed().toList());
    generator.setHidden(List.copyOf(widths));
    if (!discriminator.hiddenGiven()) {
      Collections.reverse(widths);
      discriminator.setHidden(List.copyOf(widths));
    }
    return this;
  }

  /** Sets up the generator. */
  @CanIgnoreReturnValue
  public GanBuilder generator(Consumer<? super NetworkBuilder> setup) {
    Arguments.notNull("generator", setup).accept(generator);
    return this;
  }

  /** Sets up the discriminator. */
  @CanIgnoreReturnValue
  public GanBuilder discriminator(Consumer<? super NetworkBuilder> setup) {
    Arguments.notNull("discriminator", setup).accept(discriminator);
    return this;
  }

  /**
   * Sets what the generator's last layer ends in; it must reach all pixels as {@link
   * #normalization} has them. Tanh unless this is called, linear for data that leave [-1, 1].
   */
  @CanIgnoreReturnValue
  public GanBuilder generatorOutput(Activation activation) {
    generatorOutput = Arguments.notNull("generatorOutput", activation);
    return this;
  }

  /**
   * Sets both players' optimiser. Unless it limits the gradient's norm, limits set stay.
   *
   * @see OptimizerConfig
   */
  @CanIgnoreReturnValue
  public GanBuilder optimizer(OptimizerConfig optimizer) {
    Arguments.notNull("optimizer", optimizer);
    generator.optimizer(optimizer);
    discriminator.optimizer(optimizer);
    return this;
  }

  /**
   * Makes both players' optimiser Adam.
   *
   * @param learningRate positive
   * @param beta1 in [0, 1)
   * @param beta2 in [0, 1)
   */
  @CanIgnoreReturnValue
  public GanBuilder adam(double learningRate, double beta1, double beta2) {
    generator.adam(learningRate, beta1, beta2);
    discriminator.adam(learningRate, beta1, beta2);
    return this;
  }

  /**
   * Shortens each player's gradient, over all its layers together, to this length where it is
   * longer (Pascanu et al., 2013, arXiv:1211.5063).
   *
   * @param limit positive; infinity for none
   */
  @CanIgnoreReturnValue
  public GanBuilder clipGradientNorm(double limit) {
    generator.clipGradientNorm(limit);
    discriminator.clipGradientNorm(limit);
    return this;
  }

  /**
   * Sets what the players minimise: one of {@link Losses}, or one of your own, whose name is none
   * of theirs: configurations and files know a loss by its name alone.
   */
  @CanIgnoreReturnValue
  public GanBuilder loss(AdversarialLoss loss) {
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
    lossName = name;
    this.loss = loss;
    return this;
  }

  /**
   * Has images of a class made, of as many classes as are given, at least 2, by projection. The
   * dataset must have labels.
   */
  @CanIgnoreReturnValue
  public GanBuilder conditional(int classes) {
    return conditional(Conditioning.projection(classes));
  }

  /** Has images of a class made, of as many classes as a labelled dataset has, by projection. */
  @CanIgnoreReturnValue
  public GanBuilder conditional(Dataset labelled) {
    Arguments.notNull("labelled", labelled);
    if (labelled.classes() < 2) {
      throw new IllegalArgumentException(
          "dataset %s must have labels of at least 2 classes, has %s"
              .formatted(labelled.name(), labelled.classes()));
    }
    return conditional(labelled.classes());
  }

  /** Has images of a class made. */
  @CanIgnoreReturnValue
  public GanBuilder conditional(Conditioning conditioning) {
    this.conditioning = Arguments.notNull("conditioning", conditioning);
    return this;
  }

  /**
   * Has the discriminator judge so many images together, at least 1: batch sizes are multiples of
   * it (Lin et al., 2018, arXiv:1712.04086, PacGAN).
   */
  @CanIgnoreReturnValue
  public GanBuilder packing(int images) {
    packing = atLeastOne("packing", images);
    return this;
  }

  /**
   * Tells the discriminator how much the images of a batch differ (Karras et al., 2018,
   * arXiv:1710.10196, section 3).
   */
  @CanIgnoreReturnValue
  public GanBuilder minibatchDeviation() {
    minibatchDeviation = true;
    return this;
  }

  /**
   * Adds a penalty on the discriminator's gradient; another of its kind takes its place. R1 with
   * R2, or WGAN-GP, for example.
   */
  @CanIgnoreReturnValue
  public GanBuilder penalty(GradientPenalty penalty) {
    Arguments.notNull("penalty", penalty);
    List<GradientPenalty> penalties = new ArrayList<>(regularization.penalties());
    penalties.removeIf(other -> other.kind() == penalty.kind());
    penalties.add(penalty);
    return regularization(
        new Regularization(
            penalties,
            regularization.weightClip(),
            regularization.labels(),
            regularization.instanceNoise()));
  }

  /**
   * Keeps the discriminator's parameters within ±{@code limit}, positive, after each of its updates
   * (Arjovsky et al., 2017, arXiv:1701.07875, with 0.01).
   */
  @CanIgnoreReturnValue
  public GanBuilder clipWeights(double limit) {
    return regularization(
        new Regularization(
            regularization.penalties(),
            limit,
            regularization.labels(),
            regularization.instanceNoise()));
  }

  /** Sets what the discriminator is told that images are; unless this is called, the truth. */
  @CanIgnoreReturnValue
  public GanBuilder labels(Labels labels) {
    return regularization(
        new Regularization(
            regularization.penalties(),
            regularization.weightClip(),
            labels,
            regularization.instanceNoise()));
  }

  /**
   * Adds normal noise to what the discriminator is shown, which decays evenly to none.
   *
   * @param deviation positive; of pixels as networks see them, usually in [-1, 1]
   * @param steps after how many steps there is none; at least 1
   */
  @CanIgnoreReturnValue
  public GanBuilder instanceNoise(double deviation, long steps) {
    return regularization(
        new Regularization(
            regularization.penalties(),
            regularization.weightClip(),
            regularization.labels(),
            new InstanceNoise(deviation, steps)));
  }

  /** Sets all that keeps the discriminator from becoming too sure of itself. */
  @CanIgnoreReturnValue
  public GanBuilder regularization(Regularization regularization) {
    this.regularization = Arguments.notNull("regularization", regularization);
    return this;
  }

  /** Sets how often the discriminator is updated a step, each time with another batch. */
  @CanIgnoreReturnValue
  public GanBuilder discriminatorSteps(int updates) {
    turns = new Turns(updates, turns.generator());
    return this;
  }

  /** Sets how often the generator is updated a step, each time with another batch. */
  @CanIgnoreReturnValue
  public GanBuilder generatorSteps(int updates) {
    turns = new Turns(turns.discriminator(), updates);
    return this;
  }

  /** Sets how both learning rates change over the run; unless this is called they do not. */
  @CanIgnoreReturnValue
  public GanBuilder rateSchedule(RateSchedule rateSchedule) {
    this.rateSchedule = Arguments.notNull("rateSchedule", rateSchedule);
    return this;
  }

  /** Sets how many real and as many generated images a step compares, at least 1. */
  @CanIgnoreReturnValue
  public GanBuilder batchSize(int batchSize) {
    this.batchSize = atLeastOne("batchSize", batchSize);
    return this;
  }

  /**
   * Sets how many images the generator trains on a step, at least 1. Unless this is called it
   * trains on the very images that the discriminator just saw.
   */
  @CanIgnoreReturnValue
  public GanBuilder generatorBatchSize(int generatorBatchSize) {
    this.generatorBatchSize = atLeastOne("generatorBatchSize", generatorBatchSize);
    return this;
  }

  /** Sets how many epochs a run lasts, at least 1; of a resumed run, all of them together. */
  @CanIgnoreReturnValue
  public GanBuilder epochs(int epochs) {
    this.epochs = atLeastOne("epochs", epochs);
    return this;
  }

  /**
   * Sets how many steps make an epoch, at least 1. Unless this is called: one pass over the data.
   */
  @CanIgnoreReturnValue
  public GanBuilder stepsPerEpoch(int stepsPerEpoch) {
    this.stepsPerEpoch = atLeastOne("stepsPerEpoch", stepsPerEpoch);
    return this;
  }

  /** Ends a run after this many steps, at least 1, even if epochs are left. */
  @CanIgnoreReturnValue
  public GanBuilder maxSteps(long maxSteps) {
    if (maxSteps < 1) {
      throw new IllegalArgumentException("maxSteps must be at least 1, was " + maxSteps);
    }
    this.maxSteps = maxSteps;
    return this;
  }

  /**
   * Sets the decay of the generator's exponential moving average, in [0, 1). The trained generator
   * is that average; with 0 it is the newest generator itself.
   */
  @CanIgnoreReturnValue
  public GanBuilder averaging(double decay) {
    if (!(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException("averaging must be in [0, 1), was " + decay);
    }
    averaging = decay;
    return this;
  }

  /** Sets what decides weights, data order, latent vectors and dropout. */
  @CanIgnoreReturnValue
  public GanBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** Adds a listener; listeners are told in the order in which they were added. */
  @CanIgnoreReturnValue
  public GanBuilder listener(TrainingListener listener) {
    listeners.add(Arguments.notNull("listener", listener));
    return this;
  }

  /** Adds a listener to each step's losses. */
  @CanIgnoreReturnValue
  public GanBuilder onLoss(Consumer<? super LossEvent> listener) {
    Arguments.notNull("listener", listener);
    return listener(
        new TrainingListener() {
          @Override
          public void onLoss(LossEvent event) {
            listener.accept(event);
          }

          @Override
          public String toString() {
            return listener.toString();
          }
        });
  }

  /** Adds a listener to each epoch's end. */
  @CanIgnoreReturnValue
  public GanBuilder onEpoch(Consumer<? super EpochEvent> listener) {
    Arguments.notNull("listener", listener);
    return listener(
        new TrainingListener() {
          @Override
          public void onEpoch(EpochEvent event) {
            listener.accept(event);
          }

          @Override
          public String toString() {
            return listener.toString();
          }
        });
  }

  /**
   * Uses this engine, which the caller closes after the run and what came of it. Unless this is
   * called, the engine on the class path is used.
   */
  @CanIgnoreReturnValue
  public GanBuilder engine(GanEngine engine) {
    this.engine = Arguments.notNull("engine", engine);
    return this;
  }

  /** Saves the run's state now and then, so that {@link Gan#resume} can go on with it. */
  @CanIgnoreReturnValue
  public GanBuilder checkpoints(Checkpoints checkpoints) {
    this.checkpoints = Arguments.notNull("checkpoints", checkpoints);
    return this;
  }

  /**
   * Lets a run that diverges go back to its newest saved state and on from there with smaller
   * learning rates, instead of ending. A run that diverges again before it has saved another state
   * goes back one more, and deletes the one that led there. Needs {@link #checkpoints}; a run that
   * has none yet saves its first state before its first step. A run that is resumed counts, and
   * slows down, from where it was.
   *
   * @param most how often a run may go back, at least 1; when it diverges after that it ends
   * @param rateFactor what learning rates are multiplied by each time, in (0, 1]
   */
  @CanIgnoreReturnValue
  public GanBuilder rollBacks(int most, double rateFactor) {
    if (!(rateFactor > 0 && rateFactor <= 1)) {
      throw new IllegalArgumentException("rateFactor must be in (0, 1], was " + rateFactor);
    }
    rollBacks = new RunTrainer.RollBacks(atLeastOne("rollBacks", most), rateFactor);
    return this;
  }

  /**
   * Returns the configuration as set so far.
   *
   * @throws IllegalArgumentException if two settings contradict each other
   */
  public GanConfig config() {
    return new GanConfig(
        latentDim,
        latent,
        normalization,
        generator.network(),
        generatorOutput,
        discriminator.network(),
        generator.optimizer(),
        discriminator.optimizer(),
        lossName,
        conditioning,
        packing,
        minibatchDeviation,
        regularization,
        turns,
        rateSchedule,
        batchSize,
        generatorBatchSize == null ? batchSize : generatorBatchSize,
        epochs,
        stepsPerEpoch,
        averaging,
        seed);
  }

  /**
   * Returns a trainer at the start of a run, for those who want to step it themselves. Logs what
   * {@link Combinations#doubts} has to say, and what is doubtful of the data: classes without
   * images, pixels that do not seem to be in [-1, 1].
   *
   * @throws IllegalArgumentException if two settings, or a setting and the data, contradict each
   *     other
   * @throws io.github.gan4j.error.EngineException if there is no engine that runs here, or no room
   *     for the networks in its memory or on the heap
   */
  public Trainer trainer(Dataset data) {
    Arguments.notNull("data", data);
    GanConfig config = config();
    if (loss == null) {
      throw new IllegalArgumentException(
          "loss must be given with loss(...): the library has none named " + lossName);
    }
    if (config.batchSize() > data.size()) {
      throw new IllegalArgumentException(
          "batchSize must be at most %s, the size of dataset %s, was %s"
              .formatted(data.size(), data.name(), config.batchSize()));
    }
    Combinations.check(
        loss,
        config.discriminator(),
        config.regularization(),
        config.batchSize(),
        config.generatorBatchSize());
    Conditioning classes = config.conditioning();
    if (classes != null && classes.classes() != data.classes()) {
      throw new IllegalArgumentException(
          "dataset %s must have labels of %s classes, as conditioning has, has %s"
              .formatted(data.name(), classes.classes(), data.classes()));
    }
    checkSize(config, data);
    if (rollBacks != null && checkpoints == null) {
      throw new IllegalArgumentException(
          "rollBacks needs checkpoints(...): there must be a state to go back to");
    }
    DataSurvey survey = DataSurvey.of(data);
    if (resumption != null) {
      resumption.check(config, survey.fingerprint());
    }
    List<String> doubts = DataChecks.check(config, data, survey);
    EngineLease lease =
        engine == null ? EngineLease.owned(Engines.create()) : EngineLease.borrowed(engine);
    try {
      EngineNeeds.check(lease.engine(), config);
      Combinations.doubts(config).forEach(doubt -> Warnings.warn(GanBuilder.class, doubt));
      doubts.forEach(doubt -> Warnings.warn(GanBuilder.class, doubt));
      return trainer(config, data, survey, loss, lease);
    } catch (Throwable e) { // A dataset in another language may throw a checked one.
      lease.close();
      throw e;
    }
  }

  private Trainer trainer(
      GanConfig config,
      Dataset data,
      DataSurvey survey,
      AdversarialLoss chosenLoss,
      EngineLease lease) {
    HeapNeeds needs = HeapNeeds.of(config, data.shape());
    needs.checkModel(Heap.now(needs.model()));
    RunTrainer trainer;
    try {
      trainer =
          new RunTrainer(
              config,
              data,
              survey.fingerprint(),
              chosenLoss,
              maxSteps,
              List.copyOf(listeners),
              checkpoints,
              rollBacks,
              resumption,
              lease);
    } catch (OutOfMemoryError e) {
      throw needs.refusal(Heap.now(needs.model()), e);
    }
    if (checkpoints != null) {
      needs
          .doubt(Heap.now(needs.checkpoint()))
          .ifPresent(doubt -> Warnings.warn(GanBuilder.class, doubt));
    }
    return trainer;
  }

  /**
   * Trains to the end of the run and returns what came of it.
   *
   * @throws IllegalArgumentException if two settings, or a setting and the data, contradict each
   *     other
   * @throws io.github.gan4j.error.EngineException if there is no engine that runs here, or no room
   *     for the networks in its memory or on the heap
   * @throws io.github.gan4j.error.TrainingDivergedException if a loss, a gradient or a weight
   *     becomes infinite or NaN
   */
  public TrainedGan train(Dataset data) {
    try (Trainer trainer = trainer(data)) {
      return trainer.train();
    }
  }

  /** A batch visits the heap as one array on its way to the engine. */
  private static void checkSize(GanConfig config, Dataset data) {
    long rows = Math.max(2L * config.batchSize(), config.generatorBatchSize());
    long width = Math.max(config.latentDim(), data.shape().size());
    if (rows > Integer.MAX_VALUE / width) {
      throw new IllegalArgumentException(
          "a batch must have at most 2147483647 values, would have %s rows of %s"
              .formatted(rows, width));
    }
  }

  private static int atLeastOne(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " must be at least 1, was " + value);
    }
    return value;
  }
}
