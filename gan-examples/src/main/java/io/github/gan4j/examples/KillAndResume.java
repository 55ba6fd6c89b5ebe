package io.github.gan4j.examples;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.datasets.Mnist;
import io.github.gan4j.training.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains so that it can be killed at any moment: run it again with the same arguments, and it goes
 * on from its newest checkpoint, to the same bits as if nothing had happened. Run it with more
 * steps to train on.
 *
 * <p>Arguments: the output folder (resumable) and the number of steps (5000, at most 20 epochs of
 * 937).
 */
public final class KillAndResume {
  private KillAndResume() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "resumable"));
    long steps = args.length > 1 ? Long.parseLong(args[1]) : 5_000;

    // region resumable
    Path checkpoints = folder.resolve("checkpoints");
    boolean begun = Gan.newestCheckpoint(checkpoints).isPresent();
    GanBuilder builder = begun ? Gan.resume(checkpoints) : Gan.builder();
    builder.checkpoints(Checkpoints.into(checkpoints).every(Interval.steps(100)));
    // endregion
    System.out.println(begun ? "the run goes on" : "a new run");

    try (TrainedGan gan =
        builder
            .maxSteps(steps)
            .onLoss(
                e -> {
                  if (e.step() % 100 == 0) {
                    System.out.println("step " + e.step());
                  }
                })
            .train(Mnist.train())) {
      gan.generate(64, 1).grid(8, 8).writePng(folder.resolve("digits.png"));
    }
  }
}
