package io.github.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillAndResumeTest {
  @TempDir Path folder;

  @Test
  void aKilledRunGoesOnToTheBitsOfOneThatWasNotKilled() throws Exception {
    Path killed = folder.resolve("killed");
    Path checkpoints = killed.resolve("checkpoints");
    try (ChildProgram run =
        ChildProgram.start(KillAndResume.class, folder.resolve("run.txt"), killed, 100_000)) {
      run.await(() -> Gan.newestCheckpoint(checkpoints).isPresent());
    }
    assertThat(killed.resolve("digits.png")).as("killed before its end").doesNotExist();
    long steps = stepOf(Gan.newestCheckpoint(checkpoints).orElseThrow()) + 20;

    assertThat(Printed.by(KillAndResume::main, killed, steps)).startsWith("the run goes on");
    Path whole = folder.resolve("whole");
    assertThat(Printed.by(KillAndResume::main, whole, steps)).startsWith("a new run");

    assertThat(killed.resolve("digits.png")).hasSameBinaryContentAs(whole.resolve("digits.png"));
  }

  @Test
  void withMoreStepsItTrainsOn() throws IOException {
    assertThat(Printed.by(KillAndResume::main, folder, 2)).contains("a new run");
    assertThat(Printed.by(KillAndResume::main, folder, 4)).contains("the run goes on");
    assertThat(stepOf(Gan.newestCheckpoint(folder.resolve("checkpoints")).orElseThrow()))
        .isEqualTo(4);
  }

  /** Returns the number in a name such as {@code checkpoint-0000000500.safetensors}. */
  private static long stepOf(Path checkpoint) {
    return Long.parseLong(checkpoint.getFileName().toString().replaceAll("\\D", ""));
  }
}
