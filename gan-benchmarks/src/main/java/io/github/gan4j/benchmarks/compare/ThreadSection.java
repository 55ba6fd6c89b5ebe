package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import io.github.gan4j.benchmarks.run.Samples;
import java.util.ArrayList;
import java.util.List;

/** What a second thread gains. */
final class ThreadSection implements ComparisonSection {
  private static final List<Side> SIDES = Side.gan4jAndEager();

  @Override
  public String name() {
    return "threads";
  }

  @Override
  public String title() {
    return "One thread and two";
  }

  @Override
  public String measure(Lab lab) {
    List<Contender> contenders = new ArrayList<>();
    for (Side side : SIDES) {
      contenders.add(steps(lab, side, 1));
      contenders.add(steps(lab, side, 2));
    }
    Results results = lab.run(contenders);
    Table table = new Table("mnist-plain", "1 thread, ms", "2 threads, ms", "reach", "gain");
    for (Side side : SIDES) {
      Samples one = results.samples(steps(lab, side, 1), Lab.MILLISECONDS);
      Samples two = results.samples(steps(lab, side, 2), Lab.MILLISECONDS);
      table.row(
          side.label(),
          one.text(2),
          two.text(2),
          side.isGan4j() ? "at least 1.8" : "",
          one.over(two).text(2));
    }
    return table + "\n" + results.failures();
  }

  private static Contender steps(Lab lab, Side side, int threads) {
    return lab.steps(side, Workload.MNIST_PLAIN, "--threads", Integer.toString(threads));
  }
}
