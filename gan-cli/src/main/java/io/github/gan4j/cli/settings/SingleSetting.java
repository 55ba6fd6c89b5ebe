package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.settings.type.Type;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A setting that stands for itself alone, and may depend on another. */
public final class SingleSetting<T> extends Setting<T> {
  /**
   * What must be so for a setting to apply.
   *
   * @param settings others, one of which must have a value
   * @param allowed what it may be; empty for anything
   */
  record Condition(List<SingleSetting<?>> settings, Set<?> allowed) {
    boolean holds(Values values) {
      return settings.stream().anyMatch(setting -> holds(setting.find(values)));
    }

    private boolean holds(@Nullable Object value) {
      return value != null && (allowed.isEmpty() || allowed.contains(value));
    }
  }

  private final @Nullable String unsetWord;
  private final @Nullable String unsetMeaning;
  private final @Nullable Condition condition;
  private final @Nullable T byDefault;

  private SingleSetting(
      String name,
      Section section,
      Type<T> type,
      String description,
      @Nullable String unsetWord,
      @Nullable String unsetMeaning,
      @Nullable Condition condition,
      @Nullable T byDefault) {
    super(name, section, type, description);
    this.unsetWord = unsetWord;
    this.unsetMeaning = unsetMeaning;
    this.condition = condition;
    this.byDefault = byDefault;
  }

  static <T> SingleSetting<T> of(String name, Section section, Type<T> type, String description) {
    return new SingleSetting<>(name, section, type, description, null, null, null, null);
  }

  /** Returns the same, which may be unset. */
  SingleSetting<T> unset(String meaning) {
    return new SingleSetting<>(
        name(), section(), type(), description(), null, meaning, condition, byDefault);
  }

  /** Returns the same, which may be unset and has a word for that. */
  SingleSetting<T> unset(String word, String meaning) {
    return new SingleSetting<>(
        name(), section(), type(), description(), word, meaning, condition, byDefault);
  }

  /** Returns the same, which applies only if another setting has one of these values. */
  <C> SingleSetting<T> onlyIf(SingleSetting<C> setting, Set<C> allowed) {
    return onlyIf(new Condition(List.of(setting), allowed));
  }

  /** Returns the same, which applies only if one of these settings is set. */
  SingleSetting<T> onlyWith(SingleSetting<?>... settings) {
    return onlyIf(new Condition(List.of(settings), Set.of()));
  }

  private SingleSetting<T> onlyIf(Condition newCondition) {
    return new SingleSetting<>(
        name(), section(), type(), description(), unsetWord, unsetMeaning, newCondition, byDefault);
  }

  /** Returns the same, with what it is before anybody sets it where no configuration says that. */
  SingleSetting<T> byDefault(T value) {
    return new SingleSetting<>(
        name(), section(), type(), description(), unsetWord, unsetMeaning, condition, value);
  }

  /** Gives it its default, if it has one of its own. */
  void putDefault(Values values) {
    put(values, byDefault);
  }

  /** Returns the word that leaves it unset, if there is one. */
  public @Nullable String unsetWord() {
    return unsetWord;
  }

  /** Returns what it means to leave it unset; null if it always has a value. */
  public @Nullable String unsetMeaning() {
    return unsetMeaning;
  }

  /** Returns what must be so for it to apply; null if it always does. */
  @Nullable Condition condition() {
    return condition;
  }

  @Override
  public String rule() {
    return unsetWord == null ? super.rule() : super.rule() + ", or " + unsetWord;
  }

  @Override
  public List<String> words() {
    return unsetWord == null
        ? super.words()
        : Stream.concat(super.words().stream(), Stream.of(unsetWord)).toList();
  }

  @Override
  @Nullable T read(String text) {
    return text.equals(unsetWord) ? null : super.read(text);
  }

  @Override
  void put(Values values, @Nullable T value) {
    values.put(this, value);
  }

  @Override
  public @Nullable T find(Values values) {
    return values.find(this);
  }

  @Override
  List<SingleSetting<T>> parts() {
    return List.of(this);
  }

  @Override
  public boolean applies(Values values) {
    return condition == null || Objects.requireNonNull(condition).holds(values);
  }
}
