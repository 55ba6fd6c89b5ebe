package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.TrainingListener;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Where the library's warnings go, with a provider of SLF4J on the class path and without. */
class WarningsWithoutProviderTest {
  private static final String WARNING = "listener broken failed in onLoss at step 1";

  /** Trains with a listener that fails. */
  public static void main(String[] arguments) {
    TrainingListener broken =
        new TrainingListener() {
          @Override
          public void onLoss(LossEvent event) {
            throw new IllegalStateException("no disk");
          }

          @Override
          public String toString() {
            return "broken";
          }
        };
    try (CpuEngine engine = new CpuEngine(1);
        TrainedGan gan =
            SmallRun.builder().engine(engine).listener(broken).train(new SmallRun.Patterns())) {
      System.out.println("failures " + gan.listenerFailures().size());
    }
  }

  @Test
  void withoutAProviderTheyReachTheSystemLoggerAndSlf4jSaysNothingOfItself() throws IOException {
    String printed =
        OtherJvm.run(
            WarningsWithoutProviderTest.class,
            file -> !file.startsWith("slf4j-simple"),
            OtherJvm.sameKernels());

    assertThat(printed)
        .containsOnlyOnce(WARNING)
        .containsOnlyOnce("IllegalStateException: no disk")
        // As java.util.logging names its levels, in English at least.
        .contains("io.github.gan4j.internal.listen.Listeners")
        .contains("failures 1")
        .doesNotContain("SLF4J");
  }

  @Test
  void withAProviderTheyReachItAlone() throws IOException {
    String printed =
        OtherJvm.run(WarningsWithoutProviderTest.class, file -> true, OtherJvm.sameKernels());

    assertThat(printed)
        .containsOnlyOnce("[main] WARN io.github.gan4j.internal.listen.Listeners - " + WARNING)
        .containsOnlyOnce(WARNING);
  }
}
