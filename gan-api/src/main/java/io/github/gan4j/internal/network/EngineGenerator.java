package io.github.gan4j.internal.network;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.model.Generator;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A generator over an engine's network, which its owner fills and closes. */
public final class EngineGenerator implements Generator {
  private final GanConfig config;
  private final PixelScale scale;
  private final ImageShape shape;
  private final int parameterCount;
  private final BatchRunner runner;
  private final Runnable refresh;
  private final @Nullable Double threshold;
  private final @Nullable Integer label;

  /**
   * Makes one.
   *
   * @param refresh called before each use; brings the network up to date
   */
  public EngineGenerator(
      GanEngine engine, Network network, GanConfig config, ImageShape shape, Runnable refresh) {
    this.config = config;
    scale = new PixelScale(config.normalization());
    this.shape = shape;
    this.refresh = refresh;
    parameterCount = network.spec().parameterCount();
    runner = new BatchRunner(engine, network);
    threshold = null;
    label = null;
  }

  private EngineGenerator(
      EngineGenerator whole, @Nullable Double threshold, @Nullable Integer label) {
    config = whole.config;
    scale = whole.scale;
    shape = whole.shape;
    parameterCount = whole.parameterCount;
    runner = whole.runner;
    refresh = whole.refresh;
    this.threshold = threshold;
    this.label = label;
  }

  @Override
  public int latentDim() {
    return config.latent().dim();
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public int classes() {
    Conditioning conditioning = config.objective().conditioning();
    return conditioning == null ? 0 : conditioning.classes();
  }

  @Override
  public int parameterCount() {
    return parameterCount;
  }

  @Override
  public Images generate(int count, long seed) {
    checkAtLeastOne("count", count);
    return make(
        count, (index, target, offset) -> draw(seed, index, target, offset), this::classInTurn);
  }

  @Override
  public Images generateGrid(int rows, int columns, long seed) {
    checkAtLeastOne("rows", rows);
    checkAtLeastOne("columns", columns);
    if (classes() == 0 || label != null) {
      return generate(Math.multiplyExact(rows, columns), seed);
    }
    return make(
        Math.multiplyExact(rows, columns),
        (index, target, offset) ->
            draw(seed, index / columns / classes() * columns + index % columns, target, offset),
        index -> classInTurn(index / columns));
  }

  @Override
  public Generator ofClass(int newLabel) {
    if (newLabel < 0 || newLabel >= classes()) {
      throw new IllegalArgumentException(
          classes() == 0
              ? "label must be of a class that the generator was trained with, which has none, was "
                  + newLabel
              : "label must be from 0 to %s, was %s".formatted(classes() - 1, newLabel));
    }
    return new EngineGenerator(this, threshold, newLabel);
  }

  /** Returns what it makes of what, and what it keeps to. */
  @Override
  public String toString() {
    return "generator of %s images%s from %s latent values%s, %s parameters"
        .formatted(
            shape,
            classes() == 0
                ? ""
                : label == null ? " of %s classes".formatted(classes()) : " of class " + label,
            latentDim(),
            threshold == null ? "" : " truncated at " + threshold,
            parameterCount);
  }

  private interface LatentSource {
    /** Writes an image's latent vector. */
    void write(int index, float[] target, int offset);
  }

  /** Returns the class of the image with this number. */
  private int classInTurn(int index) {
    return label != null ? label : index % classes();
  }

  private Images make(int count, LatentSource latents, IntUnaryOperator classOf) {
    refresh.run();
    int width = latentDim() + classes();
    return images(
        runner.run(
            count,
            (first, rows, target) -> {
              for (int i = 0; i < rows; i++) {
                latents.write(first + i, target, i * width);
                if (classes() > 0) {
                  int at = i * width + latentDim();
                  Arrays.fill(target, at, at + classes(), 0);
                  target[at + classOf.applyAsInt(first + i)] = 1;
                }
              }
            }));
  }

  @Override
  public float[][] latents(int count, long seed) {
    checkAtLeastOne("count", count);
    float[][] latents = new float[count][latentDim()];
    for (int i = 0; i < count; i++) {
      draw(seed, i, latents[i], 0);
    }
    return latents;
  }

  @Override
  public Generator truncated(double newThreshold) {
    if (!(newThreshold > 0 && newThreshold < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "truncation threshold must be positive and finite, was " + newThreshold);
    }
    if (config.latent().distribution() != LatentDistribution.NORMAL) {
      throw new IllegalArgumentException(
          "truncation needs latent vectors that are NORMAL, these are %s: their components have no"
                  .formatted(config.latent().distribution())
              + " tails to cut off");
    }
    return new EngineGenerator(this, newThreshold, label);
  }

  @Override
  public Images decode(float[][] latents) {
    Arguments.notNull("latents", latents);
    return decode(latents, this::classInTurn);
  }

  private Images decode(float[][] latents, IntUnaryOperator classOf) {
    if (latents.length < 1) {
      throw new IllegalArgumentException("latents must hold at least one vector, held none");
    }
    for (int i = 0; i < latents.length; i++) {
      check(latents[i], i);
    }
    return make(
        latents.length,
        (index, target, offset) -> System.arraycopy(latents[index], 0, target, offset, latentDim()),
        classOf);
  }

  @Override
  public Images decode(float[][] latents, int[] labels) {
    Arguments.notNull("latents", latents);
    Arguments.notNull("labels", labels);
    if (classes() == 0) {
      return Generator.super.decode(latents, labels);
    }
    if (labels.length != latents.length) {
      throw new IllegalArgumentException(
          "labels must be as many as latents, %s, were %s"
              .formatted(latents.length, labels.length));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes()) {
        throw new IllegalArgumentException(
            "labels[%s] must be from 0 to %s, was %s".formatted(i, classes() - 1, labels[i]));
      }
    }
    return decode(latents, index -> labels[index]);
  }

  private Images images(float[] made) {
    scale.toImages(made, 0, made.length);
    return Images.wrap(shape, made);
  }

  private static void checkAtLeastOne(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " must be at least 1, was " + value);
    }
  }

  /** Draws with one step an image: the i-th latent vector of a seed does not depend on a count. */
  private void draw(long seed, int index, float[] target, int offset) {
    CounterRandom random = new CounterRandom(seed, RandomStream.SAMPLES, index);
    if (threshold != null) {
      random.fillTruncatedNormal(target, offset, latentDim(), threshold);
    } else {
      Latents.draw(config.latent().distribution(), random, target, offset, 1, latentDim());
    }
  }

  private void check(float[] latent, int index) {
    Arguments.notNull("latents[" + index + "]", latent);
    if (latent.length != latentDim()) {
      throw new IllegalArgumentException(
          "latents[%s] must have %s values, had %s".formatted(index, latentDim(), latent.length));
    }
    for (float value : latent) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            "latents[%s] must be finite, held %s".formatted(index, value));
      }
    }
  }
}
