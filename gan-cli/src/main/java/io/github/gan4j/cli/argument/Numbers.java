package io.github.gan4j.cli.argument;

import io.github.gan4j.cli.settings.type.Real;
import io.github.gan4j.cli.settings.type.Whole;
import io.github.gan4j.cli.settings.type.WholeOf64Bits;

/** The numbers that flags take. */
public final class Numbers {
  private Numbers() {}

  /** A whole number from 1 on. */
  public static final class FromOne extends TypeConverter<Integer> {
    FromOne() {
      super(Whole.from(1));
    }
  }

  /** A whole number from 0 on. */
  public static final class FromZero extends TypeConverter<Integer> {
    FromZero() {
      super(Whole.from(0));
    }
  }

  /** Any whole number of 64 bits. */
  public static final class Any extends TypeConverter<Long> {
    Any() {
      super(new WholeOf64Bits());
    }
  }

  /** A number above 0. */
  public static final class Positive extends TypeConverter<Double> {
    Positive() {
      super(Real.positive());
    }
  }
}
