package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.Workload;
import io.github.gan4j.benchmarks.report.Table;
import io.github.gan4j.benchmarks.run.Contender;
import io.github.gan4j.benchmarks.run.Results;
import io.github.gan4j.benchmarks.run.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fast a trained generator makes images. */
final class GenerateSection implements ComparisonSection {
  private static final List<Side> SIDES =
      List.of(Side.VECTOR, Side.OPENBLAS, Side.BFLOAT16, Side.EAGER, Side.COMPILE);
  private static final int IMAGES = 1_000;
  private static final String SPEED = "images_per_s";

  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String title() {
    return "Generating";
  }

  @Override
  public String measure(Lab lab) {
    List<Contender> contenders = new ArrayList<>();
    for (Side side : SIDES) {
      contenders.add(generating(lab, side));
    }
    Results results = lab.run(contenders);
    Samples eager = results.samples(generating(lab, Side.EAGER), SPEED);
    Table table = new Table("mnist-batchnorm", "images a second", "reach", "over PyTorch eager's");
    for (Side side : SIDES) {
      Samples speed = results.samples(generating(lab, side), SPEED);
      table.row(
          side.label(),
          speed.text(0),
          side.isGan4j() ? "at least 1.5" : "",
          side == Side.EAGER ? "" : speed.over(eager).text(2));
    }
    return String.format(
        Locale.ROOT,
        """
        %,d images a call. GAN4J's is `TrainedGan.generate`; PyTorch's generator is in evaluation and \
        inference mode.

        %s
        %s\
        """,
        IMAGES,
        table,
        results.failures());
  }

  private static Contender generating(Lab lab, Side side) {
    return Contender.alone(
        "generating with " + side.label(),
        lab.commands()
            .generating(
                side,
                List.of(
                    Workload.MNIST_BATCHNORM.name(),
                    "--generate",
                    Integer.toString(IMAGES),
                    "--steps",
                    Integer.toString(lab.effort().steps()),
                    "--warm-up",
                    Integer.toString(lab.effort().warmUp()),
                    "--seconds",
                    Integer.toString(lab.effort().seconds()))));
  }
}
