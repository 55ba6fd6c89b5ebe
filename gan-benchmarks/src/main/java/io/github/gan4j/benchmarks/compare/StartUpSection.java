package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Child;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import java.util.List;

/** How long it takes from the command to the end of the first step. */
final class StartUpSection implements ComparisonSection {
  private static final String WORKLOAD = Workload.MNIST_BATCHNORM.name();

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String title() {
    return "To the end of the first step";
  }

  @Override
  public int rounds(Effort effort) {
    return effort.startUps();
  }

  @Override
  public String measure(Lab lab) {
    Contender vector = example(lab, Side.VECTOR);
    Contender openblas = example(lab, Side.OPENBLAS);
    Contender eager =
        Contender.alone(
            "starting " + Side.EAGER.label(),
            lab.commands().steps(Side.EAGER, List.of(WORKLOAD, "--steps", "1", "--warm-up", "0")));
    List<Contender> contenders = List.of(vector, openblas, eager);
    // Unlike the first start, those that count find all files in memory.
    lab.run(1, contenders);
    Results results = lab.run(rounds(lab.effort()), contenders);
    Table table = new Table("seconds", "reach", "measured");
    table.row(
        Side.VECTOR.label(), "at most 0.9", results.samples(vector, Child.FIRST_LINE).text(2));
    table.row(
        Side.OPENBLAS.label(), "at most 0.9", results.samples(openblas, Child.FIRST_LINE).text(2));
    table.row(Side.EAGER.label(), "", results.samples(eager, Child.FIRST_LINE).text(2));
    return "From the start of `gan-cli.jar bench %s`, after a start that does not count.\n\n%s\n%s"
        .formatted(WORKLOAD, table, results.failures());
  }

  private static Contender example(Lab lab, Side side) {
    return Contender.alone(
        "starting " + side.label(),
        lab.commands().program(side, "bench", WORKLOAD, "--steps", "1", "--warm-up", "0"));
  }
}
