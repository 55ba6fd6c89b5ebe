package io.github.gan4j.tck;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.GradientPenalty.Kind;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * The training algorithm by hand, for reading: what a loop over an engine must compute. It shares
 * nothing with them but random numbers, first weights and a configuration.
 *
 * <p>Numbers are doubles, but for those that are floats by definition: images, latent vectors,
 * logits and what is computed of them, the gradients that a penalty is on, and packed images.
 */
final class HandWrittenGan {
  private final GanConfig config;
  private final Dataset data;
  private final HandWrittenNetwork generator;
  private final HandWrittenNetwork discriminator;
  private double[][] real = {};
  private double[][] fake = {};

  HandWrittenGan(
      GanConfig config,
      Dataset data,
      HandWrittenNetwork generator,
      HandWrittenNetwork discriminator) {
    this.config = config;
    this.data = data;
    this.generator = generator;
    this.discriminator = discriminator;
  }

  /**
   * One step, from 1 on: the discriminator's updates, each on other images, then the generator's.
   */
  void step(int step) {
    int turns = config.turns().discriminator();
    for (int update = (step - 1) * turns + 1; update <= step * turns; update++) {
      updateDiscriminator(step, update);
    }
    updateGenerator(step);
  }

  private void updateDiscriminator(int step, int update) {
    real = packed(realImages(update));
    fake = packed(generator.forward(latents(update)));
    for (GradientPenalty penalty : config.regularization().penalties()) {
      if ((update - 1) % penalty.interval() == 0) {
        addGradientOf(penalty, update);
      }
    }
    int n = real.length;
    double[][] both = Stream.of(real, fake).flatMap(Stream::of).toArray(double[][]::new);
    double[][] logits = asFloats(discriminator.forward(both));
    double[][] slopes = new double[2 * n][1];
    for (int i = 0; i < n; i++) {
      double r = logits[i][0];
      double f = logits[n + i][0];
      switch (config.loss()) {
        case "non-saturating" -> {
          slopes[i][0] = -sigmoid(-r) / n;
          slopes[n + i][0] = sigmoid(f) / n;
        }
        case "relativistic-pairing" -> {
          slopes[i][0] = -sigmoid(f - r) / n;
          slopes[n + i][0] = sigmoid(f - r) / n;
        }
        case "wasserstein" -> {
          slopes[i][0] = -1.0 / n;
          slopes[n + i][0] = 1.0 / n;
        }
        default -> throw new AssertionError(config.loss());
      }
    }
    discriminator.backward(asFloats(slopes), true);
    discriminator.update(update, config.rateSchedule().factor(step));
  }

  /** The generator is taught with what the discriminator was shown last. */
  private void updateGenerator(int step) {
    double[][] realLogits = asFloats(discriminator.forward(real));
    double[][] logits = asFloats(discriminator.forward(fake));
    for (int i = 0; i < logits.length; i++) {
      double r = realLogits[i][0];
      double f = logits[i][0];
      logits[i][0] =
          switch (config.loss()) {
                case "non-saturating" -> -sigmoid(-f);
                case "relativistic-pairing" -> -sigmoid(r - f);
                case "wasserstein" -> -1.0;
                default -> throw new AssertionError(config.loss());
              }
              / logits.length;
    }
    generator.backward(unpacked(discriminator.backward(asFloats(logits), false)), true);
    generator.update(step, config.rateSchedule().factor(step));
  }

  /**
   * With g the gradient of a logit by its image, R1 and R2 are γ/2 · mean ‖g‖², WGAN-GP is λ · mean
   * (‖g‖ − 1)². A penalty on every k-th update counts k times.
   */
  private void addGradientOf(GradientPenalty penalty, int update) {
    double[][] points =
        switch (penalty.kind()) {
          case R1 -> real;
          case R2 -> fake;
          case WGAN_GP -> between(asFloats(real), asFloats(fake), update);
          case DRAGAN -> throw new AssertionError("not written by hand");
        };
    double[][] logits = discriminator.forward(points);
    double[][] byImage = asFloats(discriminator.backward(map(logits, x -> 1), false));
    for (double[] g : byImage) {
      double length = 0;
      for (double value : g) {
        length += value * value;
      }
      length = Math.sqrt(length);
      double weight = penalty.interval() * penalty.weight() / byImage.length;
      double factor = penalty.kind() == Kind.WGAN_GP ? 2 * weight * (length - 1) / length : weight;
      for (int i = 0; i < g.length; i++) {
        g[i] *= (float) factor;
      }
    }
    discriminator.doubleBackward(asFloats(byImage));
  }

  private double[][] between(double[][] from, double[][] to, int update) {
    float[] places = new float[from.length];
    random(RandomStream.PENALTY_PLACES, update).fillUniform(places, 0, places.length, 0, 1);
    double[][] points = new double[from.length][];
    for (int row = 0; row < from.length; row++) {
      points[row] = from[row].clone();
      for (int i = 0; i < points[row].length; i++) {
        float way = (float) to[row][i] - (float) from[row][i];
        points[row][i] = (float) from[row][i] + places[row] * way;
      }
    }
    return points;
  }

  /** The data once and once again, each time in an order of its own. */
  private double[][] realImages(int update) {
    int batches = data.size() / config.batchSize();
    int[] order = random(RandomStream.DATA_ORDER, (update - 1) / batches).permutation(data.size());
    float[] images = new float[config.batchSize() * data.shape().size()];
    for (int i = 0; i < config.batchSize(); i++) {
      int at = (update - 1) % batches * config.batchSize() + i;
      data.read(order[at], images, i * data.shape().size());
    }
    return rows(images, data.shape().size());
  }

  /** Puts images that are judged together into one row, of floats. */
  private double[][] packed(double[][] images) {
    if (config.packing() == 1) {
      return images;
    }
    double[][] rows = new double[images.length / config.packing()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] =
          Arrays.stream(images, row * config.packing(), (row + 1) * config.packing())
              .flatMapToDouble(Arrays::stream)
              .toArray();
    }
    return asFloats(rows);
  }

  private double[][] unpacked(double[][] packed) {
    if (config.packing() == 1) {
      return packed;
    }
    double[][] rows = asFloats(packed);
    int size = data.shape().size();
    double[][] images = new double[rows.length * config.packing()][];
    for (int i = 0; i < images.length; i++) {
      int from = i % config.packing() * size;
      images[i] = Arrays.copyOfRange(rows[i / config.packing()], from, from + size);
    }
    return images;
  }

  private double[][] latents(int update) {
    float[] latents = new float[config.batchSize() * config.latentDim()];
    random(RandomStream.LATENT, update).fillNormal(latents, 0, latents.length);
    return rows(latents, config.latentDim());
  }

  private CounterRandom random(RandomStream stream, int step) {
    return new CounterRandom(config.seed(), stream, step);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[][] asFloats(double[][] rows) {
    return map(rows, x -> (float) x);
  }

  private static double[][] map(double[][] rows, DoubleUnaryOperator by) {
    return Stream.of(rows)
        .map(row -> Arrays.stream(row).map(by).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] rows(float[] values, int width) {
    double[][] rows = new double[values.length / width][width];
    for (int i = 0; i < values.length; i++) {
      rows[i / width][i % width] = values[i];
    }
    return rows;
  }
}
