package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.fake.ErrorOutput;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.fake.Sneaky;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of 2 epochs of 3 steps. */
class CheckpointTest {
  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();

  @Test
  void newestAreKept() throws IOException {
    builder()
        .checkpoints(Checkpoints.into(folder.resolve("new")).every(Interval.steps(1)).keep(2))
        .train(new NumberedImages(12))
        .close();

    assertThat(names("new"))
        .containsExactly("checkpoint-0000000005.safetensors", "checkpoint-0000000006.safetensors");
  }

  @Test
  void whatAKilledProcessLeftIsDeletedAndNothingElse() throws IOException {
    Files.createFile(folder.resolve(".checkpoint-0000000001.safetensors.1f3.part"));
    Files.createFile(folder.resolve("checkpoint-1.safetensors"));
    Files.createFile(folder.resolve("notes.part"));
    builder().checkpoints(Checkpoints.into(folder).keep(1)).train(new NumberedImages(12)).close();

    assertThat(names("."))
        .containsExactly(
            "checkpoint-0000000006.safetensors", "checkpoint-1.safetensors", "notes.part");
  }

  @Test
  void bestIsKeptWhateverItsAge() throws IOException {
    Checkpoints checkpoints =
        Checkpoints.into(folder)
            .every(Interval.epochs(100))
            .keepBest(epoch -> Math.abs(epoch.epoch() - 2));
    builder().epochs(4).checkpoints(checkpoints).train(new NumberedImages(12)).close();

    // The best are saved when they come; the last one when the run ends.
    assertThat(names("."))
        .containsExactly(
            "best-0000000006.safetensors",
            "checkpoint-0000000003.safetensors",
            "checkpoint-0000000006.safetensors",
            "checkpoint-0000000012.safetensors");
    Gan.resume(folder)
        .epochs(6)
        .engine(engine)
        .checkpoints(checkpoints)
        .train(new NumberedImages(12))
        .close();
    assertThat(names(".")).contains("best-0000000006.safetensors");
  }

  @Test
  void epochsAreTheDefaultAndTheEndCountsToo() throws IOException {
    builder()
        .maxSteps(4)
        .checkpoints(Checkpoints.into(folder))
        .train(new NumberedImages(12))
        .close();

    assertThat(names("."))
        .containsExactly("checkpoint-0000000003.safetensors", "checkpoint-0000000004.safetensors");
  }

  @Test
  void timeCanDecide() throws IOException {
    builder()
        .checkpoints(Checkpoints.into(folder).every(Duration.ofNanos(1)).keep(9))
        .train(new NumberedImages(12))
        .close();
    assertThat(names(".")).hasSize(6);
  }

  @Test
  void longTimeDoesNotComeBeforeTheEnd() throws IOException {
    builder()
        .checkpoints(Checkpoints.into(folder).every(Duration.ofDays(1)))
        .train(new NumberedImages(12))
        .close();
    assertThat(names(".")).containsExactly("checkpoint-0000000006.safetensors");
  }

  @Test
  void stoppedRunIsSavedAndGoesOn() throws IOException {
    float[] expected = weights(builder().train(new NumberedImages(12)));
    Checkpoints checkpoints = Checkpoints.into(folder).every(Interval.steps(100));
    builder()
        .onLoss(
            event -> {
              if (event.step() == 2) {
                event.run().requestStop();
              }
            })
        .checkpoints(checkpoints)
        .train(new NumberedImages(12))
        .close();
    assertThat(names(".")).containsExactly("checkpoint-0000000002.safetensors");

    assertThat(
            weights(
                Gan.resume(folder)
                    .engine(engine)
                    .checkpoints(checkpoints)
                    .train(new NumberedImages(12))))
        .isEqualTo(expected);
  }

  @Test
  void interruptedThreadStopsTheRunWhichIsSavedAndGoesOn() throws IOException {
    float[] expected = weights(builder().train(new NumberedImages(12)));
    RecordedEvents recorder = new RecordedEvents();
    Checkpoints checkpoints = Checkpoints.into(folder).every(Interval.steps(100));
    TrainedGan stopped =
        builder()
            .onLoss(
                event -> {
                  if (event.step() == 2) {
                    Thread.currentThread().interrupt();
                  }
                })
            .listener(recorder)
            .checkpoints(checkpoints)
            .train(new NumberedImages(12));
    assertThat(Thread.interrupted()).isTrue();
    stopped.close();
    assertThat(recorder.events()).endsWith("loss 2 of epoch 1", "ended STOPPED after 2");
    assertThat(names(".")).containsExactly("checkpoint-0000000002.safetensors");

    assertThat(weights(Gan.resume(folder).engine(engine).train(new NumberedImages(12))))
        .isEqualTo(expected);
  }

  @Test
  void failedRunLeavesWhatItHad() throws IOException {
    assertThatExceptionOfType(TrainingDivergedException.class)
        .isThrownBy(
            () ->
                builder()
                    .loss(new DivergingLoss(5, 100))
                    .checkpoints(Checkpoints.into(folder).every(Interval.steps(2)))
                    .train(new NumberedImages(12)));
    assertThat(names("."))
        .containsExactly("checkpoint-0000000002.safetensors", "checkpoint-0000000004.safetensors");
  }

  @Test
  void newRunIntoAFolderOfAnotherIsRefused() throws IOException {
    builder().checkpoints(Checkpoints.into(folder)).train(new NumberedImages(12)).close();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> builder().checkpoints(Checkpoints.into(folder)).train(new NumberedImages(12)))
        .withMessageContaining(
            "must hold nothing later than step 0, where the run starts, holds"
                + " checkpoint-0000000006.safetensors");
    Path older = folder.resolve("checkpoint-0000000003.safetensors");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Gan.resume(older)
                    .engine(engine)
                    .checkpoints(Checkpoints.into(folder))
                    .train(new NumberedImages(12)))
        .withMessageContaining("later than step 3");
    assertThat(names(".")).hasSize(2);
    assertThat(engine.openNetworks()).isZero();
  }

  @Test
  void failureToSaveIsReportedOnceAndHarmsNothing() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    float[] expected = weights(builder().train(new NumberedImages(12)));
    List<float[]> weights = new ArrayList<>();
    String output =
        ErrorOutput.during(
            () ->
                weights.add(
                    weights(
                        builder()
                            .checkpoints(Checkpoints.into(file).every(Interval.steps(1)))
                            .train(new NumberedImages(12)))));

    assertThat(weights.get(0)).isEqualTo(expected);
    assertThat(output.lines().filter(line -> line.contains("cannot be written"))).hasSize(1);
  }

  @Test
  void aMetricThatFailsIsReportedOnceAndTheRestIsSaved() throws IOException {
    Checkpoints checkpoints =
        Checkpoints.into(folder)
            .keepBest(
                epoch -> {
                  if (epoch.epoch() == 2) {
                    return -1;
                  }
                  throw Sneaky.raise(new IOException("no classifier"));
                });
    String output =
        ErrorOutput.during(
            () ->
                builder().epochs(3).checkpoints(checkpoints).train(new NumberedImages(12)).close());

    assertThat(output)
        .containsOnlyOnce("the metric of keepBest failed after epoch 1")
        .containsOnlyOnce("java.io.IOException: no classifier");
    assertThat(names(".")).contains("best-0000000006.safetensors").hasSize(4);
  }

  @Test
  void everyFlippedByteIsNoticed() throws IOException {
    Path file = folder.resolve("run.safetensors");
    try (Trainer trainer = builder().trainer(new NumberedImages(12))) {
      LossEvent unused = trainer.step();
      trainer.checkpoint(file);
    }
    byte[] whole = Files.readAllBytes(file);
    Path damaged = folder.resolve("damaged.safetensors");
    for (int i = 0; i < whole.length; i++) {
      byte[] bytes = whole.clone();
      bytes[i] ^= (byte) (1 << (i % 8));
      Files.write(damaged, bytes);
      assertThatExceptionOfType(ModelFormatException.class)
          .as("byte " + i)
          .isThrownBy(() -> Gan.resume(damaged))
          .withMessageContaining(damaged.toString());
    }
    for (int length = 0; length < whole.length; length++) {
      Files.write(damaged, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(ModelFormatException.class)
          .as("length " + length)
          .isThrownBy(() -> Gan.resume(damaged));
    }
  }

  @Test
  void whatIsNoCheckpointIsRefused() throws IOException {
    Path model = folder.resolve("model.safetensors");
    try (TrainedGan gan = builder().train(new NumberedImages(12))) {
      gan.save(model);
    }
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> Gan.resume(model))
        .withMessageContaining("not a checkpoint of this library");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Gan.resume(folder))
        .withMessage("%s: holds no checkpoint-STEP.safetensors", folder);
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Gan.resume(folder.resolve("nowhere")))
        .withMessage("%s: does not exist", folder.resolve("nowhere"));
  }

  @Test
  void checkpointIsSavedBetweenSteps() throws IOException {
    List<Trainer> trainers = new ArrayList<>();
    List<Throwable> thrown = new ArrayList<>();
    GanBuilder builder =
        builder().onLoss(event -> thrown.add(catchThrowable(() -> save(trainers.get(0)))));
    try (Trainer trainer = builder.trainer(new NumberedImages(12))) {
      trainers.add(trainer);
      LossEvent unused = trainer.step();
      assertThat(thrown.get(0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a checkpoint must be saved between two steps, not by a listener in one");
      save(trainer);
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> save(trainers.get(0)))
        .withMessage("the trainer is closed");
  }

  private void save(Trainer trainer) throws IOException {
    trainer.checkpoint(folder.resolve("saved.safetensors"));
  }

  @Test
  void badPolicyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoints.into(folder).keep(0))
        .withMessage("kept checkpoints must be at least 1, were 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoints.into(folder).every(Duration.ZERO))
        .withMessage("checkpoint interval must be positive, was PT0S");
  }

  private GanBuilder builder() {
    return Settings.linear().emaDecay(0.5).engine(engine);
  }

  private static float[] weights(TrainedGan gan) {
    try (gan) {
      return gan.generate(5, 3).toArray();
    }
  }

  private List<String> names(String name) {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
