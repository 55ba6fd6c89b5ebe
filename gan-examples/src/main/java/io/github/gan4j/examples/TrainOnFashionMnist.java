package io.github.gan4j.examples;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.datasets.FashionMnist;
import io.github.gan4j.report.health.RunHealth;
import io.github.gan4j.report.html.HtmlReport;
import io.github.gan4j.report.losses.LossCsv;
import io.github.gan4j.report.losses.LossPlot;
import io.github.gan4j.report.losses.TrainingLog;
import io.github.gan4j.report.progress.TerminalProgress;
import io.github.gan4j.report.samples.EpochAnimation;
import io.github.gan4j.report.samples.SampleGrids;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Trains a GAN on Fashion-MNIST's clothes and leaves all that gan-report can show of a run. Open
 * report.html while it trains.
 *
 * <p>Arguments: the output folder (fashion), which must not hold a run yet, and the number of steps
 * (5000).
 */
public final class TrainOnFashionMnist {
  private TrainOnFashionMnist() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "fashion");
    long steps = args.length > 1 ? Long.parseLong(args[1]) : 5_000;

    // region pictures
    try (TrainedGan gan =
        Gan.builder()
            .maxSteps(steps)
            .listener(TrainingLog.writeTo(folder.resolve("training.log")))
            .listener(LossCsv.writeTo(folder.resolve("losses.csv")))
            .listener(LossPlot.writeTo(folder.resolve("losses.png")))
            .listener(SampleGrids.into(folder.resolve("samples")).fresh().besideReal())
            .listener(EpochAnimation.writeTo(folder.resolve("animation.gif")))
            .listener(HtmlReport.writeTo(folder.resolve("report.html")))
            .listener(TerminalProgress.onStandardError())
            .listener(RunHealth.printTo(System.out))
            .train(FashionMnist.train())) {
      gan.save(folder.resolve("model.safetensors"));
    }
    // endregion
  }
}
