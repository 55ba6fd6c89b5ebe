package io.github.gan4j.examples;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.datasets.Mnist;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.TrainingListener;
import java.util.Locale;

/**
 * Trains with a listener of its own, which prints mean losses, and ends a run in which the
 * discriminator wins.
 *
 * <p>Arguments: the number of steps (2000) and the discriminator's loss below which the run ends
 * (0.1).
 */
public final class CustomListener {
  private CustomListener() {}

  public static void main(String[] args) {
    long steps = args.length > 0 ? Long.parseLong(args[0]) : 2_000;
    double lowest = args.length > 1 ? Double.parseDouble(args[1]) : 0.1;

    try (TrainedGan gan =
        Gan.builder().maxSteps(steps).listener(new MeanLosses(lowest)).train(Mnist.train())) {
      System.out.println(gan);
    }
  }
}

// region losses
/** Prints the mean losses of every 50 steps; ends the run if the discriminator's is too low. */
final class MeanLosses implements TrainingListener {
  private static final int STEPS = 50;

  private final double lowest;
  private double discriminator;
  private double generator;

  MeanLosses(double lowest) {
    this.lowest = lowest;
  }

  @Override
  public void onLoss(LossEvent event) {
    discriminator += event.discriminator() / STEPS;
    generator += event.generator() / STEPS;
    if (event.step() % STEPS == 0) {
      System.out.printf(Locale.ROOT, "%6d %.4f %.4f%n", event.step(), discriminator, generator);
      if (discriminator < lowest) {
        event.run().requestStop();
      }
      discriminator = 0;
      generator = 0;
    }
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    System.out.println("the run ended: " + event.outcome());
  }
}
// endregion
