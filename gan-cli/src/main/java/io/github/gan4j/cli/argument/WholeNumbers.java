package io.github.gan4j.cli.argument;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The numbers that flags take. */
public final class WholeNumbers {
  private WholeNumbers() {}

  /** A number from 1 on. */
  public static final class FromOne implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return Math.toIntExact(between(1, Integer.MAX_VALUE, text));
    }
  }

  /** A number from 0 on. */
  public static final class FromZero implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return Math.toIntExact(between(0, Integer.MAX_VALUE, text));
    }
  }

  /** Any number of 64 bits. */
  public static final class Any implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return between(Long.MIN_VALUE, Long.MAX_VALUE, text);
    }
  }

  private static long between(long least, long most, String text) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    throw new TypeConversionException(
        "must be a whole number from %s to %s, was %s".formatted(least, most, text));
  }
}
