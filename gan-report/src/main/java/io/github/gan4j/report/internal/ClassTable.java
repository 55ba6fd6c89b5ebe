package io.github.gan4j.report.internal;

import io.github.gan4j.data.Dataset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a dataset's classes are called, in words. */
public final class ClassTable {
  private ClassTable() {}

  /** Returns "none", "10, 0 to 9" where classes are called by their numbers, or all names. */
  public static String describe(Dataset dataset) {
    List<String> names = dataset.classNames();
    if (names.isEmpty()) {
      return "none";
    }
    return areNumbers(names)
        ? names.size() + ", 0 to " + (names.size() - 1)
        : IntStream.range(0, names.size())
            .mapToObj(label -> label + " " + names.get(label))
            .collect(Collectors.joining(", "));
  }

  private static boolean areNumbers(List<String> names) {
    return IntStream.range(0, names.size())
        .allMatch(label -> names.get(label).equals(Integer.toString(label)));
  }
}
