package io.github.gan4j.internal.network;

import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.model.Inversion;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A batch of descents, each from a latent vector of its own to an image: row {@code i * restarts +
 * r} is the r-th for the i-th image. All images start from the same vectors and draw the same
 * numbers, so that what is found for one depends on no other.
 */
final class InversionDescent implements AutoCloseable {
  /** About one normal vector in a thousand is longer than the mean length by so much. */
  private static final double LENGTH_MARGIN = 2.2;

  private final LatentDistribution distribution;
  private final Inversion inversion;
  private final float[] targets;
  private final int rows;
  private final int latentDim;
  private final int imageSize;
  private final TrainingPass pass;
  private final Tensor in;
  private final Tensor out;
  private final Tensor outGradient;
  private final Tensor inGradient;
  private final float[] latents;
  private final float[] gradient;
  private final float[] made;
  private final LatentAdam adam;
  private final float[] best;
  private final double[] lowest;

  /**
   * Makes one at its start.
   *
   * @param targets the images' values as the network makes them
   */
  InversionDescent(
      GanEngine engine,
      TrainableNetwork network,
      LatentDistribution distribution,
      Inversion inversion,
      float[] targets) {
    this.distribution = distribution;
    this.inversion = inversion;
    this.targets = targets;
    latentDim = network.spec().inputs();
    imageSize = network.spec().outputs();
    rows = targets.length / imageSize * inversion.restarts();
    pass = network.trainingPass(rows);
    in = engine.allocate(rows, latentDim);
    out = engine.allocate(rows, imageSize);
    outGradient = engine.allocate(rows, imageSize);
    inGradient = engine.allocate(rows, latentDim);
    latents = new float[rows * latentDim];
    gradient = new float[latents.length];
    made = new float[rows * imageSize];
    adam = new LatentAdam(latents.length);
    for (int row = 0; row < rows; row++) {
      Latents.draw(distribution, random(0, row), latents, row * latentDim, 1, latentDim);
    }
    best = latents.clone();
    lowest = new double[rows];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
  }

  /**
   * Where the descents to an image came nearest.
   *
   * @param error the mean squared error there, of the network's values
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on at once, and never compared.
  record Nearest(float[] latent, double error) {}

  /** Goes all the way and returns the nearest for each image. */
  List<Nearest> run() {
    for (int step = 1; step <= inversion.steps(); step++) {
      look();
      outGradient.copyFrom(made, 0);
      pass.backward(outGradient, inGradient, WeightGradients.SKIP);
      inGradient.copyTo(gradient, 0);
      adam.update(latents, gradient, step, rate(step));
      for (int row = 0; row < rows; row++) {
        keepToDistribution(step, row);
      }
    }
    look();
    return bestOfEach();
  }

  @Override
  public void close() {
    pass.close();
  }

  /** Generates, replaces what was made by the error's gradient, and keeps the best so far. */
  private void look() {
    in.copyFrom(latents, 0);
    pass.forward(in, out, 0);
    out.copyTo(made, 0);
    for (int row = 0; row < rows; row++) {
      double error = subtract(row);
      if (error < lowest[row]) {
        lowest[row] = error;
        System.arraycopy(latents, row * latentDim, best, row * latentDim, latentDim);
      }
    }
  }

  /** Replaces an image by the gradient of its mean squared error, which it returns. */
  private double subtract(int row) {
    int image = row / inversion.restarts() * imageSize;
    int first = row * imageSize;
    double squares = 0;
    for (int i = 0; i < imageSize; i++) {
      float difference = made[first + i] - targets[image + i];
      squares += (double) difference * difference;
      made[first + i] = 2 * difference / imageSize;
    }
    return squares / imageSize;
  }

  private double rate(int step) {
    return inversion.learningRate() * (1 + Math.cos(Math.PI * (step - 1) / inversion.steps())) / 2;
  }

  /** Brings a vector back to where those lie that the generator was trained on. */
  private void keepToDistribution(int step, int row) {
    int first = row * latentDim;
    switch (distribution) {
      case NORMAL ->
          Latents.shorten(latents, first, latentDim, Math.sqrt(latentDim) + LENGTH_MARGIN);
      case SPHERE -> Latents.toSphere(latents, first, latentDim);
      case UNIFORM -> clip(step, row);
    }
  }

  /**
   * Draws components anew that left the cube, which frees them from its walls (stochastic clipping,
   * Lipton and Tripathi, 2017); in the second half, which shall come to rest, they stay there.
   */
  private void clip(int step, int row) {
    boolean draws = 2 * step <= inversion.steps();
    float[] drawn = new float[0];
    for (int j = 0; j < latentDim; j++) {
      int at = row * latentDim + j;
      if (Math.abs(latents[at]) > 1) {
        if (draws && drawn.length == 0) {
          drawn = new float[latentDim];
          Latents.draw(distribution, random(step, row), drawn, 0, 1, latentDim);
        }
        latents[at] = draws ? drawn[j] : Math.signum(latents[at]);
        adam.stop(at);
      }
    }
  }

  private CounterRandom random(int step, int row) {
    long number = (long) step * inversion.restarts() + row % inversion.restarts();
    return new CounterRandom(inversion.seed(), RandomStream.INVERSION, number);
  }

  private List<Nearest> bestOfEach() {
    List<Nearest> found = new ArrayList<>();
    for (int i = 0; i < rows / inversion.restarts(); i++) {
      int winner = i * inversion.restarts();
      for (int row = winner + 1; row < (i + 1) * inversion.restarts(); row++) {
        if (lowest[row] < lowest[winner]) {
          winner = row;
        }
      }
      float[] latent = Arrays.copyOfRange(best, winner * latentDim, (winner + 1) * latentDim);
      found.add(new Nearest(latent, lowest[winner]));
    }
    return found;
  }
}
