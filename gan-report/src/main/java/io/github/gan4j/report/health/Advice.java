package io.github.gan4j.report.health;

import io.github.gan4j.config.GanConfig;

/**
 * A recommended change of a setting (hyperparameter): the value to try, and the current one.
 *
 * @param setting what to change
 * @param players whose setting it is; {@link Players#BOTH} for one of the whole run, too
 * @param value the value to try, as a Java program writes it; widths are separated by commas;
 *     {@code true} for what is to be switched on
 * @param instead the value that the run has, likewise, or {@code none}
 * @param reason what it is good for, a few words
 * @param config what the run is made of
 */
public record Advice(
    Setting setting,
    Players players,
    String value,
    String instead,
    String reason,
    GanConfig config) {

  /** What advice is about. */
  public enum Setting {
    /** The learning rate of an optimiser. */
    LEARNING_RATE,
    /** The decay of an optimiser's running mean of the gradient, or its momentum. */
    BETA1,
    /** The decay of the generator's running average. */
    AVERAGING,
    /** Images a step. */
    BATCH_SIZE,
    /** Batch normalisation of the hidden layers, which is off. */
    BATCH_NORM,
    /** The share of hidden layers' outputs that training drops. */
    DROPOUT,
    /** The widths of the hidden layers. */
    HIDDEN
  }

  /** Whose setting it is. */
  public enum Players {
    /** The generator's. */
    GENERATOR,
    /** The discriminator's. */
    DISCRIMINATOR,
    /** Both players', or the run's. */
    BOTH
  }

  /** Returns one line, which begins with the setting as it is written down where it is set. */
  public String line(AdviceWording wording) {
    return wording.of(this) + rest();
  }

  /** Returns what follows the setting in a line. */
  public String rest() {
    return " instead of " + instead + ": " + reason;
  }

  /** Returns the line with a call of this library's builder. */
  @Override
  public String toString() {
    return line(AdviceWording.BUILDER);
  }
}
