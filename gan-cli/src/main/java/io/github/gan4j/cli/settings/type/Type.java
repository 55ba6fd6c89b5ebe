package io.github.gan4j.cli.settings.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the values of a setting are, and how they are written. Stateless. */
public abstract class Type<T> {
  private final String label;
  private final String rule;

  protected Type(String label, String rule) {
    this.label = label;
    this.rule = rule;
  }

  /** Returns what stands for a value in the help, as in {@code N}. */
  public final String label() {
    return label;
  }

  /** Returns what a value must be, to be read after "must be". */
  public final String rule() {
    return rule;
  }

  /** Returns the value that a text stands for; null if it breaks the rule. */
  public abstract @Nullable T parse(String text);

  /** Returns the text that stands for a value. */
  public abstract String format(T value);

  /** Returns the names of all values, if they have names. */
  public List<String> names() {
    return List.of();
  }

  /** Returns whether a value may be a list, which a text has with commas. */
  public boolean takesList() {
    return false;
  }

  /** Returns what to say after "must be RULE, was TEXT". */
  public String advice(String text) {
    return "";
  }
}
