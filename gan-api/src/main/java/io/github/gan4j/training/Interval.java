package io.github.gan4j.training;

import io.github.gan4j.internal.argument.Arguments;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something happens in a run: every so many steps, or at the end of every so many epochs.
 *
 * @param count at least 1
 * @param unit what is counted
 */
public record Interval(int count, Unit unit) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,10})(ep)?");

  /** What an interval counts. */
  public enum Unit {
    /** Steps of training. */
    STEPS,
    /** Epochs, of which each ends with a step. */
    EPOCHS
  }

  /** Refuses a count below 1. */
  public Interval {
    Arguments.notNull("unit", unit);
    if (count < 1) {
      throw new IllegalArgumentException("interval must be at least 1, was " + count);
    }
  }

  /** Returns every so many steps, at least 1. */
  public static Interval steps(int count) {
    return new Interval(count, Unit.STEPS);
  }

  /** Returns the end of every so many epochs, at least 1. */
  public static Interval epochs(int count) {
    return new Interval(count, Unit.EPOCHS);
  }

  /**
   * Reads {@code 400}, every 400 steps, or {@code 2ep}, every 2 epochs: what {@link #toString}
   * gives.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Interval parse(String text) {
    Matcher matcher = TEXT.matcher(Arguments.notNull("interval", text));
    long count = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    if (count < 1 || count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "must be steps from 1 on, as in 400, or epochs, as in 2ep, was " + text);
    }
    return new Interval((int) count, matcher.group(2) == null ? Unit.STEPS : Unit.EPOCHS);
  }

  /**
   * Returns whether it is time after a step.
   *
   * @param step from 1 on
   */
  public boolean isDueAfter(long step, Run run) {
    long steps = unit == Unit.STEPS ? count : (long) count * run.stepsPerEpoch();
    return step % steps == 0;
  }

  @Override
  public String toString() {
    return unit == Unit.STEPS ? Integer.toString(count) : count + "ep";
  }
}
