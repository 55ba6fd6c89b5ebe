package io.github.gan4j.cli.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Seeds that a path leads along.
 *
 * @param values at least two
 */
record Seeds(List<Long> values) {

  /** Returns how many paths there are from one seed to the next. */
  int paths() {
    return values.size() - 1;
  }

  @Override
  public String toString() {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" to "));
  }

  /** Reads {@code 1:2} or {@code 1:2:3}. */
  static final class Converter implements ITypeConverter<Seeds> {
    @Override
    public Seeds convert(String text) {
      List<Long> values = new ArrayList<>();
      try {
        for (String seed : text.split(":", -1)) {
          values.add(Long.parseLong(seed));
        }
      } catch (NumberFormatException e) {
        // Told below, as a single seed is.
        values.clear();
      }
      if (values.size() < 2) {
        throw new TypeConversionException(
            "must be two or more seeds, as in 1:2 or 1:2:3, was " + text);
      }
      return new Seeds(List.copyOf(values));
    }
  }
}
