package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run says which kernels it used, so that it can be repeated. This JVM has no Vector API. */
class RunKernelsTest {
  @TempDir private Path folder;

  @Test
  void theKernelsThatWereUsedAreRecorded() throws IOException {
    Path run = folder.resolve("run");
    assertThat(train(run).exitCode()).isZero();

    assertThat(Files.readAllLines(run.resolve("config.yaml"))).contains("kernels: openblas");
    Cli.Result again =
        Cli.run("train", "--config", run.resolve("config.yaml"), "--out", folder.resolve("again"));
    assertThat(again.exitCode()).isZero();
    assertThat(folder.resolve("again/model.safetensors"))
        .hasSameBinaryContentAs(run.resolve("model.safetensors"));
  }

  @Test
  void kernelsThatCannotBeHadAreRefusedWithTheCure() {
    Path run = folder.resolve("run");
    Cli.Result result = train(run, "--kernels", "vector");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("the kernels vector need the Vector API")
        .contains("--add-modules jdk.incubator.vector");
    assertThat(run).doesNotExist();
  }

  @Test
  void goingOnWithOtherNumericsIsWarnedOf() throws IOException {
    Path run = folder.resolve("run");
    assertThat(train(run, "--threads", 1).exitCode()).isZero();

    Cli.Result same = Cli.run("train", "--resume", run, "--max-steps", 6);
    Cli.Result other = Cli.run("train", "--resume", run, "--max-steps", 9, "--threads", 2);

    assertThat(same.exitCode()).isZero();
    assertThat(same.err()).doesNotContain("was computed by");
    assertThat(other.exitCode()).isZero();
    assertThat(other.err()).contains(", 1 thread) and goes on by ", ", 2 threads)");
  }

  private static Cli.Result train(Path out, Object... more) {
    Object[] arguments = {
      "train", "mnist", "--hidden", "8", "--max-steps", 3, "--batch-size", 8, "--out", out
    };
    Object[] all = new Object[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Cli.run(all);
  }
}
