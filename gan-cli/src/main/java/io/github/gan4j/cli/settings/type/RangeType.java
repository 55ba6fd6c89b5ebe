package io.github.gan4j.cli.settings.type;

import org.jspecify.annotations.Nullable;

/** Two numbers. */
public final class RangeType extends Type<ValueRange> {
  private static final Real NUMBER = Real.any();

  public RangeType() {
    super("BLACK:WHITE", "two different numbers, as in 0:1");
  }

  @Override
  public @Nullable ValueRange parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return null;
    }
    Double black = NUMBER.parse(text.substring(0, colon));
    Double white = NUMBER.parse(text.substring(colon + 1));
    return black == null || white == null || black.equals(white)
        ? null
        : new ValueRange(black, white);
  }

  @Override
  public String format(ValueRange value) {
    return NUMBER.format(value.black()) + ":" + NUMBER.format(value.white());
  }
}
