package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import java.util.List;

/** How much memory a run takes. */
final class MemorySection implements ComparisonSection {
  private static final String PEAK = "peak_rss_mb";

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String title() {
    return "Peak memory";
  }

  @Override
  public String measure(Lab lab) {
    Contender vector = example(lab, Side.VECTOR);
    Contender openblas = example(lab, Side.OPENBLAS);
    Contender eager = lab.steps(Side.EAGER, Workload.MNIST_BATCHNORM);
    Results results = lab.run(List.of(vector, openblas, eager));
    Table table = new Table("peak resident memory, MB", "reach", "measured");
    table.row(Side.VECTOR.label(), "at most 400", results.samples(vector, PEAK).text(0));
    table.row(Side.OPENBLAS.label(), "at most 400", results.samples(openblas, PEAK).text(0));
    table.row(Side.EAGER.label(), "", results.samples(eager, PEAK).text(0));
    return """
    A run of mnist-batchnorm with its data: GAN4J's is `bench mnist-batchnorm`; PyTorch's holds \
    the images as floats.

    %s
    %s\
    """
        .formatted(table, results.failures());
  }

  private static Contender example(Lab lab, Side side) {
    return Contender.alone(
        "bench mnist-batchnorm, " + side.label(),
        lab.commands()
            .program(
                side,
                "bench",
                Workload.MNIST_BATCHNORM.name(),
                "--steps",
                Integer.toString(lab.effort().steps()),
                "--warm-up",
                Integer.toString(lab.effort().warmUp())));
  }
}
