package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.settings.type.FilePath;
import io.github.gan4j.cli.settings.type.Switch;
import io.github.gan4j.cli.settings.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a run can be told, by one name in files and on the command line. Two settings are
 * equal if they are the same.
 */
public abstract sealed class Setting<T> permits SingleSetting, PlayersSetting {
  private final String name;
  private final Section section;
  private final Type<T> type;
  private final String description;

  Setting(String name, Section section, Type<T> type, String description) {
    this.name = name;
    this.section = section;
    this.type = type;
    this.description = description;
  }

  /** Returns the key in files, and the flag after its two hyphens. */
  public final String name() {
    return name;
  }

  /** Returns what it is about. */
  public final Section section() {
    return section;
  }

  /** Returns what its values are. */
  public final Type<T> type() {
    return type;
  }

  /** Returns whether its values are true and false. */
  public final boolean isSwitch() {
    return type instanceof Switch;
  }

  /** Returns whether its values are files or folders. */
  public final boolean isPath() {
    return type instanceof FilePath;
  }

  /** Returns one line about it. */
  public final String description() {
    return description;
  }

  /** Returns what a value must be, to be read after "must be". */
  public String rule() {
    return type.rule();
  }

  /** Returns the words that a value may be, if they can be listed: for a shell to complete. */
  public List<String> words() {
    return type.names();
  }

  /**
   * Reads a value.
   *
   * @return null for the word that leaves the setting unset
   * @throws IllegalArgumentException with what to say after the setting's name, if the text is
   *     neither
   */
  @Nullable T read(String text) {
    T value = type.parse(text);
    if (value == null) {
      throw new IllegalArgumentException(
          "must be %s, was %s%s".formatted(rule(), shown(text), type.advice(text)));
    }
    return value;
  }

  /** Makes the values have this one; null leaves the setting unset. */
  abstract void put(Values values, @Nullable T value);

  /** Returns the value; null if the setting is unset, or if it is about two players that differ. */
  public abstract @Nullable T find(Values values);

  /** Returns the settings that it stands for, each of one value. */
  abstract List<SingleSetting<T>> parts();

  /**
   * Returns whether it applies, the other values being what they are: whether it changes anything.
   */
  public abstract boolean applies(Values values);

  @Override
  public final String toString() {
    return name;
  }

  private static String shown(String text) {
    if (text.isEmpty()) {
      return "empty";
    }
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
