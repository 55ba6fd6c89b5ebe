package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.fake.ErrorOutput;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of 2 epochs of 3 steps that go on from a checkpoint. */
class ResumptionTest {
  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();

  /** Everything that counts updates instead of steps, or steps from the run's first. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void resumedRunWithAllThatTrainingCanHaveAsksTheSameOfItsEngine(int stop) throws IOException {
    Path file = folder.resolve("run.safetensors");
    GanBuilder builder =
        builder()
            .loss(Losses.relativisticPairing())
            .penalty(GradientPenalty.r1(1).every(4))
            .clipWeights(0.5)
            .labels(new Labels(1, 0, 0.3))
            .instanceNoise(0.5, 5)
            .discriminatorUpdatesPerStep(2)
            .generatorUpdatesPerStep(3)
            .rateSchedule(RateSchedule.cosine(6, 0.1).warmUp(2))
            .epochs(3);
    float[] expected = weights(builder.train(new NumberedImages(24)));
    List<String> calls = engine.takeCalls();
    List<double[][]> shown = List.copyOf(engine.inputs("D"));
    engine.inputs("D").clear();

    try (Trainer trainer = builder.trainer(new NumberedImages(24))) {
      for (int i = 0; i < stop; i++) {
        LossEvent unused = trainer.step();
      }
      trainer.checkpoint(file);
    }
    float[] resumed = weights(Gan.resume(file).engine(engine).train(new NumberedImages(24)));

    assertThat(resumed).isEqualTo(expected);
    assertThat(engine.takeCalls()).isEqualTo(calls);
    assertThat(engine.inputs("D").toArray(double[][][]::new))
        .isDeepEqualTo(shown.toArray(double[][][]::new));
  }

  @Test
  void otherNumericsThanThoseOfTheCheckpointAreWarnedOf() throws IOException {
    Path file = folder.resolve("run.safetensors");
    engine.setNumerics("openblas, 2 threads");
    try (Trainer trainer = builder().trainer(new NumberedImages(12))) {
      LossEvent unused = trainer.step();
      trainer.checkpoint(file);
    }

    String same = ErrorOutput.during(() -> resume(file));
    engine.setNumerics("vector");
    String other = ErrorOutput.during(() -> resume(file));

    assertThat(same).isEmpty();
    assertThat(other)
        .contains(file + " was computed by openblas, 2 threads and goes on by vector")
        .contains("not to the bit");
  }

  private void resume(Path file) {
    try (TrainedGan gan = Gan.resume(file).engine(engine).train(new NumberedImages(12))) {
      assertThat(gan.history().epochs()).isNotEmpty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void resumedRunEqualsAnUninterruptedOne(int stop) throws IOException {
    Path file = folder.resolve("run.safetensors");
    RecordedEvents whole = new RecordedEvents();
    RecordedEvents first = new RecordedEvents();
    RecordedEvents second = new RecordedEvents();
    NumberedImages wholeData = new NumberedImages(12);
    NumberedImages secondData = new NumberedImages(12);

    float[] expected = weights(builder().listener(whole).train(wholeData));
    try (Trainer trainer = builder().listener(first).trainer(new NumberedImages(12))) {
      for (int i = 0; i < stop; i++) {
        LossEvent unused = trainer.step();
      }
      trainer.checkpoint(file);
    }
    float[] resumed = weights(Gan.resume(file).engine(engine).listener(second).train(secondData));

    assertThat(resumed).isEqualTo(expected);
    List<LossEvent> losses = new ArrayList<>(first.losses());
    losses.addAll(second.losses());
    assertThat(losses)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("run")
        .isEqualTo(whole.losses());
    assertThat(second.events().get(0)).isEqualTo("started");
    assertThat(second.events().get(1))
        .isEqualTo("loss %d of epoch %d".formatted(stop + 1, stop / 3 + 1));
    // Before its first step each looked once at every image.
    int[] read = wholeData.takeRead();
    int[] readAgain = secondData.takeRead();
    assertThat(Arrays.copyOfRange(readAgain, 12, readAgain.length))
        .isEqualTo(Arrays.copyOfRange(read, 12 + 4 * stop, read.length));
  }

  @Test
  void resumedRunHasTheWholeHistoryAndTime() throws IOException {
    Path file = folder.resolve("run.safetensors");
    RecordedEvents recorder = new RecordedEvents();
    List<EpochSummary> whole;
    try (TrainedGan gan = builder().train(new NumberedImages(12))) {
      whole = gan.history().epochs();
    }
    try (Trainer trainer = builder().onLoss(event -> pause()).trainer(new NumberedImages(12))) {
      for (int i = 0; i < 4; i++) {
        LossEvent unused = trainer.step();
      }
      trainer.checkpoint(file);
    }

    try (Trainer trainer =
        Gan.resume(file).engine(engine).listener(recorder).trainer(new NumberedImages(12))) {
      assertThat(trainer.steps()).isEqualTo(4);
      assertThat(trainer.run().resumedAfter()).isEqualTo(4);
      trainer.checkpoint(folder.resolve("unchanged"));
      try (TrainedGan gan = trainer.train()) {
        assertThat(gan.history().epochs()).isEqualTo(whole);
      }
    }
    assertThat(recorder.epochs().get(0).seconds()).isGreaterThan(0.02);
    assertThat(recorder.ends().get(0).steps()).isEqualTo(6);
    assertThat(recorder.ends().get(0).duration()).isGreaterThan(Duration.ofMillis(80));
    assertThat(data(folder.resolve("unchanged"))).isEqualTo(data(file));
  }

  @Test
  void moreEpochsAreATotal() throws IOException {
    builder().checkpoints(Checkpoints.into(folder)).train(new NumberedImages(12)).close();
    float[] expected = weights(builder().epochs(5).train(new NumberedImages(12)));

    assertThat(weights(Gan.resume(folder).epochs(5).engine(engine).train(new NumberedImages(12))))
        .isEqualTo(expected);
    assertThat(weights(Gan.resume(folder).engine(engine).train(new NumberedImages(12))))
        .as("nothing left to do")
        .isEqualTo(weights(builder().train(new NumberedImages(12))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gan.resume(folder).epochs(1).engine(engine).train(new NumberedImages(12)))
        .withMessageContaining("cannot go on with " + folder)
        .withMessageEndingWith(
            "epochs and maxSteps must give at least the 6 steps that are done, give 3");
  }

  @Test
  void whatCannotGoOnIsRefusedFieldByField() throws IOException {
    builder().checkpoints(Checkpoints.into(folder)).train(new NumberedImages(12)).close();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Gan.resume(folder)
                    .batchSize(3)
                    .adam(0.04, 0, 0)
                    .penalty(GradientPenalty.r1(1))
                    .penalty(GradientPenalty.r2(0.5).every(4))
                    .seed(5)
                    .epochs(9)
                    .engine(engine)
                    .train(new NumberedImages(13)))
        .withMessageEndingWith(
            "generator.optimizer.learningRate must stay 0.05, was 0.04;"
                + " discriminator.optimizer.learningRate must stay 0.05, was 0.04;"
                + " objective.regularization.penalties must stay [], was [R1 1.0, R2 0.5 every 4];"
                + " schedule.batchSize"
                + " must stay 4, was 3; schedule.generatorBatchSize must stay 4, was 3; seed must"
                + " stay 1, was 5; dataset numbered must have 12 images, has 13");
    assertThat(engine.openNetworks()).isZero();
  }

  @Test
  void otherDataOfTheSameShapeAndSizeAreRefused() throws IOException {
    builder().checkpoints(Checkpoints.into(folder)).train(new NumberedImages(12)).close();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Gan.resume(folder)
                    .epochs(9)
                    .engine(engine)
                    .train(new NumberedImages(12).with(3, 0.5f)))
        .withMessageContaining("dataset numbered must hold the data of numbered (checksum ")
        .withMessageContaining("holds other pixels or labels");
    assertThat(engine.openNetworks()).isZero();
  }

  @Test
  void theSameDataMayHaveAnotherName() throws IOException {
    builder().checkpoints(Checkpoints.into(folder)).train(new NumberedImages(12)).close();
    float[] expected = weights(builder().epochs(5).train(new NumberedImages(12)));

    assertThat(
            weights(
                Gan.resume(folder)
                    .epochs(5)
                    .engine(engine)
                    .train(new NumberedImages(12).named("moved"))))
        .isEqualTo(expected);
  }

  private GanBuilder builder() {
    return Settings.linear().emaDecay(0.5).engine(engine);
  }

  private static float[] weights(TrainedGan gan) {
    try (gan) {
      return gan.generate(5, 3).toArray();
    }
  }

  /** Returns a file's tensors: what else it says holds times. */
  private static byte[] data(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int header = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return Arrays.copyOfRange(bytes, Long.BYTES + header, bytes.length);
  }

  private static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
