package io.github.gan4j.cli.settings.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several values of another type. */
public final class ListOf<T> extends Type<List<T>> {
  private static final String EMPTY = "none";

  private final Type<T> element;
  private final boolean mayBeEmpty;

  public ListOf(Type<T> element, String rule, boolean mayBeEmpty) {
    super(element.label() + ",...", rule);
    this.element = element;
    this.mayBeEmpty = mayBeEmpty;
  }

  @Override
  public boolean takesList() {
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
