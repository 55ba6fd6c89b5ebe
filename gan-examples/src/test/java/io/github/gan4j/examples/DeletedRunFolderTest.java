package io.github.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.TrainedGan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
  private static final int STEPS = 2_000;

  @TempDir private Path folder;

  @Test
  void theRunSaysSoOnceAndGoesOnToItsEnd() throws Exception {
    Path run = folder.resolve("run");
    ExecutorService somebody = Executors.newSingleThreadExecutor();
    Cli.Result result;
    try {
      Future<?> deleted = somebody.submit(() -> deleteWhenSaved(run));
      result = train(run);
      deleted.get();
    } finally {
      somebody.shutdownNow();
    }

    assertThat(result.exitCode()).isZero();
    List<String> told =
        Pattern.compile("cannot write .*")
            .matcher(result.err())
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(told).singleElement().asString().contains(run.resolve("losses.csv").toString());
    // What grows ended with the folder; what is written whole is there again.
    assertThat(Cli.tree(run))
        .doesNotContain("losses.csv", "training.log", "config.yaml")
        .contains("animation.gif", "losses.png", "report.html", "model.safetensors")
        .contains("checkpoints/step-%07d.ckpt".formatted(STEPS));
    try (TrainedGan gan = TrainedGan.load(run.resolve("model.safetensors"))) {
      assertThat(gan.generate(1, 1).count()).isEqualTo(1);
    }
    Cli.Result again = Cli.run("train", "--resume", run);
    assertThat(again.out()).startsWith("all %d steps".formatted(STEPS));
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

  private static Void deleteWhenSaved(Path run) throws IOException, InterruptedException {
    Path checkpoints = run.resolve("checkpoints");
    while (!Files.exists(checkpoints) || Cli.tree(checkpoints).isEmpty()) {
      Thread.sleep(1);
    }
    while (Files.exists(run)) {
      try (Stream<Path> files = Files.walk(run)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        // The run writes meanwhile: try again.
        Thread.sleep(1);
      }
    }
    return null;
  }
}
