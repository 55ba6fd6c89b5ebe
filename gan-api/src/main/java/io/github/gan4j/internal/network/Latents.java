package io.github.gan4j.internal.network;

import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.random.CounterRandom;

/** Draws latent vectors. */
public final class Latents {
  private Latents() {}

  /** Fills a range with vectors, one after the other. */
  public static void draw(
      LatentDistribution distribution,
      CounterRandom random,
      float[] target,
      int offset,
      int vectors,
      int latentDim) {
    int length = vectors * latentDim;
    switch (distribution) {
      case NORMAL -> random.fillNormal(target, offset, length);
      case UNIFORM -> random.fillUniform(target, offset, length, -1, 1);
      case SPHERE -> {
        random.fillNormal(target, offset, length);
        for (int i = 0; i < vectors; i++) {
          toSphere(target, offset + i * latentDim, latentDim);
        }
      }
    }
  }

  /** Brings a vector to the length that those on the sphere have. */
  static void toSphere(float[] values, int offset, int latentDim) {
    scale(values, offset, latentDim, Math.sqrt(latentDim) / length(values, offset, latentDim));
  }

  /** Brings a vector that is longer to this length. */
  static void shorten(float[] values, int offset, int latentDim, double longest) {
    double length = length(values, offset, latentDim);
    if (length > longest) {
      scale(values, offset, latentDim, longest / length);
    }
  }

  private static double length(float[] values, int offset, int latentDim) {
    double squares = 0;
    for (int i = offset; i < offset + latentDim; i++) {
      squares += (double) values[i] * values[i];
    }
    return Math.sqrt(squares);
  }

  private static void scale(float[] values, int offset, int latentDim, double factor) {
    for (int i = offset; i < offset + latentDim; i++) {
      values[i] = (float) (values[i] * factor);
    }
  }
}
