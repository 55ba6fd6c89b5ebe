package io.github.gan4j.cli.settings.type;

import org.jspecify.annotations.Nullable;

/** Any whole number of 64 bits. */
public final class WholeOf64Bits extends Type<Long> {
  public WholeOf64Bits() {
    super("S", "a whole number from %s to %s".formatted(Long.MIN_VALUE, Long.MAX_VALUE));
  }

  @Override
  public @Nullable Long parse(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null; // Which says that the rule is broken.
    }
  }

  @Override
  public String format(Long value) {
    return value.toString();
  }
}
