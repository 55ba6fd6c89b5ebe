package io.github.gan4j.internal.loop;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
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
  private final GradientClip clip;
  private final Tensor images;
  private final Tensor realImages;
  private final Tensor imageGradient;
  private final Tensor logits;
  private final Tensor logitGradient;
  private final float[] real;
  private final float[] fake;
  private final float[] fakeGradient;

  /**
   * Makes one.
   *
   * @param images what the discriminator is shown of generated images
   * @param realImages what it is shown of real ones
   */
  GeneratorTurn(
      GanEngine engine,
      TrainableNetwork generator,
      TrainableNetwork discriminator,
      AdversarialLoss loss,
      GradientClip clip,
      Tensor images,
      Tensor realImages) {
    this.generator = generator;
    this.loss = loss;
    this.clip = clip;
    this.images = images;
    this.realImages = realImages;
    int rows = images.rows();
    throughDiscriminator = discriminator.trainingPass(rows);
    ofReal = loss.pairs() ? discriminator.trainingPass(rows) : null;
    imageGradient = engine.allocate(rows, images.columns());
    logits = engine.allocate(rows, 1);
    logitGradient = engine.allocate(rows, 1);
    real = new float[loss.pairs() ? rows : 0];
    fake = new float[rows];
    fakeGradient = new float[rows];
  }

  /** Computes the loss of the images; {@link #learn} is to follow. */
  double judge(CounterRandom dropout) {
    if (ofReal != null) {
      ofReal.forward(realImages, logits, dropout.bits(3));
      logits.copyTo(real, 0);
    }
    throughDiscriminator.forward(images, logits, dropout.bits(2));
    logits.copyTo(fake, 0);
    return loss.generator(real, fake, fakeGradient);
  }

  /**
   * Applies the gradient of the loss, and returns whether everything is finite then.
   *
   * @param made the pass that made the images
   */
  boolean learn(TrainingPass made, long update, double rateFactor) {
    logitGradient.copyFrom(fakeGradient, 0);
    throughDiscriminator.backward(logitGradient, imageGradient, WeightGradients.SKIP);
    made.backward(imageGradient, null, WeightGradients.KEEP);
    return generator.update(update, rateFactor, clip.factor(generator));
  }
}
