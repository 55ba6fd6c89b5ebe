package io.github.gan4j.internal.loop;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.internal.network.Latents;
import io.github.gan4j.random.CounterRandom;
import java.util.Arrays;

/** A batch of latent vectors, with classes if there are any, and the way from them to images. */
final class FakeBatch {
  private final LatentDistribution distribution;
  private final TrainingPass pass;
  private final Tensor inputs;
  private final Tensor latents;
  private final Tensor images;
  private final float[] values;
  private final float[] oneHot;

  /**
   * Makes one.
   *
   * @param images where the generator writes what it makes
   */
  FakeBatch(GanEngine engine, TrainableNetwork generator, GanConfig config, Tensor images) {
    this.images = images;
    distribution = config.latent().distribution();
    int rows = images.rows();
    int width = generator.spec().inputs();
    pass = generator.trainingPass(rows);
    inputs = engine.allocate(rows, width);
    latents = inputs.columnRange(0, config.latent().dim());
    values = new float[rows * config.latent().dim()];
    oneHot = new float[rows * (width - config.latent().dim())];
  }

  /**
   * Makes images.
   *
   * @param classes their classes, over and over; unread without conditioning
   */
  void make(CounterRandom random, long dropoutSeed, int[] classes) {
    Latents.draw(distribution, random, values, 0, images.rows(), latents.columns());
    latents.copyFrom(values, 0);
    if (oneHot.length > 0) {
      int count = oneHot.length / images.rows();
      Arrays.fill(oneHot, 0);
      for (int row = 0; row < images.rows(); row++) {
        oneHot[row * count + classes[row % classes.length]] = 1;
      }
      inputs.columnRange(latents.columns(), inputs.columns()).copyFrom(oneHot, 0);
    }
    pass.forward(inputs, images, dropoutSeed);
  }

  TrainingPass pass() {
    return pass;
  }

  Tensor images() {
    return images;
  }
}
