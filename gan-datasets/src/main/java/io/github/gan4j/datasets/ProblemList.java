package io.github.gan4j.datasets;

import java.util.ArrayList;
import java.util.List;

/** Problems with many files: the first twenty, and how many there are. */
final class ProblemList {
  private static final int SHOWN = 20;

  private final List<String> first = new ArrayList<>();
  private int count;

  void add(String problem) {
    count++;
    if (first.size() < SHOWN) {
      first.add(problem);
    }
  }

  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Returns a line for each, after a line break. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    first.forEach(problem -> lines.append("\n  ").append(problem));
    if (count > first.size()) {
      lines.append("\n  and ").append(count - first.size()).append(" more");
    }
    return lines.toString();
  }
}
