package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.github.gan4j.Trainer;
import io.github.gan4j.vector.VectorApi;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What the kernels on the Vector API do in a JVM that has not compiled their vectors yet. */
class ColdStartTest {
  private static final long MOST_BYTES = 16_000_000;

  /** Prints what the first step allocates in the thread that takes it. */
  static final class FirstStep {
    private FirstStep() {}

    public static void main(String[] args) {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      try (CpuEngine engine = new CpuEngine(1, Kernels.VECTOR);
          Trainer trainer =
              SmallRun.builder().mlp(256, 256).engine(engine).trainer(new SmallRun.Patterns())) {
        long before = threads.getCurrentThreadAllocatedBytes();
        trainer.step();
        System.out.println("allocated " + (threads.getCurrentThreadAllocatedBytes() - before));
      }
    }
  }

  @Test
  void theFirstStepLeavesLittleGarbage() throws IOException {
    String output = OtherJvm.run(FirstStep.class, name -> true, "--add-modules", VectorApi.MODULE);
    long allocated =
        output
            .lines()
            .filter(line -> line.startsWith("allocated "))
            .mapToLong(line -> Long.parseLong(line.substring("allocated ".length())))
            .findFirst()
            .orElseThrow(() -> new AssertionError(output));
    assertThat(allocated).isBetween(1L, MOST_BYTES);
  }

  @Test
  void aJvmThatNeverCompilesVectorsGivesTheSameBits() throws IOException {
    assumeThat(VectorApi.isAvailable()).isTrue();
    String output =
        OtherJvm.run(
            SmallRun.class,
            name -> true,
            "-XX:TieredStopAtLevel=1",
            "--add-modules",
            VectorApi.MODULE,
            "-Dgan4j.kernels=vector");
    try (CpuEngine engine = new CpuEngine(2, Kernels.VECTOR)) {
      assertThat(output).contains("hash " + SmallRun.hash(engine));
    }
  }
}
