package io.github.gan4j.internal.network;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** A generator over an engine's network, which its owner fills and closes. */
public final class EngineGenerator implements Generator {
  private final GanConfig config;
  private final PixelScale scale;
  private final ImageShape shape;
  private final int parameterCount;
  private final BatchRunner runner;
  private final Runnable refresh;
  private final @Nullable Double threshold;

  /**
   * Makes one.
   *
   * @param refresh called before each use; brings the network up to date
   */
  public EngineGenerator(
      GanEngine engine, Network network, GanConfig config, ImageShape shape, Runnable refresh) {
    this.config = config;
    scale = new PixelScale(config.normalization());
    this.shape = shape;
    this.refresh = refresh;
    parameterCount = network.spec().parameterCount();
    runner = new BatchRunner(engine, network);
    threshold = null;
  }

  private EngineGenerator(EngineGenerator whole, double threshold) {
    config = whole.config;
    scale = whole.scale;
    shape = whole.shape;
    parameterCount = whole.parameterCount;
    runner = whole.runner;
    refresh = whole.refresh;
    this.threshold = threshold;
  }

  @Override
  public int latentDim() {
    return config.latentDim();
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public int parameterCount() {
    return parameterCount;
  }

  @Override
  public Images generate(int count, long seed) {
    checkCount(count);
    refresh.run();
    return images(
        runner.run(
            count,
            (first, rows, target) -> {
              for (int i = 0; i < rows; i++) {
                draw(seed, first + i, target, i * latentDim());
              }
            }));
  }

  @Override
  public float[][] latents(int count, long seed) {
    checkCount(count);
    float[][] latents = new float[count][latentDim()];
    for (int i = 0; i < count; i++) {
      draw(seed, i, latents[i], 0);
    }
    return latents;
  }

  @Override
  public Generator truncated(double newThreshold) {
    if (!(newThreshold > 0 && newThreshold < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "truncation threshold must be positive and finite, was " + newThreshold);
    }
    if (config.latent() != LatentDistribution.NORMAL) {
      throw new IllegalArgumentException(
          "truncation needs latent vectors that are NORMAL, these are %s: their components have no"
                  .formatted(config.latent())
              + " tails to cut off");
    }
    return new EngineGenerator(this, newThreshold);
  }

  @Override
  public Images decode(float[][] latents) {
    if (latents.length < 1) {
      throw new IllegalArgumentException("latents must hold at least one vector, held none");
    }
    for (int i = 0; i < latents.length; i++) {
      check(latents[i], i);
    }
    refresh.run();
    return images(
        runner.run(
            latents.length,
            (first, rows, target) -> {
              for (int i = 0; i < rows; i++) {
                System.arraycopy(latents[first + i], 0, target, i * latentDim(), latentDim());
              }
            }));
  }

  private Images images(float[] made) {
    scale.toImages(made, 0, made.length);
    return Images.wrap(shape, made);
  }

  private static void checkCount(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
  }

  /** Draws with one step an image: the i-th latent vector of a seed does not depend on a count. */
  private void draw(long seed, int index, float[] target, int offset) {
    CounterRandom random = new CounterRandom(seed, RandomStream.SAMPLES, index);
    if (threshold != null) {
      random.fillTruncatedNormal(target, offset, latentDim(), threshold);
    } else {
      Latents.draw(config.latent(), random, target, offset, 1, latentDim());
    }
  }

  private void check(float[] latent, int index) {
    if (latent.length != latentDim()) {
      throw new IllegalArgumentException(
          "latents[%d] must have %d values, had %d".formatted(index, latentDim(), latent.length));
    }
    for (float value : latent) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            "latents[%d] must be finite, held %s".formatted(index, value));
      }
    }
  }
}
