package io.github.gan4j.internal.loop;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.internal.network.DiscriminatorRows;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * What the discriminator is given of a batch: the images themselves where that is all, otherwise
 * rows that are put together from them, with noise. Images must stay as they are, since the
 * generator's backward pass needs what it made.
 */
final class DiscriminatorInput {
  private final DiscriminatorRows layout;
  private final @Nullable InstanceNoise noise;
  private final long seed;
  private final RandomStream stream;
  private final int batches;
  private final Tensor images;
  private final Tensor rows;
  private final float[] pixels;
  private final float[] random;
  private final float[] values;

  /**
   * Makes one.
   *
   * @param stream of the noise
   * @param images of one batch after another
   * @param batches how many those are
   */
  DiscriminatorInput(
      GanEngine engine, GanConfig config, RandomStream stream, Tensor images, int batches) {
    this.stream = stream;
    this.images = images;
    this.batches = batches;
    seed = config.seed();
    noise = config.objective().regularization().instanceNoise();
    layout = new DiscriminatorRows(config, images.columns());
    boolean itself = noise == null && layout.areImages();
    int count = images.rows() / layout.imagesInRow();
    rows = itself ? images : engine.allocate(count, layout.width());
    pixels = new float[itself ? 0 : images.rows() * images.columns()];
    random = new float[noise == null ? 0 : pixels.length];
    values = new float[itself ? 0 : count * layout.width()];
  }

  /**
   * Takes the images as they are now.
   *
   * @param classes their classes, over and over
   */
  void take(long step, long update, int[] classes) {
    if (rows == images) {
      return;
    }
    images.copyTo(pixels, 0);
    float deviation = noise == null ? 0 : (float) noise.deviationAt(step);
    if (deviation > 0) {
      new CounterRandom(seed, stream, update).fillNormal(random, 0, random.length);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] += deviation * random[i];
      }
    }
    layout.write(pixels, classes, batches, values);
    rows.copyFrom(values, 0);
  }

  /** Returns the rows. */
  Tensor rows() {
    return rows;
  }

  /** Returns how many columns of a row are pixels; they come first. */
  int pixelColumns() {
    return layout.pixelColumns();
  }

  /** Returns a tensor for the gradient by the images, which may be that by the rows. */
  Tensor allocateImageGradient(GanEngine engine, Tensor rowGradient) {
    return rows == images ? rowGradient : engine.allocate(images.rows(), images.columns());
  }

  /** Computes the gradient by the images from that by the rows. */
  void backward(Tensor rowGradient, Tensor imageGradient) {
    if (rows == images) {
      return;
    }
    rowGradient.copyTo(values, 0);
    layout.backward(values, pixels, batches);
    imageGradient.copyFrom(pixels, 0);
  }
}
