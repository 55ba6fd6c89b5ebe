package io.github.gan4j.cli.generate;

import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;
import io.github.gan4j.model.LatentPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Images on the way from one seed's image to the next one's. */
final class Interpolation {
  private Interpolation() {}

  /** Returns so many images a path, both ends included. */
  static Images along(Seeds seeds, LatentPath kind, int steps, Generator generator) {
    List<float[]> latents = new ArrayList<>();
    for (int i = 0; i < seeds.paths(); i++) {
      float[] from = latent(generator, seeds.values().get(i));
      float[] to = latent(generator, seeds.values().get(i + 1));
      Collections.addAll(latents, kind.between(from, to, steps));
    }
    return generator.decode(latents.toArray(float[][]::new));
  }

  private static float[] latent(Generator generator, long seed) {
    return generator.latents(1, seed)[0];
  }
}
