package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.training.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs whose checkpoints, models or networks do not fit the memory, each in a JVM of its own. */
class SmallHeapTest {
  /** Two networks of two million parameters: 16 MB of weights, 53 MB of checkpoint. */
  private static final int WIDTH = 1400;

  private static final String[] ROOM_FOR_NETWORKS = {
    "-Dorg.bytedeco.javacpp.maxBytes=1g", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=4g"
  };

  /** Trains with checkpoints, saves the model, and says so. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("small-heap");
    try (CpuEngine engine = new CpuEngine(1, Kernels.OPENBLAS);
        TrainedGan gan =
            builder()
                .engine(engine)
                .checkpoints(Checkpoints.into(folder).every(Interval.steps(1)))
                .train(new SmallRun.Patterns())) {
      Path model = folder.resolve("model.safetensors");
      gan.save(model);
      System.out.println("model of " + Files.size(model) / 1_000_000 + " million bytes");
      try (Stream<Path> files = Files.list(folder)) {
        System.out.println("files " + files.map(file -> file.getFileName().toString()).toList());
      }
    } catch (EngineException e) {
      System.out.println("refused: " + e.getMessage());
    } finally {
      delete(folder);
    }
  }

  private static GanBuilder builder() {
    return Gan.builder()
        .latentDim(8)
        .mlp(WIDTH, WIDTH)
        .batchSize(4)
        .stepsPerEpoch(3)
        .epochs(1)
        .seed(7);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Test
  void aRunWhoseCheckpointsDoNotFitIsToldOnceAndLeavesItsModel() throws IOException {
    String printed = run("-Xmx80m");

    assertThat(printed)
        .containsOnlyOnce("a checkpoint takes 53 MB of the heap, which has ")
        .containsOnlyOnce("does not fit the memory (Java heap space): it takes 53 MB")
        .contains(": start Java with a larger one, such as -Xmx256m; training goes on")
        .contains("model of 16 million bytes")
        .contains("files [model.safetensors]");
  }

  @Test
  void withAHeapThatIsSuggestedTheCheckpointsAreThere() throws IOException {
    assertThat(run("-Xmx256m"))
        .doesNotContain("does not fit", "takes")
        .contains("model of 16 million bytes")
        .contains("checkpoint-0000000003.safetensors");
  }

  @Test
  void aHeapThatCannotHoldTheModelIsRefusedBeforeTheFirstStep() throws IOException {
    assertThat(run("-Xmx12m"))
        .contains("refused: the trained model takes 15 MB of the heap, which has ")
        .doesNotContain("model of");
  }

  @Test
  void aHeapWithoutRoomToBeginIsRefusedToo() throws IOException {
    assertThat(run("-Xmx40m"))
        .contains("refused: ", "Java heap space", "start Java with a larger ", "-Xmx")
        .doesNotContain("model of");
  }

  @Test
  void networksThatDoNotFitNativeMemoryAreRefusedBeforeTheFirstStep() throws IOException {
    String printed =
        OtherJvm.run(
            SmallHeapTest.class,
            file -> true,
            "-Xmx256m",
            "-Dorg.bytedeco.javacpp.maxBytes=8m",
            "-XX:+UseSerialGC");

    assertThat(printed)
        .contains("refused: no room for a network of ")
        .contains("-Dorg.bytedeco.javacpp.maxBytes")
        .doesNotContain("model of");
  }

  private static String run(String heap) throws IOException {
    return OtherJvm.run(
        SmallHeapTest.class,
        file -> true,
        heap,
        ROOM_FOR_NETWORKS[0],
        ROOM_FOR_NETWORKS[1],
        "-XX:+UseSerialGC");
  }
}
