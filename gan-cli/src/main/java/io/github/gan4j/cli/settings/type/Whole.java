package io.github.gan4j.cli.settings.type;

import org.jspecify.annotations.Nullable;

/** A whole number of 32 bits. */
public final class Whole extends Type<Integer> {
  private final int least;
  private final int most;

  public Whole(int least, int most) {
    super("N", "a whole number from %s to %s".formatted(least, most));
    this.least = least;
    this.most = most;
  }

  public static Whole from(int least) {
    return new Whole(least, Integer.MAX_VALUE);
  }

  @Override
  public @Nullable Integer parse(String text) {
    try {
      int value = Integer.parseInt(text);
      return value >= least && value <= most ? value : null;
    } catch (NumberFormatException e) {
      return null; // Which says that the rule is broken.
    }
  }

  @Override
  public String format(Integer value) {
    return value.toString();
  }
}
