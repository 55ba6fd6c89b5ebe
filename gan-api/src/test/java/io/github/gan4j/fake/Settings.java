package io.github.gan4j.fake;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.Activation;

/** The smallest GAN: two linear layers, two pixels. */
public final class Settings {
  private Settings() {}

  /** Returns one of batches of 4 and 2 epochs. */
  public static GanBuilder linear() {
    return Gan.builder()
        .latentDim(3)
        .generator(g -> g.hidden().noBatchNorm())
        .generatorOutput(Activation.linear())
        .discriminator(d -> d.hidden())
        .adam(0.05, 0, 0)
        .batchSize(4)
        .epochs(2);
  }
}
