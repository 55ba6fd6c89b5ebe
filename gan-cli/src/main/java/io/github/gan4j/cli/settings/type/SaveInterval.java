package io.github.gan4j.cli.settings.type;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.training.Interval;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often a run's state is saved.
 *
 * @param interval after so many steps or epochs; null if after minutes
 * @param minutes after so many; 0 if after steps or epochs
 */
public record SaveInterval(@Nullable Interval interval, int minutes) {
  private static final Pattern MINUTES = Pattern.compile("([0-9]{1,9})min");

  /** Returns one of minutes, at least 1. */
  public static SaveInterval ofMinutes(int minutes) {
    return new SaveInterval(null, minutes);
  }

  /**
   * Reads {@code 400}, {@code 2ep} or {@code 10min}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static SaveInterval parse(String text) {
    Matcher matcher = MINUTES.matcher(text);
    if (!matcher.matches()) {
      return new SaveInterval(Interval.parse(text), 0);
    }
    int minutes = Integer.parseInt(matcher.group(1));
    if (minutes < 1) {
      throw new IllegalArgumentException("must be at least 1min, was " + text);
    }
    return ofMinutes(minutes);
  }

  /** Returns checkpoints that keep to this. */
  public Checkpoints applyTo(Checkpoints checkpoints) {
    return interval == null
        ? checkpoints.every(Duration.ofMinutes(minutes))
        : checkpoints.every(interval);
  }

  @Override
  public String toString() {
    return interval == null ? minutes + "min" : Objects.toString(interval);
  }
}
