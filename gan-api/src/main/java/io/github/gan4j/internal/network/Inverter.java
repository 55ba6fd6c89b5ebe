package io.github.gan4j.internal.network;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.network.InversionDescent.Nearest;
import io.github.gan4j.model.Inversion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Inverts a generator: finds the latent vectors of images by gradient descent. */
public final class Inverter {
  private static final int MAX_BATCH = 512;

  private final GanEngine engine;
  private final GanConfig config;
  private final ImageShape shape;
  private final FoldedGenerator generator;

  /**
   * Makes one for a generator of these values.
   *
   * @throws EngineException if the engine gives no gradients
   */
  public Inverter(
      GanEngine engine, GanConfig config, ImageShape shape, float[] parameters, float[] buffers) {
    if (!engine.capabilities().contains(Capability.TRAINING)) {
      throw new EngineException(
          "to invert images the engine %s must be capable of TRAINING, is capable of %s"
              .formatted(engine.id(), engine.capabilities()),
          null);
    }
    this.engine = engine;
    this.config = config;
    this.shape = shape;
    generator = FoldedGenerator.of(NetworkSpecs.generator(config, shape), parameters, buffers);
  }

  /**
   * What was found, image by image.
   *
   * @param labels of which class each is, empty if there are none
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on at once, and never compared.
  public record Result(float[][] latents, int[] labels) {}

  /**
   * Returns a latent vector an image, and the class with which it comes nearest.
   *
   * @throws IllegalArgumentException if there are no images, or if they have another shape or a
   *     value that is not finite
   */
  public Result invert(Images images, Inversion inversion) {
    float[] targets = check(images);
    new PixelScale(config.normalization()).toNetworks(targets, 0, targets.length);
    Conditioning conditioning = config.objective().conditioning();
    if (conditioning == null) {
      return result(descend(generator, targets, inversion), new int[0]);
    }
    List<Nearest> found = new ArrayList<>();
    int[] labels = new int[images.count()];
    for (int label = 0; label < conditioning.classes(); label++) {
      FoldedGenerator ofClass = generator.ofClass(config.latent().dim(), label);
      List<Nearest> here = descend(ofClass, targets, inversion);
      for (int i = 0; i < labels.length; i++) {
        if (label == 0) {
          found.add(here.get(i));
        } else if (here.get(i).error() < found.get(i).error()) {
          found.set(i, here.get(i));
          labels[i] = label;
        }
      }
    }
    return result(found, labels);
  }

  private static Result result(List<Nearest> found, int[] labels) {
    return new Result(found.stream().map(Nearest::latent).toArray(float[][]::new), labels);
  }

  private List<Nearest> descend(FoldedGenerator maker, float[] targets, Inversion inversion) {
    int size = shape.size();
    int count = targets.length / size;
    int most = Math.max(1, MAX_BATCH / inversion.restarts());
    List<Nearest> found = new ArrayList<>();
    // Adam's settings and the average are never used: the weights stay as they are.
    try (TrainableNetwork network = engine.trainable(maker.spec(), GanDefaults.OPTIMIZER, 0)) {
      network.parameters().copyFrom(maker.parameters());
      for (int first = 0; first < count; first += most) {
        int end = Math.min(count, first + most);
        float[] batch = Arrays.copyOfRange(targets, first * size, end * size);
        try (InversionDescent descent =
            new InversionDescent(
                engine, network, config.latent().distribution(), inversion, batch)) {
          found.addAll(descent.run());
        }
      }
    }
    return found;
  }

  private float[] check(Images images) {
    if (!images.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "images must be %s, were %s".formatted(shape, images.shape()));
    }
    if (images.count() < 1) {
      throw new IllegalArgumentException("images must hold at least one image, held none");
    }
    float[] values = images.toArray();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "image %s must be finite, held %s".formatted(i / shape.size(), values[i]));
      }
    }
    return values;
  }
}
