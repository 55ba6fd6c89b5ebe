package io.github.gan4j.internal.loop;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.internal.network.DiscriminatorHead;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.Arrays;

/** A gradient penalty: at which points, what it comes to, and its share of an update. */
final class PenaltyTerm {
  private final GradientPenalty penalty;
  private final long seed;
  private final int rows;
  private final int width;
  private final int pixels;
  private final Tensor real;
  private final Tensor fake;
  private final TrainingPass pass;
  private final DiscriminatorHead head;
  private final Tensor outputs;
  private final Tensor byOutputs;
  private final Tensor gradient;
  private final Tensor points;
  private final float[] values;
  private final float[] others;
  private final float[] places;
  private final float[] ones;
  private final float[] byValues;

  /**
   * Makes one.
   *
   * @param input real and as many generated images
   */
  PenaltyTerm(
      GanEngine engine,
      GanConfig config,
      TrainableNetwork discriminator,
      GradientPenalty penalty,
      DiscriminatorInput input) {
    this.penalty = penalty;
    seed = config.seed();
    rows = input.rows().rows() / 2;
    width = input.rows().columns();
    pixels = input.pixelColumns();
    real = input.rows().rowRange(0, rows);
    fake = input.rows().rowRange(rows, 2 * rows);
    pass = discriminator.trainingPass(rows);
    head = new DiscriminatorHead(config.objective().conditioning());
    outputs = engine.allocate(rows, head.outputs());
    byOutputs = engine.allocate(rows, head.outputs());
    byValues = new float[rows * head.outputs()];
    ones = new float[rows];
    Arrays.fill(ones, 1);
    gradient = engine.allocate(rows, width);
    values = new float[rows * width];
    points =
        switch (penalty.kind()) {
          case R1 -> real;
          case R2 -> fake;
          case WGAN_GP, DRAGAN -> engine.allocate(rows, width);
        };
    boolean drawn = points != real && points != fake;
    others = new float[drawn ? values.length : 0];
    places = new float[drawn ? rows : 0];
  }

  /**
   * Computes the penalty, and has the discriminator's next update lower it, if it is due.
   *
   * @param update the discriminator's updates so far and this one
   * @param classes the images' class labels
   * @return its value; 0 if it is not due
   */
  double apply(long update, int[] classes) {
    if ((update - 1) % penalty.interval() != 0) {
      return 0;
    }
    findPoints(update);
    pass.forward(points, outputs, dropoutSeed(update));
    head.backward(ones, classes, byValues);
    byOutputs.copyFrom(byValues, 0);
    pass.backward(byOutputs, gradient, WeightGradients.SKIP);
    gradient.copyTo(values, 0);
    double value = differentiate();
    gradient.copyFrom(values, 0);
    pass.doubleBackward(gradient);
    return value;
  }

  private long dropoutSeed(long update) {
    int index =
        switch (penalty.kind()) {
          case WGAN_GP -> 0;
          case DRAGAN -> 1;
          case R1 -> 2;
          case R2 -> 3;
        };
    return new CounterRandom(seed, RandomStream.PENALTY_DROPOUT, update).bits(index);
  }

  private void findPoints(long update) {
    if (points == real || points == fake) {
      return;
    }
    real.copyTo(values, 0);
    if (penalty.kind() == GradientPenalty.Kind.WGAN_GP) {
      fake.copyTo(others, 0);
    } else {
      brighten(update);
    }
    new CounterRandom(seed, placesStream(), update).fillUniform(places, 0, rows, 0, 1);
    for (int row = 0; row < rows; row++) {
      for (int i = row * width; i < (row + 1) * width; i++) {
        values[i] += places[row] * (others[i] - values[i]);
      }
    }
    points.copyFrom(values, 0);
  }

  /** A run may have both penalties: the one's points tell nothing of the other's. */
  private RandomStream placesStream() {
    return switch (penalty.kind()) {
      case WGAN_GP -> RandomStream.PENALTY_PLACES;
      case DRAGAN -> RandomStream.DRAGAN_PLACES;
      case R1, R2 -> throw new IllegalStateException(penalty.kind() + " has no places");
    };
  }

  private void brighten(long update) {
    new CounterRandom(seed, RandomStream.PENALTY_NOISE, update)
        .fillUniform(others, 0, others.length, 0, 1);
    float half = (float) (0.5 * deviation());
    for (int i = 0; i < others.length; i++) {
      others[i] = values[i] + (isPixel(i) ? half * others[i] : 0);
    }
  }

  /** Returns whether a value is an image's; others say of which class it is. */
  private boolean isPixel(int at) {
    return at % width < pixels;
  }

  private double deviation() {
    double count = (double) rows * pixels;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += isPixel(i) ? values[i] / count : 0;
    }
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += isPixel(i) ? (values[i] - mean) * (values[i] - mean) : 0;
    }
    return Math.sqrt(squares / count);
  }

  /** Replaces gradients by the penalty's derivatives by them, and returns the penalty. */
  private double differentiate() {
    double target =
        switch (penalty.kind()) {
          case WGAN_GP, DRAGAN -> 1;
          case R1, R2 -> 0;
        };
    // R1 and R2 are written with half the weight.
    double weight = target == 0 ? penalty.weight() / 2 : penalty.weight();
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      double squares = 0;
      for (int i = row * width; i < row * width + pixels; i++) {
        squares += (double) values[i] * values[i];
      }
      double length = Math.sqrt(squares);
      sum += (length - target) * (length - target);
      // Where there is no gradient, its length has no derivative; 0 is one of its subgradients.
      double ratio = length == 0 ? 0 : 1 - target / length;
      float factor = (float) (2 * weight * penalty.interval() / rows * ratio);
      for (int i = row * width; i < (row + 1) * width; i++) {
        values[i] *= isPixel(i) ? factor : 0;
      }
    }
    return weight * sum / rows;
  }
}
