package io.github.gan4j.benchmarks.run;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the contenders printed in all rounds, and why some printed nothing. */
public final class Results {
  private final ListMultimap<Contender, PrintedFigures> figures = ArrayListMultimap.create();
  private final Map<Contender, String> failures = new LinkedHashMap<>();

  Results() {}

  void add(Contender contender, PrintedFigures found) {
    figures.put(contender, found);
  }

  void fail(Contender contender, String reason) {
    failures.put(contender, reason);
  }

  boolean failed(Contender contender) {
    return failures.containsKey(contender);
  }

  /** Returns a contender's figure of each round. */
  public Samples samples(Contender contender, String figure) {
    return new Samples(
        figures.get(contender).stream()
            .flatMap(found -> found.number(figure).stream().boxed())
            .toList());
  }

  /** Returns a line for each reason why contenders failed, with their names. */
  public String failures() {
    return failures.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                LinkedHashMap::new,
                Collectors.mapping(failure -> failure.getKey().name(), Collectors.joining("; "))))
        .entrySet()
        .stream()
        .map(reason -> "Failed, with %s: %s.%n".formatted(reason.getKey(), reason.getValue()))
        .collect(Collectors.joining());
  }
}
