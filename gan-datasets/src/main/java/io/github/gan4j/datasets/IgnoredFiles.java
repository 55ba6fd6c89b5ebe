package io.github.gan4j.datasets;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of a folder that are ignored since they are no images by their names, counted by extension.
 */
final class IgnoredFiles {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(Path file) {
    String name = FileNames.of(file);
    int dot = name.lastIndexOf('.');
    counts.merge(
        dot < 0 ? "without an ending" : name.substring(dot).toLowerCase(Locale.ROOT),
        1,
        Integer::sum);
  }

  void addAll(IgnoredFiles others) {
    others.counts.forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns counts and endings, the most frequent first, as in {@code 60 .webp, 2 .txt}. */
  String byKind() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(joining(", "));
  }

  /** Returns a sentence for a person. */
  @Override
  public String toString() {
    int total = total();
    return "%s %s passed over: %s".formatted(total, total == 1 ? "file" : "files", byKind());
  }
}
