package io.github.gan4j;

import io.github.gan4j.config.GanConfig;

/**
 * Where everything starts.
 *
 * <pre>{@code
 * TrainedGan gan = Gan.builder().latentDim(100).mlp(256, 512, 1024).train(Mnist.train());
 * gan.generate(64).grid(8, 8).writePng(Path.of("digits.png"));
 * }</pre>
 */
public final class Gan {
  private Gan() {}

  /** Returns a builder that holds the defaults. */
  public static GanBuilder builder() {
    return new GanBuilder();
  }

  /**
   * Returns a builder that holds a configuration. A loss of the user's own must be given to it
   * again: a configuration holds its name alone.
   */
  public static GanBuilder builder(GanConfig config) {
    return new GanBuilder(config);
  }
}
