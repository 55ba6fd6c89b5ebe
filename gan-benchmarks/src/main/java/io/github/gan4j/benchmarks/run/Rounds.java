package io.github.gan4j.benchmarks.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs contenders in turn, round by round, so that whatever else the machine does meets them all
 * alike. One that failed is not run again.
 *
 * @param count how many rounds
 * @param limit the most that one run may take
 * @param progress is told of each run
 */
public record Rounds(int count, Duration limit, Consumer<String> progress) {

  /** Runs them; one that is listed twice runs twice a round. */
  public Results run(List<Contender> contenders) {
    Results results = new Results();
    for (int round = 1; round <= count; round++) {
      for (Contender contender : contenders) {
        if (!results.failed(contender)) {
          progress.accept("round %s of %s: %s".formatted(round, count, contender.name()));
          run(contender, results);
        }
      }
    }
    return results;
  }

  private void run(Contender contender, Results results) {
    List<Child> beside = new ArrayList<>();
    try {
      for (Program program : contender.beside()) {
        Child child = new Child(program, limit);
        beside.add(child);
        child.awaitFigures();
      }
      PrintedFigures figures = Child.run(contender.program(), limit);
      progress.accept("  " + figures);
      results.add(contender, figures);
    } catch (ProgramException e) {
      progress.accept("  " + e.getMessage());
      results.fail(contender, String.valueOf(e.getMessage()));
    } finally {
      beside.forEach(Child::close);
    }
  }
}
