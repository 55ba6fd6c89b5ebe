package io.github.gan4j.internal.loop;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.internal.file.CheckpointState;
import io.github.gan4j.internal.file.CheckpointState.PlayerState;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.internal.network.InitialValues;
import io.github.gan4j.internal.network.NetworkSpecs;
import io.github.gan4j.internal.network.PixelScale;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;

/**
 * The algorithm: one step trains the discriminator, once unless a configuration says otherwise, and
 * then the generator (Goodfellow et al., 2014, arXiv:1406.2661, algorithm 1).
 *
 * <p>The generator writes its images into the second half of the discriminator's input, so that one
 * pass serves both players. They are of the classes of the real ones. What a step computes depends
 * on the networks and the step's number alone.
 */
public final class TrainingLoop implements AutoCloseable {
  private final GanConfig config;
  private final TrainableNetwork generator;
  private final TrainableNetwork discriminator;
  private final RealBatches realBatches;
  private final Tensor realImages;
  private final float[] realValues;
  private final FakeBatch discriminatorFakes;
  private final FakeBatch generatorFakes;
  private final int[] classes;
  private final DiscriminatorInput input;
  private final DiscriminatorInput generatorInput;
  private final DiscriminatorTurn discriminatorTurn;
  private final GeneratorTurn generatorTurn;

  /** Allocates everything that steps need; the networks hold their first values. */
  public TrainingLoop(GanConfig config, Dataset dataset, AdversarialLoss loss, GanEngine engine) {
    this.config = config;
    int batch = config.schedule().batchSize();
    int pixels = dataset.shape().size();
    generator =
        engine.trainable(
            NetworkSpecs.generator(config, dataset.shape()),
            config.generator().optimizer(),
            config.generator().emaDecay());
    // Nobody generates with the discriminator: it needs no average.
    discriminator =
        engine.trainable(
            NetworkSpecs.discriminator(config, dataset.shape()),
            config.discriminator().optimizer(),
            0);
    initialize();
    Tensor images = engine.allocate(2 * batch, pixels);
    realImages = images.rowRange(0, batch);
    realValues = new float[batch * pixels];
    realBatches =
        new RealBatches(dataset, new PixelScale(config.normalization()), batch, config.seed());
    classes = new int[batch];
    discriminatorFakes =
        new FakeBatch(engine, generator, config, images.rowRange(batch, 2 * batch));
    generatorFakes =
        config.schedule().generatorBatchSize() == batch
            ? discriminatorFakes
            : new FakeBatch(
                engine,
                generator,
                config,
                engine.allocate(config.schedule().generatorBatchSize(), pixels));
    AdversarialLoss smoothed = smoothed(loss, config.objective().regularization().labels());
    input = new DiscriminatorInput(engine, config, RandomStream.INSTANCE_NOISE, images, 2);
    discriminatorTurn = new DiscriminatorTurn(engine, config, discriminator, smoothed, input);
    generatorInput =
        new DiscriminatorInput(
            engine, config, RandomStream.GENERATOR_INSTANCE_NOISE, generatorFakes.images(), 1);
    generatorTurn =
        new GeneratorTurn(
            engine,
            config,
            generator,
            discriminator,
            smoothed,
            generatorInput,
            input.rows().rowRange(0, input.rows().rows() / 2));
  }

  private static AdversarialLoss smoothed(AdversarialLoss loss, Labels labels) {
    return labels.smoothed() ? loss.withLabels(labels.real(), labels.fake()) : loss;
  }

  private void initialize() {
    initialize(
        generator,
        config.generator().network(),
        RandomStream.GENERATOR_WEIGHTS,
        RandomStream.GENERATOR_SINGULAR_VECTORS);
    initialize(
        discriminator,
        config.discriminator().network(),
        RandomStream.DISCRIMINATOR_WEIGHTS,
        RandomStream.SINGULAR_VECTORS);
  }

  private void initialize(
      TrainableNetwork network,
      NetworkConfig player,
      RandomStream weights,
      RandomStream singularVectors) {
    NetworkSpec spec = network.spec();
    float[] parameters =
        InitialValues.parameters(spec, player.weightInit(), config.seed(), weights);
    network.parameters().copyFrom(parameters);
    network
        .buffers()
        .copyFrom(InitialValues.buffers(spec, parameters, config.seed(), singularVectors));
  }

  /**
   * Does one step.
   *
   * @param step from 1 on
   * @param rateFactor what both learning rates are multiplied by, beside their schedule
   * @throws TrainingDivergedException if a loss, a gradient, a weight or a running statistic is not
   *     finite; the player whose loss it is has not been updated
   */
  public StepLosses step(long step, double rateFactor) {
    double rate = rateFactor * config.schedule().rateSchedule().factor(step);
    long update = (step - 1) * config.discriminator().updatesPerStep();
    DiscriminatorTurn.Result result = updateDiscriminator(step, ++update, rate);
    double penalty = result.penalty();
    while (update < step * config.discriminator().updatesPerStep()) {
      result = updateDiscriminator(step, ++update, rate);
      penalty = result.penalty() != 0 ? result.penalty() : penalty;
    }
    double discriminatorLoss = result.loss().total();
    update = (step - 1) * config.generator().updatesPerStep();
    GeneratorTurn.Result made = updateGenerator(step, ++update, false, rate, discriminatorLoss);
    while (update < step * config.generator().updatesPerStep()) {
      made = updateGenerator(step, ++update, true, rate, discriminatorLoss);
    }
    return new StepLosses(
        result.loss().real(),
        result.loss().fake(),
        penalty,
        made.loss(),
        result.realProbability(),
        result.fakeProbability(),
        result.classLoss(),
        made.classLoss(),
        rate * config.discriminator().optimizer().learningRate(),
        rate * config.generator().optimizer().learningRate());
  }

  private DiscriminatorTurn.Result updateDiscriminator(long step, long update, double rate) {
    realBatches.read(update - 1, realValues);
    realImages.copyFrom(realValues, 0);
    if (config.objective().conditioning() != null) {
      realBatches.readLabels(update - 1, classes);
    }
    discriminatorFakes.make(
        random(RandomStream.LATENT, update),
        random(RandomStream.GENERATOR_DROPOUT, update).bits(0),
        classes);
    input.take(step, update, classes);

    DiscriminatorTurn.Result result = discriminatorTurn.computeGradients(update, classes);
    double loss = result.loss().total();
    if (!Double.isFinite(loss)) {
      throw new TrainingDivergedException(step, loss, Double.NaN, "the discriminator's loss");
    }
    if (!Double.isFinite(result.classLoss())) {
      throw new TrainingDivergedException(step, loss, Double.NaN, "the discriminator's class loss");
    }
    if (!Double.isFinite(result.penalty())) {
      throw new TrainingDivergedException(
          step, loss, Double.NaN, "the discriminator's gradient penalty");
    }
    if (!discriminatorTurn.learn(update, rate)) {
      throw new TrainingDivergedException(
          step, loss, Double.NaN, NonFinitePlace.in(discriminator).of("the discriminator"));
    }
    return result;
  }

  private GeneratorTurn.Result updateGenerator(
      long step, long update, boolean again, double rate, double discriminatorLoss) {
    CounterRandom dropout = random(RandomStream.GENERATOR_DROPOUT, update);
    if (generatorFakes != discriminatorFakes || again) {
      generatorFakes.make(random(RandomStream.GENERATOR_LATENT, update), dropout.bits(1), classes);
    }
    generatorInput.take(step, update, classes);
    GeneratorTurn.Result result = generatorTurn.computeGradients(dropout, classes);
    double loss = result.loss();
    if (!Double.isFinite(loss)) {
      throw new TrainingDivergedException(step, discriminatorLoss, loss, "the generator's loss");
    }
    if (!Double.isFinite(result.classLoss())) {
      throw new TrainingDivergedException(
          step, discriminatorLoss, loss, "the generator's class loss");
    }
    if (!generatorTurn.learn(generatorFakes.pass(), update, rate)) {
      throw new TrainingDivergedException(
          step, discriminatorLoss, loss, NonFinitePlace.in(generator).of("the generator"));
    }
    return result;
  }

  /** Makes the networks what they were at a checkpoint. */
  public void restore(CheckpointState state) {
    restore(generator, state.generator());
    restore(discriminator, state.discriminator());
  }

  private static void restore(TrainableNetwork network, PlayerState state) {
    network.parameters().copyFrom(state.values().parameters());
    network.buffers().copyFrom(state.values().buffers());
    NetworkState average = state.average();
    if (average != null) {
      network.averagedParameters().copyFrom(average.parameters());
      network.averagedBuffers().copyFrom(average.buffers());
    }
    network.optimizerState().copyFrom(state.moments());
  }

  /** Returns what the generator is between two steps. */
  public PlayerState generatorState() {
    return state(generator, config.generator().emaDecay() > 0);
  }

  /** Returns what the discriminator is between two steps. */
  public PlayerState discriminatorState() {
    return state(discriminator, false);
  }

  private static PlayerState state(TrainableNetwork network, boolean averaged) {
    return new PlayerState(
        new NetworkState(network.parameters().toArray(), network.buffers().toArray()),
        averaged
            ? new NetworkState(
                network.averagedParameters().toArray(), network.averagedBuffers().toArray())
            : null,
        network.optimizerState().toArray());
  }

  /** Returns the generator's network, which this loop owns. */
  public TrainableNetwork generator() {
    return generator;
  }

  /** Returns the discriminator's network, which this loop owns. */
  public TrainableNetwork discriminator() {
    return discriminator;
  }

  @Override
  public void close() {
    generator.close();
    discriminator.close();
  }

  private CounterRandom random(RandomStream stream, long step) {
    return new CounterRandom(config.seed(), stream, step);
  }
}
