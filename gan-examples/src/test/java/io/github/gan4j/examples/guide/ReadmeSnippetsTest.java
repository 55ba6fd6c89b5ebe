package io.github.gan4j.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.report.health.RunHealth;
import io.github.gan4j.report.html.HtmlReport;
import io.github.gan4j.report.progress.TerminalProgress;
import io.github.gan4j.report.samples.EpochAnimation;
import io.github.gan4j.report.samples.SampleGrids;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.TrainingListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Code that the README shows, between {@code region} and {@code endregion}, compiled and run. */
class ReadmeSnippetsTest extends SnippetTest {
  @Test
  void quickstart() {
    // region quickstart
    TrainedGan gan =
        Gan.builder()
            .latentDim(100)
            .mlp(256, 512, 1024)
            .onLoss(
                e ->
                    System.out.printf("%d %.3f %.3f%n", e.step(), e.discriminator(), e.generator()))
            .train(Mnist.train());
    // endregion

    assertThat(gan.history().epochs()).hasSize(20);
    assertThat(printed().lines())
        .hasSize(20 * Mnist.STEPS)
        .allMatch(line -> line.matches("\\d+ \\d+[.,]\\d{3} \\d+[.,]\\d{3}"));
    gan.close();
  }

  @Test
  void generateSaveAndLoad() throws IOException {
    TrainedGan gan = Gan.builder().epochs(1).train(Mnist.train());

    // region generate
    gan.generate(64).grid(8, 8).writePng(Path.of("digits.png"));

    gan.save(Path.of("digits.safetensors"));
    TrainedGan loaded = TrainedGan.load(Path.of("digits.safetensors"));
    float[] pixels = loaded.generate(10, 42).toArray(); // seed 42: the same ten images every time
    // endregion

    assertThat(pixels).isEqualTo(gan.generate(10, 42).toArray());
    assertThat(folder.resolve("digits.png")).isNotEmptyFile();
    loaded.close();
    gan.close();
  }

  @Test
  void stepByStep() throws IOException {
    // region trainer
    try (Trainer trainer = Gan.builder().epochs(3).trainer(Mnist.train())) {
      while (!trainer.finished()) {
        LossEvent losses = trainer.step();
        if (losses.step() % trainer.run().stepsPerEpoch() == 0) {
          trainer.snapshot().save(Path.of("epoch-%d.safetensors".formatted(losses.epoch())));
        }
      }
    }
    // endregion

    for (int epoch = 1; epoch <= 3; epoch++) {
      try (TrainedGan gan = TrainedGan.load(Path.of("epoch-%d.safetensors".formatted(epoch)))) {
        assertThat(gan.history().epochs()).hasSize(epoch);
      }
    }
  }

  @Test
  void resume() throws IOException {
    // region resume
    Gan.builder().checkpoints(Checkpoints.into(Path.of("checkpoints"))).train(Mnist.train());

    Gan.resume(Path.of("checkpoints")).epochs(40).train(Mnist.train());
    // endregion

    try (TrainedGan resumed = Gan.resume(Path.of("checkpoints")).epochs(41).train(Mnist.train());
        TrainedGan whole = Gan.builder().epochs(41).train(Mnist.train())) {
      assertThat(resumed.generate(3, 1).toArray()).isEqualTo(whole.generate(3, 1).toArray());
    }
  }

  @Test
  void ownListener() {
    // region listener
    // Stops a run that takes too long.
    final class TimeLimit implements TrainingListener {
      private final Duration limit;
      private Instant end = Instant.MAX;

      TimeLimit(Duration limit) {
        this.limit = limit;
      }

      @Override
      public void onRunStarted(Run run) {
        end = Instant.now().plus(limit);
      }

      @Override
      public void onLoss(LossEvent event) {
        if (!Instant.now().isBefore(end)) {
          event.run().requestStop();
        }
      }
    }
    // endregion

    try (TrainedGan gan =
        Gan.builder().listener(new TimeLimit(Duration.ZERO)).train(Mnist.train())) {
      assertThat(gan.history().epochs()).as("stopped in the first epoch").isEmpty();
    }
    try (TrainedGan gan =
        Gan.builder().epochs(2).listener(new TimeLimit(Duration.ofHours(1))).train(Mnist.train())) {
      assertThat(gan.history().epochs()).as("not stopped").hasSize(2);
    }
  }

  @Test
  void lookAtIt() {
    // region watch
    TrainedGan gan =
        Gan.builder()
            .listener(TerminalProgress.onStandardError())
            .listener(HtmlReport.writeTo(Path.of("report.html")))
            .listener(SampleGrids.into(Path.of("samples")).every(Interval.steps(400)))
            .listener(EpochAnimation.writeTo(Path.of("animation.gif")))
            .listener(RunHealth.printTo(System.out))
            .train(Mnist.train());
    // endregion

    assertThat(folder.resolve("report.html")).content().contains("done");
    assertThat(folder.resolve("animation.gif")).isNotEmptyFile();
    assertThat(folder.resolve("samples/final.png")).isNotEmptyFile();
    assertThat(printed()).as("20 epochs of 2 steps").contains("early");
    gan.close();
  }
}
