package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.problem.Nearest;
import io.github.gan4j.training.Interval;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of everything but numbers. */
final class TextTypes {
  private TextTypes() {}

  /** One of some values that have names. */
  static final class Choice<T> extends Type<T> {
    private final Map<String, T> values;

    private Choice(String label, Map<String, T> values) {
      super(label, "one of " + String.join(", ", values.keySet()));
      this.values = values;
    }

    static <T> Choice<T> of(String label, List<T> values, Function<T, String> name) {
      Map<String, T> byName = new LinkedHashMap<>();
      for (T value : values) {
        byName.put(name.apply(value), value);
      }
      return new Choice<>(label, byName);
    }

    /** Names the values as they are written in Java, in small letters and with hyphens. */
    static <E extends Enum<E>> Choice<E> of(List<E> values) {
      return of("NAME", values, value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public @Nullable T parse(String text) {
      return values.get(text);
    }

    @Override
    public String format(T value) {
      for (Map.Entry<String, T> entry : values.entrySet()) {
        if (entry.getValue().equals(value)) {
          return entry.getKey();
        }
      }
      throw new IllegalArgumentException("%s must be %s".formatted(value, rule()));
    }

    @Override
    public List<String> names() {
      return List.copyOf(values.keySet());
    }

    @Override
    String advice(String text) {
      return Nearest.suggestion(text, values.keySet());
    }
  }

  /** Yes or no. */
  static final class Switch extends Type<Boolean> {
    private static final Map<String, Boolean> WORDS =
        Map.of("true", true, "false", false, "on", true, "off", false, "yes", true, "no", false);

    Switch() {
      super("true|false", "true or false");
    }

    @Override
    public @Nullable Boolean parse(String text) {
      return WORDS.get(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public String format(Boolean value) {
      return value.toString();
    }
  }

  /** A file or folder. */
  static final class FilePath extends Type<Path> {
    FilePath(String label) {
      super(label, "a path");
    }

    @Override
    public @Nullable Path parse(String text) {
      if (text.isEmpty()) {
        return null;
      }
      try {
        return UserPath.of(text);
      } catch (InvalidPathException e) {
        return null; // Which says that the rule is broken.
      }
    }

    @Override
    String advice(String text) {
      try {
        Path unused = UserPath.of(text);
        return "";
      } catch (InvalidPathException e) {
        return ": " + e.getReason();
      }
    }

    @Override
    public String format(Path value) {
      return value.toString();
    }
  }

  /** Steps or epochs. */
  static final class IntervalType extends Type<Interval> {
    IntervalType() {
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

  /** Steps, epochs or minutes. */
  static final class SaveIntervalType extends Type<SaveInterval> {
    SaveIntervalType() {
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

  /** Rows and columns. */
  static final class SizeType extends Type<Size> {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(?:x([0-9]{1,9}))?");

    private final int most;

    SizeType(int most) {
      super("N|NxN", "rows x columns, as in 32x48, or one number for both, up to " + most);
      this.most = most;
    }

    @Override
    public @Nullable Size parse(String text) {
      Matcher matcher = SIZE.matcher(text);
      if (!matcher.matches()) {
        return null;
      }
      int rows = Integer.parseInt(matcher.group(1));
      int columns = matcher.group(2) == null ? rows : Integer.parseInt(matcher.group(2));
      return rows >= 1 && columns >= 1 && Math.max(rows, columns) <= most
          ? new Size(rows, columns)
          : null;
    }

    @Override
    public String format(Size value) {
      return value.rows() + "x" + value.columns();
    }
  }

  /** Two numbers. */
  static final class RangeType extends Type<ValueRange> {
    private static final NumberTypes.Real NUMBER = NumberTypes.Real.any();

    RangeType() {
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

  /** Several values of another type. */
  static final class ListOf<T> extends Type<List<T>> {
    private static final String EMPTY = "none";

    private final Type<T> element;
    private final boolean mayBeEmpty;

    ListOf(Type<T> element, String rule, boolean mayBeEmpty) {
      super(element.label() + ",...", rule);
      this.element = element;
      this.mayBeEmpty = mayBeEmpty;
    }

    @Override
    boolean takesList() {
      return true;
    }

    @Override
    public @Nullable List<T> parse(String text) {
      if (text.isEmpty() || text.equals(EMPTY)) {
        return mayBeEmpty ? List.of() : null;
      }
      List<T> values = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        T value = element.parse(part.strip());
        if (value == null) {
          return null;
        }
        values.add(value);
      }
      return List.copyOf(values);
    }

    @Override
    public String format(List<T> value) {
      return value.isEmpty()
          ? EMPTY
          : value.stream().map(element::format).collect(Collectors.joining(","));
    }
  }
}
