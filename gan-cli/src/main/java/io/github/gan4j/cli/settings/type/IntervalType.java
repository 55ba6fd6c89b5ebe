package io.github.gan4j.cli.settings.type;

import io.github.gan4j.training.Interval;
import org.jspecify.annotations.Nullable;

/** Steps or epochs. */
public final class IntervalType extends Type<Interval> {
  public IntervalType() {
    super("N|Nep", "steps from 1 on, as in 400, or epochs, as in 2ep");
  }

  @Override
  public @Nullable Interval parse(String text) {
    try {
      return Interval.parse(text);
    } catch (IllegalArgumentException e) {
      return null; // Which says that the rule is broken.
    }
  }

  @Override
  public String format(Interval value) {
    return value.toString();
  }
}
