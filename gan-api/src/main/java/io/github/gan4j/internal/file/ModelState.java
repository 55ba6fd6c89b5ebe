package io.github.gan4j.internal.file;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.training.History;

/**
 * All that a trained GAN is. The arrays are shared, never written again after this is made.
 *
 * @param config what made it
 * @param dataset what it was trained on
 * @param history what the run found
 * @param generator the generator's values
 * @param discriminator the discriminator's values
 */
public record ModelState(
    GanConfig config,
    DatasetFingerprint dataset,
    History history,
    NetworkState generator,
    NetworkState discriminator) {

  /** Returns the images' shape. */
  public ImageShape shape() {
    return dataset.shape();
  }

  /**
   * A network's values.
   *
   * @param parameters in the order of {@code NetworkSpec.parameters()}
   * @param buffers in the order of {@code NetworkSpec.buffers()}
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier between file and network, never compared.
  public record NetworkState(float[] parameters, float[] buffers) {}
}
