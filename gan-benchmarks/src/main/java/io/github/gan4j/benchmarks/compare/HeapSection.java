package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.child.MemoryMeter;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a long run leaves behind. */
final class HeapSection implements ComparisonSection {
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
    List<Side> sides = Side.gan4j();
    Results results = lab.run(sides.stream().map(side -> metered(lab, side)).toList());
    List<String> heap = new ArrayList<>(List.of("allocated on the heap, KB a step", "under 10"));
    List<String> growth = new ArrayList<>(List.of("growth of resident memory, MB", ""));
    for (Side side : sides) {
      heap.add(results.samples(metered(lab, side), "heap_kb_per_step").text(2));
      growth.add(results.samples(metered(lab, side), "rss_growth_mb").text(1));
    }
    Table table = new Table(Side.columns(List.of("mnist-batchnorm", "reach"), sides));
    table.row(heap);
    table.row(growth);
    return String.format(
        Locale.ROOT,
        "From step %,d to step %,d.\n\n%s\n%s",
        lab.effort().steadyFrom(),
        lab.effort().steadyTo(),
        table,
        results.failures());
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
