package io.github.gan4j.tck;

import io.github.gan4j.config.Conditioning.Kind;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
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
  private final int classes;
  private int[] labels = {};
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
    classes = data.classes();
  }

  /**
   * One step, from 1 on: the discriminator's updates, each on other images, then the generator's.
   */
  void step(int step) {
    int turns = config.discriminator().updatesPerStep();
    for (int update = (step - 1) * turns + 1; update <= step * turns; update++) {
      updateDiscriminator(step, update);
    }
    updateGenerator(step);
  }

  private void updateDiscriminator(int step, int update) {
    labels = labels(update);
    real = withClasses(packed(realImages(update)), Kind.CONCATENATION);
    double[][] made = generator.forward(withClasses(latents(update)));
    fake = withClasses(packed(made), Kind.CONCATENATION);
    for (GradientPenalty penalty : config.objective().regularization().penalties()) {
      if ((update - 1) % penalty.interval() == 0) {
        addGradientOf(penalty, update);
      }
    }
    int n = real.length;
    double[][] both = Stream.of(real, fake).flatMap(Stream::of).toArray(double[][]::new);
    double[][] outputs = asFloats(discriminator.forward(both));
    double[][] slopes = new double[2 * n][outputs[0].length];
    for (int i = 0; i < n; i++) {
      double r = logit(outputs[i], i);
      double f = logit(outputs[n + i], i);
      double byR =
          switch (config.objective().loss()) {
            case "non-saturating" -> -sigmoid(-r) / n;
            case "relativistic-pairing" -> -sigmoid(f - r) / n;
            case "wasserstein" -> -1.0 / n;
            default -> throw new AssertionError(config.objective().loss());
          };
      double byF =
          switch (config.objective().loss()) {
            case "non-saturating" -> sigmoid(f) / n;
            case "relativistic-pairing" -> sigmoid(f - r) / n;
            case "wasserstein" -> 1.0 / n;
            default -> throw new AssertionError(config.objective().loss());
          };
      slopes[i] = byOutputs(byR, outputs[i], i);
      slopes[n + i] = byOutputs(byF, outputs[n + i], i);
    }
    discriminator.backward(asFloats(slopes), true);
    discriminator.update(update, config.schedule().rateSchedule().factor(step));
  }

  /** The generator is taught with what the discriminator was shown last. */
  private void updateGenerator(int step) {
    double[][] realOutputs = asFloats(discriminator.forward(real));
    double[][] outputs = asFloats(discriminator.forward(fake));
    double[][] slopes = new double[outputs.length][];
    for (int i = 0; i < outputs.length; i++) {
      double r = logit(realOutputs[i], i);
      double f = logit(outputs[i], i);
      double byF =
          switch (config.objective().loss()) {
                case "non-saturating" -> -sigmoid(-f);
                case "relativistic-pairing" -> -sigmoid(r - f);
                case "wasserstein" -> -1.0;
                default -> throw new AssertionError(config.objective().loss());
              }
              / outputs.length;
      slopes[i] = byOutputs(byF, outputs[i], i);
    }
    generator.backward(unpacked(discriminator.backward(asFloats(slopes), false)), true);
    generator.update(step, config.schedule().rateSchedule().factor(step));
  }

  /** The logit is the first output; with a projection, a part of the class is added. */
  private double logit(double[] outputs, int row) {
    return conditionedBy(Kind.PROJECTION)
        ? (float) (outputs[0] + outputs[1 + labels[row]])
        : outputs[0];
  }

  /**
   * The derivative by a row's outputs from that by its logit. With an auxiliary classifier the
   * other outputs are scores of the classes, and the weighted mean of the cross-entropies of the
   * row's class is minimised, too, by both players, for real and for generated images: its
   * derivative by a score is the softmax of the scores, less 1 for the class.
   */
  private double[] byOutputs(double byLogit, double[] outputs, int row) {
    double[] by = new double[outputs.length];
    by[0] = byLogit;
    if (conditionedBy(Kind.PROJECTION)) {
      by[1 + labels[row]] = byLogit;
    }
    if (conditionedBy(Kind.AUXILIARY_CLASSIFIER)) {
      double sum = 0;
      for (int c = 1; c < outputs.length; c++) {
        sum += Math.exp(outputs[c]);
      }
      for (int c = 0; c < classes; c++) {
        double share = Math.exp(outputs[1 + c]) / sum;
        double weight = config.objective().conditioning().classWeight() / labels.length;
        by[1 + c] = weight * (share - (c == labels[row] ? 1 : 0));
      }
    }
    return by;
  }

  private boolean conditionedBy(Kind kind) {
    return config.objective().conditioning() != null
        && config.objective().conditioning().kind() == kind;
  }

  /** Appends one number a class: 1 for the row's, 0 for the others. */
  private double[][] withClasses(double[][] rows) {
    double[][] longer = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      longer[row] = Arrays.copyOf(rows[row], rows[row].length + classes);
      if (classes > 0) {
        longer[row][rows[row].length + labels[row]] = 1;
      }
    }
    return longer;
  }

  private double[][] withClasses(double[][] rows, Kind onlyFor) {
    return conditionedBy(onlyFor) ? asFloats(withClasses(rows)) : rows;
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
    double[][] byOutputs = discriminator.forward(points);
    for (int row = 0; row < byOutputs.length; row++) {
      Arrays.fill(byOutputs[row], 0);
      byOutputs[row][0] = 1;
      if (conditionedBy(Kind.PROJECTION)) {
        byOutputs[row][1 + labels[row]] = 1;
      }
    }
    double[][] byImage = asFloats(discriminator.backward(byOutputs, false));
    int pixels = config.discriminator().packing() * data.shape().size();
    for (double[] g : byImage) {
      // A class beside the image is no pixel.
      Arrays.fill(g, pixels, g.length, 0);
      double length = 0;
      for (double value : g) {
        length += value * value;
      }
      length = Math.sqrt(length);
      double weight = penalty.interval() * penalty.weight() / byImage.length;
      double factor =
          penalty.kind() == GradientPenalty.Kind.WGAN_GP
              ? 2 * weight * (length - 1) / length
              : weight;
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
    int[] order = order(update);
    float[] images = new float[order.length * data.shape().size()];
    for (int i = 0; i < order.length; i++) {
      data.read(order[i], images, i * data.shape().size());
    }
    return rows(images, data.shape().size());
  }

  /** Generated images are of the classes of the real ones. */
  private int[] labels(int update) {
    return Arrays.stream(order(update)).map(data::label).toArray();
  }

  private int[] order(int update) {
    int batches = data.size() / config.schedule().batchSize();
    int[] pass = random(RandomStream.DATA_ORDER, (update - 1) / batches).permutation(data.size());
    int first = (update - 1) % batches * config.schedule().batchSize();
    return Arrays.copyOfRange(pass, first, first + config.schedule().batchSize());
  }

  /** Puts images that are judged together into one row, of floats. */
  private double[][] packed(double[][] images) {
    if (config.discriminator().packing() == 1) {
      return images;
    }
    double[][] rows = new double[images.length / config.discriminator().packing()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] =
          Arrays.stream(
                  images,
                  row * config.discriminator().packing(),
                  (row + 1) * config.discriminator().packing())
              .flatMapToDouble(Arrays::stream)
              .toArray();
    }
    return asFloats(rows);
  }

  /** Takes rows of images apart, and leaves out the class beside them. */
  private double[][] unpacked(double[][] packed) {
    if (config.discriminator().packing() == 1 && !conditionedBy(Kind.CONCATENATION)) {
      return packed;
    }
    double[][] rows = asFloats(packed);
    int size = data.shape().size();
    double[][] images = new double[rows.length * config.discriminator().packing()][];
    for (int i = 0; i < images.length; i++) {
      int from = i % config.discriminator().packing() * size;
      images[i] = Arrays.copyOfRange(rows[i / config.discriminator().packing()], from, from + size);
    }
    return images;
  }

  private double[][] latents(int update) {
    float[] latents = new float[config.schedule().batchSize() * config.latent().dim()];
    random(RandomStream.LATENT, update).fillNormal(latents, 0, latents.length);
    return rows(latents, config.latent().dim());
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
