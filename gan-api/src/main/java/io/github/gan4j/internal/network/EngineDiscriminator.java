package io.github.gan4j.internal.network;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.loss.Logits;
import io.github.gan4j.model.Discriminator;
import org.jspecify.annotations.Nullable;

/** A discriminator over an engine's network, which its owner fills and closes. */
public final class EngineDiscriminator implements Discriminator {
  private final PixelScale scale;
  private final ImageShape shape;
  private final int parameterCount;
  private final BatchRunner runner;
  private final Runnable refresh;
  private final DiscriminatorRows layout;
  private final DiscriminatorHead head;
  private final @Nullable Conditioning conditioning;

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
    layout = new DiscriminatorRows(config, shape.size());
    conditioning = config.objective().conditioning();
    head = new DiscriminatorHead(conditioning);
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
    Arguments.notNull("images", images);
    if (head.projects() || layout.haveClasses()) {
      throw new IllegalArgumentException(
          "the discriminator judges images of a class: call logits(images, labels)");
    }
    return checkedLogits(images, new int[1]);
  }

  @Override
  public float[] logits(Images images, int[] labels) {
    Arguments.notNull("images", images);
    Arguments.notNull("labels", labels);
    if (conditioning == null) {
      throw new IllegalArgumentException("the discriminator was trained without classes");
    }
    if (labels.length != images.count()) {
      throw new IllegalArgumentException(
          "labels must be one an image, %s, were %s".formatted(images.count(), labels.length));
    }
    for (int label : labels) {
      if (label < 0 || label >= conditioning.classes()) {
        throw new IllegalArgumentException(
            "labels must be from 0 to %s, held %s".formatted(conditioning.classes() - 1, label));
      }
    }
    return checkedLogits(images, labels);
  }

  private float[] checkedLogits(Images images, int[] labels) {
    if (!images.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "images must be %s, were %s".formatted(shape, images.shape()));
    }
    int together = layout.imagesInRow();
    if (images.count() % together != 0) {
      throw new IllegalArgumentException(
          "images must be a multiple of %s, which are judged together, were %s"
              .formatted(together, images.count()));
    }
    refresh.run();
    float[] rows = rows(images, labels);
    float[] values =
        runner.run(
            images.count() / together,
            (first, count, target) ->
                System.arraycopy(rows, first * layout.width(), target, 0, count * layout.width()));
    float[] logits = new float[images.count() / together];
    head.logits(values, labels, logits);
    float[] each = new float[images.count()];
    for (int i = 0; i < each.length; i++) {
      each[i] = logits[i / together];
    }
    return each;
  }

  private float[] rows(Images images, int[] labels) {
    float[] pixels = new float[Math.multiplyExact(images.count(), shape.size())];
    for (int i = 0; i < images.count(); i++) {
      System.arraycopy(images.values(i), 0, pixels, i * shape.size(), shape.size());
    }
    scale.toNetworks(pixels, 0, pixels.length);
    if (layout.areImages()) {
      return pixels;
    }
    float[] rows =
        new float[Math.multiplyExact(images.count() / layout.imagesInRow(), layout.width())];
    layout.write(pixels, labels, 1, rows);
    return rows;
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

  /** Returns what it takes and gives. */
  @Override
  public String toString() {
    return "discriminator of %s images%s, %s parameters"
        .formatted(
            shape,
            conditioning == null ? "" : " of %s classes".formatted(conditioning.classes()),
            parameterCount);
  }
}
