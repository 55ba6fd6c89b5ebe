package io.github.gan4j.benchmarks.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gan4j.benchmarks.StepFlops;
import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.report.LogLogChart;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import io.github.gan4j.benchmarks.run.Samples;
import io.github.gan4j.internal.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How the time of a step grows with a size.
 *
 * @param size which one: the option of both sides' programs without its dashes
 * @param sizes ascending
 * @param fixed what stays the same, in words
 * @param options of a size
 * @param workload of a size, as those options make it
 */
record SweepSection(
    String size,
    List<Integer> sizes,
    String fixed,
    IntFunction<String[]> options,
    IntFunction<Workload> workload)
    implements ComparisonSection {
  private static final List<Side> SIDES = Side.gan4jAndEager();

  static SweepSection ofBatch() {
    return new SweepSection(
        "batch",
        List.of(16, 32, 64, 128, 256, 512, 1024),
        "The networks of mnist-plain.",
        n -> new String[] {"--batch", Integer.toString(n)},
        Workload.MNIST_PLAIN::withBatch);
  }

  static SweepSection ofWidth() {
    return new SweepSection(
        "width",
        List.of(64, 128, 256, 512, 1024, 2048, 4096),
        "mnist-plain at batch 64 with hidden layers of one width: three in the generator, two in"
            + " the discriminator.",
        n -> new String[] {"--width", Integer.toString(n), "--batch", "64"},
        n -> Workload.MNIST_PLAIN.withWidth(n).withBatch(64));
  }

  @Override
  public String name() {
    return "sweep-" + size;
  }

  @Override
  public String title() {
    return "By " + size;
  }

  @Override
  public String measure(Lab lab) throws IOException {
    List<Contender> contenders = new ArrayList<>();
    for (int n : sizes) {
      for (Side side : SIDES) {
        contenders.add(steps(lab, side, n));
      }
    }
    Results results = lab.runWithRate(contenders);
    double rate = results.samples(lab.rate(), Lab.RATE).most();
    String file = "speed-by-%s.svg".formatted(size);
    byte[] chart = chart(lab, results, rate).svg().getBytes(UTF_8);
    Files.createDirectories(lab.images());
    AtomicFile.write(lab.images().resolve(file), out -> out.write(chart));
    return """
    %s At most %s steps, or %s s, after a warm-up. The last column is how long the operations of \
    a step's matrix products take at the machine's best rate.

    ![Milliseconds a step by %s](images/%s)

    %s
    %s\
    """
        .formatted(
            fixed,
            lab.effort().steps(),
            lab.effort().seconds(),
            size,
            file,
            table(lab, results, rate),
            results.failures());
  }

  private Table table(Lab lab, Results results, double rate) {
    List<String> head = Side.columns(List.of(size), SIDES);
    head.add("products alone");
    Table table = new Table(head);
    for (int n : sizes) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(n)));
      for (Side side : SIDES) {
        row.add(milliseconds(lab, results, side, n).text(2));
      }
      row.add(new Samples(List.of(ideal(n, rate))).text(2));
      table.row(row);
    }
    return table;
  }

  private LogLogChart chart(Lab lab, Results results, double rate) {
    List<LogLogChart.Line> lines = new ArrayList<>();
    for (Side side : SIDES) {
      List<Double> medians =
          sizes.stream().map(n -> milliseconds(lab, results, side, n).median()).toList();
      lines.add(new LogLogChart.Line(side.label(), false, medians));
    }
    lines.add(
        new LogLogChart.Line(
            "products alone", true, sizes.stream().map(n -> ideal(n, rate)).toList()));
    return new LogLogChart(size, "ms a step", sizes, lines);
  }

  private double ideal(int n, double rate) {
    return StepFlops.of(workload.apply(n).config(), Workload.PIXELS) / (rate * 1e6);
  }

  private Samples milliseconds(Lab lab, Results results, Side side, int n) {
    return results.samples(steps(lab, side, n), Lab.MILLISECONDS);
  }

  private Contender steps(Lab lab, Side side, int n) {
    return lab.stepsInTime(side, Workload.MNIST_PLAIN, lab.effort().steps(), options.apply(n));
  }
}
