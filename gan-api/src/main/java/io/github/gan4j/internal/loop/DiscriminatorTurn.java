package io.github.gan4j.internal.loop;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.internal.network.DiscriminatorHead;
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
  private record Slice(TrainingPass pass, Tensor rows, Tensor outputs, Tensor gradient) {}

  private final TrainableNetwork discriminator;
  private final AdversarialLoss loss;
  private final DiscriminatorHead head;
  private final double classWeight;
  private final GradientClip clip;
  private final long seed;
  private final List<Slice> slices = new ArrayList<>();
  private final List<PenaltyTerm> penalties = new ArrayList<>();
  private final @Nullable WeightClip weightClip;
  private final LabelFlips flips;
  private final Tensor outputs;
  private final Tensor gradient;
  private final int batch;
  private final float[] values;
  private final float[] byValues;
  private final float[] logits;
  private final float[] real;
  private final float[] fake;
  private final float[] realGradient;
  private final float[] fakeGradient;

  /** What the turn found. */
  record Result(
      DiscriminatorLoss loss,
      double classLoss,
      double penalty,
      double realProbability,
      double fakeProbability) {}

  /**
   * Makes one.
   *
   * @param input real and as many generated images
   */
  DiscriminatorTurn(
      GanEngine engine,
      GanConfig config,
      TrainableNetwork discriminator,
      AdversarialLoss loss,
      DiscriminatorInput input) {
    this.discriminator = discriminator;
    this.loss = loss;
    head = new DiscriminatorHead(config.objective().conditioning());
    classWeight =
        config.objective().conditioning() == null
            ? 0
            : config.objective().conditioning().classWeight();
    clip = GradientClip.of(config.discriminator().optimizer());
    seed = config.seed();
    Tensor rows = input.rows();
    batch = rows.rows() / 2;
    outputs = engine.allocate(rows.rows(), head.outputs());
    gradient = engine.allocate(rows.rows(), head.outputs());
    values = new float[2 * batch * head.outputs()];
    byValues = new float[values.length];
    logits = new float[2 * batch];
    real = new float[batch];
    fake = new float[batch];
    realGradient = new float[batch];
    fakeGradient = new float[batch];
    int sliceRows = discriminator.spec().rowsIndependent() ? 2 * batch : batch;
    for (int from = 0; from < 2 * batch; from += sliceRows) {
      slices.add(
          new Slice(
              discriminator.trainingPass(sliceRows),
              rows.rowRange(from, from + sliceRows),
              outputs.rowRange(from, from + sliceRows),
              gradient.rowRange(from, from + sliceRows)));
    }
    for (GradientPenalty penalty : config.objective().regularization().penalties()) {
      penalties.add(new PenaltyTerm(engine, config, discriminator, penalty, input));
    }
    Double limit = config.objective().regularization().weightClip();
    weightClip = limit == null ? null : new WeightClip(limit, discriminator);
    flips = new LabelFlips(config.objective().regularization().labels().flipped(), seed, batch);
  }

  /**
   * Computes the loss; {@link #learn} is to follow.
   *
   * @param update which of the discriminator's updates it is, from 1 on
   * @param classes the classes of the real images, which those of the generated ones are, too
   */
  Result computeGradients(long update, int[] classes) {
    CounterRandom dropout = new CounterRandom(seed, RandomStream.DISCRIMINATOR_DROPOUT, update);
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      slice.pass.forward(slice.rows, slice.outputs, dropout.bits(i));
    }
    outputs.copyTo(values, 0);
    head.logits(values, classes, logits);
    System.arraycopy(logits, 0, real, 0, batch);
    System.arraycopy(logits, batch, fake, 0, batch);
    double realProbability = Logits.meanProbability(real);
    double fakeProbability = Logits.meanProbability(fake);
    flips.draw(update);
    flips.exchange(real, fake);
    DiscriminatorLoss found = loss.discriminator(real, fake, realGradient, fakeGradient);
    flips.exchange(realGradient, fakeGradient);
    System.arraycopy(realGradient, 0, logits, 0, batch);
    System.arraycopy(fakeGradient, 0, logits, batch, batch);
    head.backward(logits, classes, byValues);
    double classLoss =
        head.addClassLoss(values, classes, 0, batch, classWeight, byValues)
            + head.addClassLoss(values, classes, batch, 2 * batch, classWeight, byValues);
    double penalty = 0;
    for (PenaltyTerm term : penalties) {
      penalty += term.apply(update, classes);
    }
    return new Result(found, classLoss, penalty, realProbability, fakeProbability);
  }

  /**
   * Applies the gradient of the loss that {@link #computeGradients} computed, and returns whether
   * everything is finite then.
   */
  boolean learn(long update, double rateFactor) {
    gradient.copyFrom(byValues, 0);
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
