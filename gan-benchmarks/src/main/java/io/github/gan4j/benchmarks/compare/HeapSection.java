package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.child.MemoryMeter;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import java.util.List;

/** What a long run leaves behind. */
final class HeapSection implements Section {
  @Override
  public String name() {
    return "heap";
  }

  @Override
  public String title() {
    return "A long run's memory";
  }

  @Override
  public String measure(Lab lab) {
    Contender vector = metered(lab, Side.VECTOR);
    Contender openblas = metered(lab, Side.OPENBLAS);
    Results results = lab.run(List.of(vector, openblas));
    Table table =
        new Table(Side.columns(List.of("mnist-batchnorm", "reach"), Side.VECTOR, Side.OPENBLAS));
    table.row(
        "allocated on the heap, KB a step",
        "under 10",
        results.samples(vector, "heap_kb_per_step").text(2),
        results.samples(openblas, "heap_kb_per_step").text(2));
    table.row(
        "growth of resident memory, MB",
        "",
        results.samples(vector, "rss_growth_mb").text(1),
        results.samples(openblas, "rss_growth_mb").text(1));
    return "From step %,d to step %,d.\n\n%s\n%s"
        .formatted(lab.effort().steadyFrom(), lab.effort().steadyTo(), table, results.failures());
  }

  private static Contender metered(Lab lab, Side side) {
    return Contender.alone(
        "long run, " + side.label(),
        lab.commands()
            .java(
                side,
                MemoryMeter.class,
                List.of(
                    Workload.MNIST_BATCHNORM.name(),
                    "--from",
                    Integer.toString(lab.effort().steadyFrom()),
                    "--to",
                    Integer.toString(lab.effort().steadyTo()))));
  }
}
