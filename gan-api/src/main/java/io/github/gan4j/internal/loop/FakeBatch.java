package io.github.gan4j.internal.loop;

import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.internal.network.Latents;
import io.github.gan4j.random.CounterRandom;

/** A batch of latent vectors and the way from them to images. */
final class FakeBatch {
  private final LatentDistribution distribution;
  private final TrainingPass pass;
  private final Tensor latents;
  private final Tensor images;
  private final float[] values;

  /**
   * Makes one.
   *
   * @param images where the generator writes what it makes
   */
  FakeBatch(
      GanEngine engine,
      TrainableNetwork generator,
      LatentDistribution distribution,
      Tensor images) {
    this.distribution = distribution;
    this.images = images;
    pass = generator.trainingPass(images.rows());
    latents = engine.allocate(images.rows(), generator.spec().inputs());
    values = new float[images.rows() * generator.spec().inputs()];
  }

  void make(CounterRandom random, long dropoutSeed) {
    Latents.draw(distribution, random, values, 0, values.length);
    latents.copyFrom(values, 0);
    pass.forward(latents, images, dropoutSeed);
  }

  TrainingPass pass() {
    return pass;
  }

  Tensor images() {
    return images;
  }
}
