package io.github.gan4j.internal.network;

import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.random.CounterRandom;

/** Draws latent vectors. */
public final class Latents {
  private Latents() {}

  /** Fills a range with independent components. */
  public static void draw(
      LatentDistribution distribution,
      CounterRandom random,
      float[] target,
      int offset,
      int length) {
    switch (distribution) {
      case NORMAL -> random.fillNormal(target, offset, length);
      case UNIFORM -> random.fillUniform(target, offset, length, -1, 1);
    }
  }
}
