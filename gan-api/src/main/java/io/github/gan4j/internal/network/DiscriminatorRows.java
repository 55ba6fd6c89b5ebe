package io.github.gan4j.internal.network;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import java.util.Arrays;

/**
 * What a row of the discriminator's input holds: an image, or several that are judged together (Lin
 * et al., 2018, arXiv:1712.04086), then its class, one number a class, then how much the images of
 * its batch differ. Each only where the configuration wants it.
 */
public final class DiscriminatorRows {
  /** Keeps the derivative finite where a pixel never changes. */
  private static final double FLOOR = 1e-8;

  private final int pixels;
  private final int packing;
  private final int classes;
  private final boolean deviation;

  /**
   * Makes that of a configuration.
   *
   * @param pixels how many values an image has
   */
  public DiscriminatorRows(GanConfig config, int pixels) {
    this.pixels = pixels;
    packing = config.discriminator().packing();
    deviation = config.discriminator().minibatchStdDev();
    Conditioning conditioning = config.objective().conditioning();
    classes =
        conditioning != null && conditioning.kind() == Conditioning.Kind.CONCATENATION
            ? conditioning.classes()
            : 0;
  }

  /** Returns how many images a row has. */
  public int imagesInRow() {
    return packing;
  }

  /** Returns whether rows need a class. */
  public boolean haveClasses() {
    return classes > 0;
  }

  /** Returns how many columns of a row are pixels; they come first. */
  public int pixelColumns() {
    return Math.multiplyExact(packing, pixels);
  }

  /** Returns how many columns a row has. */
  public int width() {
    return Math.addExact(pixelColumns(), classes + (deviation ? 1 : 0));
  }

  /** Returns whether a row is an image. */
  public boolean areImages() {
    return packing == 1 && classes == 0 && !deviation;
  }

  /**
   * Writes rows.
   *
   * @param images values of images, one after the other
   * @param labels the rows' classes, over and over; unread where rows have none
   * @param batches how many batches of one size the images are of
   * @param rows receives the rows
   */
  public void write(float[] images, int[] labels, int batches, float[] rows) {
    int width = width();
    int count = images.length / pixelColumns();
    for (int row = 0; row < count; row++) {
      System.arraycopy(images, row * pixelColumns(), rows, row * width, pixelColumns());
      if (classes > 0) {
        int at = row * width + pixelColumns();
        Arrays.fill(rows, at, at + classes, 0);
        rows[at + labels[row % labels.length]] = 1;
      }
    }
    if (deviation) {
      int each = count / batches;
      for (int batch = 0; batch < batches; batch++) {
        float value = (float) deviation(images, batch * each, each);
        for (int row = batch * each; row < (batch + 1) * each; row++) {
          rows[(row + 1) * width - 1] = value;
        }
      }
    }
  }

  /**
   * Returns the standard deviation of each pixel over a batch, averaged over the pixels (Karras et
   * al., 2018, arXiv:1710.10196, section 3).
   */
  private double deviation(float[] images, int from, int count) {
    double sum = 0;
    for (int i = 0; i < pixelColumns(); i++) {
      sum += Math.sqrt(variance(images, from, count, i, mean(images, from, count, i)));
    }
    return sum / pixelColumns();
  }

  private double mean(float[] images, int from, int count, int column) {
    double sum = 0;
    for (int row = from; row < from + count; row++) {
      sum += images[row * pixelColumns() + column];
    }
    return sum / count;
  }

  private double variance(float[] images, int from, int count, int column, double mean) {
    double sum = 0;
    for (int row = from; row < from + count; row++) {
      double off = images[row * pixelColumns() + column] - mean;
      sum += off * off;
    }
    return sum / count + FLOOR;
  }

  /**
   * Replaces images by the derivatives by them.
   *
   * @param byRows the derivatives by the rows
   * @param images what the rows were written from
   */
  public void backward(float[] byRows, float[] images, int batches) {
    int width = width();
    int count = images.length / pixelColumns();
    int each = count / batches;
    for (int batch = 0; batch < batches; batch++) {
      int from = batch * each;
      double byDeviation = 0;
      for (int row = from; deviation && row < from + each; row++) {
        byDeviation += byRows[(row + 1) * width - 1];
      }
      for (int i = 0; i < pixelColumns(); i++) {
        double mean = deviation ? mean(images, from, each, i) : 0;
        double factor =
            deviation
                ? byDeviation
                    / (Math.sqrt(variance(images, from, each, i, mean)) * each * pixelColumns())
                : 0;
        for (int row = from; row < from + each; row++) {
          int at = row * pixelColumns() + i;
          images[at] = byRows[row * width + i] + (float) (factor * (images[at] - mean));
        }
      }
    }
  }
}
