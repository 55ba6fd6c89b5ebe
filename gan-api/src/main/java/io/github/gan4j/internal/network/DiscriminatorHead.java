package io.github.gan4j.internal.network;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.loss.Logits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a discriminator's outputs mean. The first is the logit; with an auxiliary classifier the
 * others are its scores of the classes, with a projection they are what each class adds to the
 * logit. Rows are packed one after the other. Immutable.
 */
public final class DiscriminatorHead {
  private final Conditioning.@Nullable Kind kind;
  private final int outputs;

  /** Makes that of a configuration's conditioning, which may be none. */
  public DiscriminatorHead(@Nullable Conditioning conditioning) {
    kind = conditioning == null ? null : conditioning.kind();
    outputs = hasClasses() && conditioning != null ? 1 + conditioning.classes() : 1;
  }

  private boolean hasClasses() {
    return kind == Conditioning.Kind.AUXILIARY_CLASSIFIER || kind == Conditioning.Kind.PROJECTION;
  }

  /** Returns how many numbers the discriminator gives a row. */
  public int outputs() {
    return outputs;
  }

  /** Returns whether a row's logit depends on its class. */
  public boolean projects() {
    return kind == Conditioning.Kind.PROJECTION;
  }

  /** Returns whether outputs name the class. */
  public boolean classifies() {
    return kind == Conditioning.Kind.AUXILIARY_CLASSIFIER;
  }

  /**
   * Reads logits off.
   *
   * @param labels the rows' classes, over and over; unread without conditioning
   * @param logits receives one a row
   */
  public void logits(float[] values, int[] labels, float[] logits) {
    for (int row = 0; row < logits.length; row++) {
      int at = row * outputs;
      logits[row] =
          projects() ? values[at] + values[at + 1 + labels[row % labels.length]] : values[at];
    }
  }

  /**
   * Sets the derivatives by the outputs from those by the logits.
   *
   * @param byValues receives {@code logits.length * outputs()} numbers
   */
  public void backward(float[] byLogits, int[] labels, float[] byValues) {
    if (outputs > 1) {
      Arrays.fill(byValues, 0);
    }
    for (int row = 0; row < byLogits.length; row++) {
      int at = row * outputs;
      byValues[at] = byLogits[row];
      if (projects()) {
        byValues[at + 1 + labels[row % labels.length]] = byLogits[row];
      }
    }
  }

  /**
   * Returns the mean cross-entropy of the classes that rows are said to have, times a weight, and
   * adds its derivatives; 0 unless {@link #classifies()}.
   *
   * @param from the first row
   * @param to the row after the last
   */
  public double addClassLoss(
      float[] values, int[] labels, int from, int to, double weight, float[] byValues) {
    if (!classifies()) {
      return 0;
    }
    double[] shares = new double[outputs - 1];
    double sum = 0;
    for (int row = from; row < to; row++) {
      int at = row * outputs + 1;
      int label = labels[row % labels.length];
      sum += Logits.crossEntropy(values, at, label, shares);
      for (int c = 0; c < shares.length; c++) {
        double derivative = shares[c] - (c == label ? 1 : 0);
        byValues[at + c] += (float) (weight * derivative / (to - from));
      }
    }
    return weight * sum / (to - from);
  }
}
