package io.github.gan4j.benchmarks.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** What a program printed: figures as {@code key=value}, several a line, and remarks between. */
public final class PrintedFigures {
  private static final Pattern PAIR = Pattern.compile("([a-z][a-z0-9_]*)=(\\S+)");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  /** Adds a line; returns whether it held figures. */
  boolean add(String line) {
    String[] words = line.strip().split("\\s+", -1);
    Map<String, String> found = new LinkedHashMap<>();
    for (String word : words) {
      var pair = PAIR.matcher(word);
      if (!pair.matches()) {
        remarks.add(line.strip());
        return false;
      }
      found.put(pair.group(1), pair.group(2));
    }
    values.putAll(found);
    return true;
  }

  /** Returns the last value of a key. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Returns the last value of a key; empty if there is none, or it is no number. */
  public OptionalDouble number(String key) {
    try {
      return text(key).stream().mapToDouble(Double::parseDouble).findFirst();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Returns what follows a beginning in the first remark that has it. */
  public Optional<String> remark(String beginning) {
    return remarks.stream()
        .filter(remark -> remark.startsWith(beginning))
        .map(remark -> remark.substring(beginning.length()))
        .findFirst();
  }

  /** Returns the last remark that is not blank, which of a failed program often is the reason. */
  String lastRemark() {
    return remarks.stream()
        .filter(remark -> !remark.isEmpty())
        .reduce((first, second) -> second)
        .orElse("no output");
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
