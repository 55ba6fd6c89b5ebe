package io.github.gan4j.internal.network;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.LatentSearch;
import java.util.Arrays;

/** Finds the latent vectors of images. */
public final class LatentFinder {
  private static final int MAX_BATCH = 512;

  private final GanEngine engine;
  private final GanConfig config;
  private final ImageShape shape;
  private final FoldedGenerator generator;

  /**
   * Makes one for a generator of these values.
   *
   * @throws EngineException if the engine gives no gradients
   * @throws IllegalArgumentException if the generator is given classes, too
   */
  public LatentFinder(
      GanEngine engine, GanConfig config, ImageShape shape, float[] parameters, float[] buffers) {
    if (!engine.capabilities().contains(Capability.TRAINING)) {
      throw new EngineException(
          "to find latent vectors the engine %s must be capable of TRAINING, is capable of %s"
              .formatted(engine.id(), engine.capabilities()),
          null);
    }
    if (config.conditioning() != null) {
      throw new IllegalArgumentException(
          "latent vectors are found for generators without classes, this one has "
              + config.conditioning().classes());
    }
    this.engine = engine;
    this.config = config;
    this.shape = shape;
    generator = FoldedGenerator.of(NetworkSpecs.generator(config, shape), parameters, buffers);
  }

  /**
   * Returns a latent vector an image.
   *
   * @throws IllegalArgumentException if there are no images, or if they have another shape or a
   *     value that is not finite
   */
  public float[][] find(Images images, LatentSearch search) {
    float[] wanted = check(images);
    new PixelScale(config.normalization()).toNetworks(wanted, 0, wanted.length);
    float[][] found = new float[images.count()][];
    int most = Math.max(1, MAX_BATCH / search.restarts());
    // Adam's settings and the average are never used: the weights stay as they are.
    try (TrainableNetwork network = engine.trainable(generator.spec(), GanDefaults.OPTIMIZER, 0)) {
      network.parameters().copyFrom(generator.parameters());
      for (int first = 0; first < found.length; first += most) {
        int end = Math.min(found.length, first + most);
        float[] batch = Arrays.copyOfRange(wanted, first * shape.size(), end * shape.size());
        try (LatentDescent descent =
            new LatentDescent(engine, network, config.latent(), search, batch)) {
          System.arraycopy(descent.run(), 0, found, first, end - first);
        }
      }
    }
    return found;
  }

  private float[] check(Images images) {
    if (!images.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "images must be %s, were %s".formatted(shape, images.shape()));
    }
    if (images.count() < 1) {
      throw new IllegalArgumentException("images must hold at least one image, held none");
    }
    float[] values = images.toArray();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "image %d must be finite, held %s".formatted(i / shape.size(), values[i]));
      }
    }
    return values;
  }
}
