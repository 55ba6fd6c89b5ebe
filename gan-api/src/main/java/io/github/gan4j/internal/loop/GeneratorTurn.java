package io.github.gan4j.internal.loop;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.internal.network.DiscriminatorHead;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.random.CounterRandom;
import org.jspecify.annotations.Nullable;

/**
 * Trains the generator on images that it made, through the discriminator, whose weight gradients
 * are never computed.
 */
final class GeneratorTurn {
  private final TrainableNetwork generator;
  private final TrainingPass throughDiscriminator;
  private final @Nullable TrainingPass ofReal;
  private final AdversarialLoss loss;
  private final DiscriminatorHead head;
  private final double classWeight;
  private final DiscriminatorInput input;
  private final Tensor realRows;
  private final Tensor rowGradient;
  private final GradientClip clip;
  private final Tensor imageGradient;
  private final Tensor outputs;
  private final Tensor outputGradient;
  private final float[] values;
  private final float[] byValues;
  private final float[] real;
  private final float[] fake;
  private final float[] fakeGradient;

  /** What the turn found. */
  record Result(double loss, double classLoss) {}

  /**
   * Makes one.
   *
   * @param input generated images
   * @param realRows what the discriminator is given of real ones
   */
  GeneratorTurn(
      GanEngine engine,
      GanConfig config,
      TrainableNetwork generator,
      TrainableNetwork discriminator,
      AdversarialLoss loss,
      DiscriminatorInput input,
      Tensor realRows) {
    this.generator = generator;
    this.loss = loss;
    clip = GradientClip.of(config.generator().optimizer());
    this.input = input;
    this.realRows = realRows;
    head = new DiscriminatorHead(config.objective().conditioning());
    classWeight =
        config.objective().conditioning() == null
            ? 0
            : config.objective().conditioning().classWeight();
    int rows = input.rows().rows();
    throughDiscriminator = discriminator.trainingPass(rows);
    ofReal = loss.pairs() ? discriminator.trainingPass(rows) : null;
    rowGradient = engine.allocate(rows, input.rows().columns());
    imageGradient = input.allocateImageGradient(engine, rowGradient);
    outputs = engine.allocate(rows, head.outputs());
    outputGradient = engine.allocate(rows, head.outputs());
    values = new float[rows * head.outputs()];
    byValues = new float[values.length];
    real = new float[loss.pairs() ? rows : 0];
    fake = new float[rows];
    fakeGradient = new float[rows];
  }

  /**
   * Computes the loss of the images; {@link #learn} is to follow.
   *
   * @param classes their classes, over and over
   */
  Result computeGradients(CounterRandom dropout, int[] classes) {
    if (ofReal != null) {
      ofReal.forward(realRows, outputs, dropout.bits(3));
      outputs.copyTo(values, 0);
      head.logits(values, classes, real);
    }
    throughDiscriminator.forward(input.rows(), outputs, dropout.bits(2));
    outputs.copyTo(values, 0);
    head.logits(values, classes, fake);
    double found = loss.generator(real, fake, fakeGradient);
    head.backward(fakeGradient, classes, byValues);
    double classLoss = head.addClassLoss(values, classes, 0, fake.length, classWeight, byValues);
    return new Result(found, classLoss);
  }

  /**
   * Applies the gradient of the loss, and returns whether everything is finite then.
   *
   * @param made the pass that made the images
   */
  boolean learn(TrainingPass made, long update, double rateFactor) {
    outputGradient.copyFrom(byValues, 0);
    throughDiscriminator.backward(outputGradient, rowGradient, WeightGradients.SKIP);
    input.backward(rowGradient, imageGradient);
    made.backward(imageGradient, null, WeightGradients.KEEP);
    return generator.update(update, rateFactor, clip.factor(generator));
  }
}
