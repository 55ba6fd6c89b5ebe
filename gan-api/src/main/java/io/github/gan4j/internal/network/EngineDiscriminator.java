package io.github.gan4j.internal.network;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.image.Images;
import io.github.gan4j.loss.Logits;
import io.github.gan4j.model.Discriminator;

/** A discriminator over an engine's network, which its owner fills and closes. */
public final class EngineDiscriminator implements Discriminator {
  private final PixelScale scale;
  private final ImageShape shape;
  private final int parameterCount;
  private final BatchRunner runner;
  private final Runnable refresh;

  /**
   * Makes one.
   *
   * @param refresh called before each use; brings the network up to date
   */
  public EngineDiscriminator(
      GanEngine engine, Network network, GanConfig config, ImageShape shape, Runnable refresh) {
    scale = new PixelScale(config.normalization());
    this.shape = shape;
    this.refresh = refresh;
    parameterCount = network.spec().parameterCount();
    runner = new BatchRunner(engine, network);
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
  public float[] logits(Images images) {
    if (!images.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "images must be %s, were %s".formatted(shape, images.shape()));
    }
    refresh.run();
    return runner.run(
        images.count(),
        (first, rows, target) -> {
          for (int i = 0; i < rows; i++) {
            System.arraycopy(images.values(first + i), 0, target, i * shape.size(), shape.size());
          }
          scale.toNetworks(target, 0, rows * shape.size());
        });
  }

  @Override
  public double[] probabilities(Images images) {
    float[] logits = logits(images);
    double[] probabilities = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = Logits.probability(logits[i]);
    }
    return probabilities;
  }
}
