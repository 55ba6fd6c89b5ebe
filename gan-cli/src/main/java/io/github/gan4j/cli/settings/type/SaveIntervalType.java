package io.github.gan4j.cli.settings.type;

import org.jspecify.annotations.Nullable;

/** Steps, epochs or minutes. */
public final class SaveIntervalType extends Type<SaveInterval> {
  public SaveIntervalType() {
    super("N|Nep|Nmin", "steps from 1 on, as in 400, epochs, as in 2ep, or minutes, as in 10min");
  }

  @Override
  public @Nullable SaveInterval parse(String text) {
    try {
      return SaveInterval.parse(text);
    } catch (IllegalArgumentException e) {
      return null; // Which says that the rule is broken.
    }
  }

  @Override
  public String format(SaveInterval value) {
    return value.toString();
  }
}
