package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.child.BusyLoop;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import io.github.gan4j.benchmarks.run.Samples;
import java.util.ArrayList;
import java.util.List;

/** How much longer a step takes while other programs want the processors. */
final class BusySection implements ComparisonSection {
  private static final List<Side> SIDES = Side.gan4jAndEager();

  /** What everything takes, waiting included, is what counts here. */
  private static final String MILLISECONDS = "mean_ms_per_step";

  private static final int ENDLESS = Integer.MAX_VALUE;

  @Override
  public String name() {
    return "busy";
  }

  @Override
  public String title() {
    return "On a busy machine";
  }

  @Override
  public String measure(Lab lab) {
    List<Contender> contenders = new ArrayList<>();
    for (Side side : SIDES) {
      contenders.add(alone(lab, side));
      contenders.add(besideItsKind(lab, side));
      contenders.add(besideLoops(lab, side));
    }
    Results results = lab.run(contenders);
    Table table =
        new Table(
            "mnist-batchnorm", "beside", "steps done", "mean ms a step", "reach", "slower by");
    for (Side side : SIDES) {
      Samples alone = results.samples(alone(lab, side), MILLISECONDS);
      row(table, side, "nothing", results, alone(lab, side), alone);
      row(table, side, "another one", results, besideItsKind(lab, side), alone);
      row(table, side, "a busy loop a processor", results, besideLoops(lab, side), alone);
    }
    return "Each ran for %s s.\n\n%s\n%s"
        .formatted(lab.effort().seconds(), table, results.failures());
  }

  private static void row(
      Table table, Side side, String beside, Results results, Contender contender, Samples alone) {
    Samples milliseconds = results.samples(contender, MILLISECONDS);
    boolean isBusy = !contender.beside().isEmpty();
    table.row(
        side.label(),
        beside,
        results.samples(contender, "steps").text(0),
        milliseconds.text(2),
        isBusy && side.isGan4j() ? "at most 3" : "",
        isBusy ? milliseconds.over(alone).text(2) : "");
  }

  private static Contender alone(Lab lab, Side side) {
    return lab.stepsInTime(side, Workload.MNIST_BATCHNORM, ENDLESS);
  }

  private static Contender besideItsKind(Lab lab, Side side) {
    return alone(lab, side)
        .beside("another", lab.endless(side, Workload.MNIST_BATCHNORM).program());
  }

  private static Contender besideLoops(Lab lab, Side side) {
    return alone(lab, side)
        .beside("loops", lab.commands().java(Side.OPENBLAS, BusyLoop.class, List.of()));
  }
}
