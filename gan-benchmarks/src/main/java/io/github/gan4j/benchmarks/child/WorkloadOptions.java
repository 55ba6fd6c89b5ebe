package io.github.gan4j.benchmarks.child;

import io.github.gan4j.benchmarks.Workload;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which workload, and in which size. */
final class WorkloadOptions {
  @Parameters(paramLabel = "WORKLOAD", description = "the name of what to run")
  private String name;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "batch size, instead of the workload's")
  private @Nullable Integer batch;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "of every hidden layer: three, in the discriminator two")
  private @Nullable Integer width;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  WorkloadOptions() {}

  Workload workload() {
    Workload workload = Workload.named(name);
    if (batch != null) {
      workload = workload.withBatch(batch);
    }
    if (width != null) {
      workload = workload.withWidth(width);
    }
    return workload;
  }
}
