package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.StepFlops;
import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import io.github.gan4j.benchmarks.run.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How long a step takes, against PyTorch and against what the machine can do. */
final class StepSection implements ComparisonSection {
  @Override
  public String name() {
    return "steps";
  }

  @Override
  public String title() {
    return "A step";
  }

  @Override
  public String measure(Lab lab) {
    List<Contender> contenders = new ArrayList<>();
    for (Workload workload : Workload.ALL) {
      for (Side side : Side.values()) {
        contenders.add(lab.steps(side, workload));
      }
    }
    Results results = lab.runWithRate(contenders);
    Samples rate = results.samples(lab.rate(), Lab.RATE);
    Table times = new Table(Side.columns(List.of("ms a step"), List.of(Side.values())));
    Table aims = new Table(Side.columns(List.of("", "reach"), Side.gan4jAndEager()));
    for (Workload workload : Workload.ALL) {
      Times found = new Times(lab, results, workload);
      times.row(found.row());
      found.addTo(aims, rate.most());
    }
    return """
    The median of %s steps after a warm-up of %s.

    %s
    %s
    The share counts the operations of a step's matrix products only. The machine's rate is what \
    OpenBLAS does on all processors in a product of 2048 × 2048 matrices; in this run it \
    reached %s GFLOP/s, of which the best counts.

    %s\
    """
        .formatted(
            lab.effort().steps(),
            lab.effort().warmUp(),
            times,
            aims,
            rate.text(0),
            results.failures());
  }

  /** One workload's times. */
  private record Times(Lab lab, Results results, Workload workload) {
    Samples of(Side side) {
      return results.samples(lab.steps(side, workload), Lab.MILLISECONDS);
    }

    List<String> row() {
      List<String> row = new ArrayList<>(List.of(workload.name()));
      for (Side side : Side.values()) {
        row.add(of(side).text(2));
      }
      return row;
    }

    void addTo(Table aims, double rate) {
      Samples eager = of(Side.EAGER);
      Samples best = of(Side.FUSED).orLess(of(Side.COMPILE));
      double full = 100 * StepFlops.of(workload.config(), Workload.PIXELS) / (rate * 1e6);
      aims.row(
          row("time over PyTorch eager's", "at most 0.33", side -> of(side).over(eager).text(2)));
      aims.row(
          row(
              "time over the better of fused and compile",
              "at most 0.50",
              side -> of(side).over(best).text(2)));
      aims.row(
          row(
              "share of the machine's rate, %",
              "at least 50", side -> of(side).under(full).text(0)));
    }

    private List<String> row(String what, String reach, Function<Side, String> found) {
      List<String> row = new ArrayList<>(List.of(workload.name() + ": " + what, reach));
      Side.gan4jAndEager().forEach(side -> row.add(found.apply(side)));
      return row;
    }
  }
}
