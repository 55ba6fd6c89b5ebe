package io.github.gan4j.metrics.modes;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.argument.Arguments;
import io.github.gan4j.metrics.internal.LabelChecks;
import java.util.Arrays;

/**
 * How many samples fell into each mode of the data, such as the 1,000 classes of Stacked MNIST that
 * a {@linkplain io.github.gan4j.metrics.classifier.Classifier classifier} predicts. Immutable and
 * thread-safe.
 *
 * <p>The figures are those of the Stacked MNIST test (Srivastava et al., VEEGAN, 2017,
 * arXiv:1705.07761; Lin et al., PacGAN, 2017, arXiv:1712.04086): modes that have a sample, and the
 * Kullback-Leibler divergence of the samples' modes from those of the data. PacGAN measures 26,000
 * samples; fewer cover fewer modes and diverge more, however good they are.
 */
public final class ModeCounts {
  private final int[] counts;
  private final int total;

  /** Keeps the counts as they are; their sum is an int. */
  ModeCounts(int[] counts) {
    this.counts = counts;
    total = Arrays.stream(counts).sum();
  }

  /**
   * Counts labels, such as those that a classifier gives to what a generator made.
   *
   * @param labels at least one, each from 0 to {@code modes - 1}
   * @param modes how many modes the data has, at least 1
   * @throws IllegalArgumentException if there are no labels, or a label or the number of modes is
   *     out of range
   */
  public static ModeCounts of(int[] labels, int modes) {
    LabelChecks.check("labels", labels, "modes", modes);
    int[] counts = new int[modes];
    for (int label : labels) {
      counts[label]++;
    }
    return new ModeCounts(counts);
  }

  /**
   * Counts the labels of a dataset, each class a mode.
   *
   * @throws IllegalArgumentException if the dataset has no labels
   */
  public static ModeCounts of(Dataset dataset) {
    if (Arguments.notNull("dataset", dataset).classes() == 0) {
      throw new IllegalArgumentException(
          "dataset must have labels to be counted, %s has none".formatted(dataset.name()));
    }
    int[] labels = new int[dataset.size()];
    Arrays.setAll(labels, dataset::label);
    return of(labels, dataset.classes());
  }

  /** Returns the number of modes, with samples or without. */
  public int modes() {
    return counts.length;
  }

  /** Returns the number of modes that have a sample. */
  public int covered() {
    return (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }

  /**
   * Returns the number of samples in a mode.
   *
   * @param mode from 0 to {@code modes() - 1}
   * @throws IndexOutOfBoundsException if there is no such mode
   */
  public int count(int mode) {
    return counts[mode];
  }

  /** Returns the number of samples in all modes. */
  public int total() {
    return total;
  }

  /**
   * Returns the Kullback-Leibler divergence, in nats, of these samples' modes from equally likely
   * ones, KL(samples ‖ uniform): 0 if all modes have equally many, {@code ln(modes())} if one has
   * all. This is what PacGAN's program measures.
   *
   * @throws IllegalStateException if there are no samples
   */
  public double divergenceFromUniform() {
    int[] uniform = new int[counts.length];
    Arrays.fill(uniform, 1);
    return divergence(uniform, counts.length);
  }

  /**
   * Returns the Kullback-Leibler divergence, in nats, of these samples' modes from those of the
   * data, KL(samples ‖ data); infinite if a sample is in a mode that the data has not.
   *
   * @throws IllegalArgumentException if the data has another number of modes, or no samples
   * @throws IllegalStateException if there are no samples here
   */
  public double divergenceFrom(ModeCounts data) {
    if (Arguments.notNull("data", data).modes() != modes()) {
      throw new IllegalArgumentException(
          "data must have as many modes as the samples, %s, had %s"
              .formatted(modes(), data.modes()));
    }
    if (data.total == 0) {
      throw new IllegalArgumentException("data must have at least 1 sample, had 0");
    }
    return divergence(data.counts, data.total);
  }

  /** Returns the modes that have a sample, as in {@code 8 of 25 modes}. */
  @Override
  public String toString() {
    return "%s of %s modes".formatted(covered(), modes());
  }

  private double divergence(int[] others, int othersTotal) {
    if (total == 0) {
      throw new IllegalStateException("divergence needs at least 1 sample, had 0");
    }
    double sum = 0;
    for (int mode = 0; mode < counts.length; mode++) {
      if (counts[mode] > 0) {
        double share = (double) counts[mode] / total;
        double other = (double) others[mode] / othersTotal;
        sum += share * Math.log(share / other);
      }
    }
    // Never negative but by rounding.
    return Math.max(0, sum);
  }
}
