package io.github.gan4j.cli.settings.type;

import io.github.gan4j.cli.problem.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One of some values that have names. */
public final class Choice<T> extends Type<T> {
  private final Map<String, T> values;

  private Choice(String label, Map<String, T> values) {
    super(label, "one of " + String.join(", ", values.keySet()));
    this.values = values;
  }

  public static <T> Choice<T> of(String label, List<T> values, Function<T, String> name) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T value : values) {
      byName.put(name.apply(value), value);
    }
    return new Choice<>(label, byName);
  }

  /** Names the values as they are written in Java, in small letters and with hyphens. */
  public static <E extends Enum<E>> Choice<E> of(List<E> values) {
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
  public String advice(String text) {
    return Nearest.suggestion(text, values.keySet());
  }
}
