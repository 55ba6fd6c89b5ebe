package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.training.LossEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that was saved and gone on with gives the bits of one that was not. */
class ResumedRunTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 7", "2, 10"})
  void weightsMomentsAveragesAndLosses(int threads, int stop) throws IOException {
    assertResumes(builder().generatorBatchSize(24), () -> new CpuEngine(threads), stop);
  }

  /** Here each weight is in memory twice, and only one of both is in the file. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 7", "2, 10"})
  void withBfloat16Too(int threads, int stop) throws IOException {
    assumeThat(Loader.getPlatform()).as("oneMKL comes for").endsWith("x86_64");
    assertResumes(
        builder().generatorBatchSize(24), () -> new CpuEngine(threads, Kernels.BFLOAT16), stop);
  }

  /** Everything that counts updates instead of steps, or steps from the run's first. */
  @ParameterizedTest
  @CsvSource({"1, 3", "2, 10", "2, 13"})
  void penaltiesPairsNoiseRatesAndTurns(int threads, int stop) throws IOException {
    assertResumes(
        builder()
            .loss(Losses.relativisticPairing())
            .penalty(GradientPenalty.r1(1).every(4))
            .penalty(GradientPenalty.r2(1).every(3))
            .clipWeights(0.5)
            .labels(new Labels(1, 0, 0.2))
            .instanceNoise(0.5, 15)
            .rateSchedule(RateSchedule.cosine(15, 0.1).warmUp(4))
            .discriminatorUpdatesPerStep(2)
            .generatorUpdatesPerStep(2),
        () -> new CpuEngine(threads),
        stop);
  }

  /** Spectral norms are found again, from the vectors that are in the file. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 7", "2, 10"})
  void withSpectralNormsToo(int threads, int stop) throws IOException {
    assertResumes(spectral(), () -> new CpuEngine(threads), stop);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 7"})
  void withSpectralNormsAndBfloat16(int threads, int stop) throws IOException {
    assumeThat(Loader.getPlatform()).as("oneMKL comes for").endsWith("x86_64");
    assertResumes(spectral(), () -> new CpuEngine(threads, Kernels.BFLOAT16), stop);
  }

  private void assertResumes(GanBuilder builder, Supplier<CpuEngine> engines, int stop)
      throws IOException {
    Path stopped = folder.resolve("stopped");
    double[] losses = new double[SmallRun.STEPS];
    try (CpuEngine engine = engines.get()) {
      try (Trainer trainer = builder.engine(engine).trainer(new SmallRun.Patterns())) {
        run(trainer, losses);
        trainer.checkpoint(folder.resolve("whole"));
      }
      try (Trainer trainer = builder.engine(engine).trainer(new SmallRun.Patterns())) {
        run(trainer, new double[stop]);
        trainer.checkpoint(stopped);
      }
    }
    double[] resumedLosses = new double[SmallRun.STEPS - stop];
    try (CpuEngine engine = engines.get();
        Trainer trainer = Gan.resume(stopped).engine(engine).trainer(new SmallRun.Patterns())) {
      run(trainer, resumedLosses);
      assertThat(trainer.finished()).isTrue();
      trainer.checkpoint(folder.resolve("resumed"));
      try (TrainedGan gan = trainer.snapshot()) {
        assertThat(gan.generate(3, 1).toArray()).doesNotContain(Float.NaN);
      }
    }

    assertThat(resumedLosses).isEqualTo(Arrays.copyOfRange(losses, stop, losses.length));
    assertThat(tensors(folder.resolve("resumed"))).isEqualTo(tensors(folder.resolve("whole")));
    assertThat(tensors(stopped)).isNotEqualTo(tensors(folder.resolve("whole")));
  }

  private static GanBuilder builder() {
    return SmallRun.builder().stepsPerEpoch(5).epochs(SmallRun.STEPS / 5);
  }

  private static GanBuilder spectral() {
    return builder()
        .generatorBatchSize(24)
        .generator(g -> g.noBatchNorm().spectralNorm())
        .discriminator(d -> d.spectralNorm())
        .penalty(GradientPenalty.r1(0.1))
        .clipGradientNorm(0.5);
  }

  private static void run(Trainer trainer, double[] losses) {
    for (int i = 0; i < losses.length; i++) {
      LossEvent event = trainer.step();
      losses[i] = event.discriminator() + event.generator();
    }
  }

  /** Returns all values of a file; its header holds times too. */
  private static byte[] tensors(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int header = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return Arrays.copyOfRange(bytes, Long.BYTES + header, bytes.length);
  }
}
