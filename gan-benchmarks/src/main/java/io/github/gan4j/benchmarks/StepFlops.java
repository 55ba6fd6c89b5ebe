package io.github.gan4j.benchmarks;

import io.github.gan4j.config.GanConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the floating point operations of a step's matrix products: 2 · rows · inputs · outputs
 * each. Nobody needs the gradient of the generator's or, in its own turn, of the discriminator's
 * inputs, nor in the generator's turn those of the discriminator's weights: they do not count, even
 * where a program computes them. Nor does anything else of a step.
 */
public final class StepFlops {
  private StepFlops() {}

  /**
   * Returns the count of one step.
   *
   * @param pixels how many values an image has
   */
  public static double of(GanConfig config, int pixels) {
    Layers generator =
        new Layers(config.latent().dim(), config.generator().network().hidden(), pixels);
    Layers discriminator = new Layers(pixels, config.discriminator().network().hidden(), 1);
    int judged = config.schedule().batchSize();
    int trained = config.schedule().generatorBatchSize();
    double made =
        trained == judged
            ? generator.forward(judged)
            : generator.forward(judged) + generator.forward(trained);
    double discriminatorTurn =
        discriminator.forward(2 * judged)
            + discriminator.weightGradients(2 * judged)
            + discriminator.hiddenGradients(2 * judged);
    double generatorTurn =
        discriminator.forward(trained)
            + discriminator.inputGradients(trained)
            + generator.weightGradients(trained)
            + generator.hiddenGradients(trained);
    return made + discriminatorTurn + generatorTurn;
  }

  /** A network's widths, inputs and outputs included. */
  private static final class Layers {
    private final List<Integer> widths = new ArrayList<>();

    Layers(int inputs, List<Integer> hidden, int outputs) {
      widths.add(inputs);
      widths.addAll(hidden);
      widths.add(outputs);
    }

    double forward(int rows) {
      return products(rows, 0);
    }

    /** Each weight's gradient takes as long as the weight's part in the forward pass. */
    double weightGradients(int rows) {
      return products(rows, 0);
    }

    double inputGradients(int rows) {
      return products(rows, 0);
    }

    /** Gradients of all layers' inputs but the first's. */
    double hiddenGradients(int rows) {
      return products(rows, 1);
    }

    private double products(int rows, int firstLayer) {
      double sum = 0;
      for (int i = firstLayer; i + 1 < widths.size(); i++) {
        sum += 2.0 * rows * widths.get(i) * widths.get(i + 1);
      }
      return sum;
    }
  }
}
