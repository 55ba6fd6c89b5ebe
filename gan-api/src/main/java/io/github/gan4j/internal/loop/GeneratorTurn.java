package io.github.gan4j.internal.loop;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.loss.AdversarialLoss;

/**
 * Trains the generator on images that it made, through the discriminator, whose weight gradients
 * are never computed.
 */
final class GeneratorTurn {
  private final TrainableNetwork generator;
  private final TrainingPass throughDiscriminator;
  private final AdversarialLoss loss;
  private final Tensor images;
  private final Tensor imageGradient;
  private final Tensor logits;
  private final Tensor logitGradient;
  private final float[] fake;
  private final float[] fakeGradient;

  GeneratorTurn(
      GanEngine engine,
      TrainableNetwork generator,
      TrainableNetwork discriminator,
      AdversarialLoss loss,
      Tensor images) {
    this.generator = generator;
    this.loss = loss;
    this.images = images;
    int rows = images.rows();
    throughDiscriminator = discriminator.trainingPass(rows);
    imageGradient = engine.allocate(rows, images.columns());
    logits = engine.allocate(rows, 1);
    logitGradient = engine.allocate(rows, 1);
    fake = new float[rows];
    fakeGradient = new float[rows];
  }

  /** Computes the loss of the images; {@link #learn} is to follow. */
  double judge(long dropoutSeed) {
    throughDiscriminator.forward(images, logits, dropoutSeed);
    logits.copyTo(fake, 0);
    return loss.generator(fake, fakeGradient);
  }

  /**
   * Applies the gradient of the loss, and returns whether everything is finite then.
   *
   * @param made the pass that made the images
   */
  boolean learn(TrainingPass made, long step, double rateFactor) {
    logitGradient.copyFrom(fakeGradient, 0);
    throughDiscriminator.backward(logitGradient, imageGradient, WeightGradients.SKIP);
    made.backward(imageGradient, null, WeightGradients.KEEP);
    return generator.update(step, rateFactor);
  }
}
