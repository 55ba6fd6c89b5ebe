package io.github.gan4j.internal.loop;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.AdversarialLoss.DiscriminatorLoss;
import io.github.gan4j.loss.Logits;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains the discriminator on a batch of real images followed by as many generated ones.
 *
 * <p>Where rows are independent one joint pass is exact and fastest. With batch normalisation real
 * and generated images are two passes, each with statistics of its own (Chintala et al., "How to
 * train a GAN?", 2016, no. 4).
 */
final class DiscriminatorTurn {
  private record Slice(TrainingPass pass, Tensor images, Tensor logits, Tensor gradient) {}

  private final TrainableNetwork discriminator;
  private final AdversarialLoss loss;
  private final GradientClip clip;
  private final long seed;
  private final List<Slice> slices = new ArrayList<>();
  private final List<PenaltyTerm> penalties = new ArrayList<>();
  private final @Nullable WeightClip weightClip;
  private final LabelFlips flips;
  private final Tensor logits;
  private final Tensor gradient;
  private final int batchSize;
  private final float[] joint;
  private final float[] real;
  private final float[] fake;
  private final float[] realGradient;
  private final float[] fakeGradient;

  /** What the turn found. */
  record Result(
      DiscriminatorLoss loss, double penalty, double realProbability, double fakeProbability) {}

  /**
   * Makes one.
   *
   * @param images what the discriminator is shown
   */
  DiscriminatorTurn(
      GanEngine engine,
      GanConfig config,
      TrainableNetwork discriminator,
      AdversarialLoss loss,
      Tensor images) {
    this.discriminator = discriminator;
    this.loss = loss;
    clip = GradientClip.of(config.discriminatorOptimizer());
    seed = config.seed();
    batchSize = images.rows() / 2;
    logits = engine.allocate(images.rows(), 1);
    gradient = engine.allocate(images.rows(), 1);
    joint = new float[2 * batchSize];
    real = new float[batchSize];
    fake = new float[batchSize];
    realGradient = new float[batchSize];
    fakeGradient = new float[batchSize];
    int sliceRows = discriminator.spec().rowsIndependent() ? 2 * batchSize : batchSize;
    for (int from = 0; from < images.rows(); from += sliceRows) {
      slices.add(
          new Slice(
              discriminator.trainingPass(sliceRows),
              images.rowRange(from, from + sliceRows),
              logits.rowRange(from, from + sliceRows),
              gradient.rowRange(from, from + sliceRows)));
    }
    for (GradientPenalty penalty : config.regularization().penalties()) {
      penalties.add(
          new PenaltyTerm(
              engine,
              discriminator,
              penalty,
              seed,
              images.rowRange(0, batchSize),
              images.rowRange(batchSize, 2 * batchSize)));
    }
    Double limit = config.regularization().weightClip();
    weightClip = limit == null ? null : new WeightClip(limit, discriminator);
    flips = new LabelFlips(config.regularization().labels().flipped(), seed, batchSize);
  }

  /**
   * Computes the loss; {@link #learn} is to follow.
   *
   * @param update which of the discriminator's updates it is, from 1 on
   */
  Result judge(long update) {
    CounterRandom dropout = new CounterRandom(seed, RandomStream.DISCRIMINATOR_DROPOUT, update);
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      slice.pass.forward(slice.images, slice.logits, dropout.bits(i));
    }
    logits.copyTo(joint, 0);
    System.arraycopy(joint, 0, real, 0, batchSize);
    System.arraycopy(joint, batchSize, fake, 0, batchSize);
    double realProbability = Logits.meanProbability(real);
    double fakeProbability = Logits.meanProbability(fake);
    flips.draw(update);
    flips.exchange(real, fake);
    DiscriminatorLoss found = loss.discriminator(real, fake, realGradient, fakeGradient);
    flips.exchange(realGradient, fakeGradient);
    double penalty = 0;
    for (PenaltyTerm term : penalties) {
      penalty += term.apply(update);
    }
    return new Result(found, penalty, realProbability, fakeProbability);
  }

  /**
   * Applies the gradient of the loss that {@link #judge} computed, and returns whether everything
   * is finite then.
   */
  boolean learn(long update, double rateFactor) {
    System.arraycopy(realGradient, 0, joint, 0, batchSize);
    System.arraycopy(fakeGradient, 0, joint, batchSize, batchSize);
    gradient.copyFrom(joint, 0);
    for (Slice slice : slices) {
      slice.pass.backward(slice.gradient, null, WeightGradients.KEEP);
    }
    boolean finite = discriminator.update(update, rateFactor, clip.factor(discriminator));
    if (finite && weightClip != null) {
      weightClip.apply(discriminator);
    }
    return finite;
  }
}
