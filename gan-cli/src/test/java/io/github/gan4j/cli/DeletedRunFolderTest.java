package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.datasets.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Somebody deletes the run folder while the run goes on. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file that is open cannot be deleted")
@Timeout(300) // Instead of a build that hangs.
class DeletedRunFolderTest {
  private static final int STEPS = 600;

  @TempDir private Path folder;

  @Test
  void theRunSaysSoOnceAndGoesOnToItsEnd() throws Exception {
    Path run = folder.resolve("run");
    ExecutorService somebody = Executors.newSingleThreadExecutor();
    Cli.Result result;
    try {
      Future<?> deleted = somebody.submit(() -> deleteWhenSaved(run));
      result = train(run);
      deleted.get(10, TimeUnit.SECONDS);
    } finally {
      somebody.shutdownNow();
    }

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .containsOnlyOnce("cannot write losses to " + run.resolve("losses.csv"));
    // What grows ended with the folder; what is written whole is there again.
    assertThat(Cli.tree(run))
        .doesNotContain("losses.csv", "training.log", "config.yaml")
        .contains("animation.gif", "losses.png", "report.html", "model.safetensors")
        .contains("checkpoints/checkpoint-%010d.safetensors".formatted(STEPS));
    try (TrainedGan gan = TrainedGan.load(run.resolve("model.safetensors"))) {
      assertThat(gan.generate(1, 1).count()).isEqualTo(1);
    }
    try (Trainer trainer = Gan.resume(run.resolve("checkpoints")).trainer(Mnist.train())) {
      assertThat(trainer.steps()).isEqualTo(STEPS);
    }
  }

  private static Cli.Result train(Path run) {
    return Cli.run(
        "train",
        "mnist-plain",
        "--hidden",
        16,
        "--max-steps",
        STEPS,
        "--checkpoint-interval",
        100,
        "--sample-interval",
        100,
        "--threads",
        1,
        "--progress",
        "none",
        "--out",
        run);
  }

  /** Moves it away first, which is one step: a folder that is written to is hard to empty. */
  private Void deleteWhenSaved(Path run) throws IOException, InterruptedException {
    Path checkpoints = run.resolve("checkpoints");
    while (!Files.exists(checkpoints)
        || Cli.tree(checkpoints).stream().noneMatch(file -> file.endsWith(".safetensors"))) {
      Thread.sleep(1);
    }
    Path gone = Files.move(run, folder.resolve("gone"));
    try (Stream<Path> files = Files.walk(gone)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    return null;
  }
}
