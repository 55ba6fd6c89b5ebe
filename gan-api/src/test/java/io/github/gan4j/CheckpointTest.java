package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.fake.ErrorOutput;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of 2 epochs of 3 steps. */
class CheckpointTest {
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
            .discriminatorSteps(2)
            .generatorSteps(3)
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
    int[] read = wholeData.takeRead();
    assertThat(secondData.takeRead()).isEqualTo(Arrays.copyOfRange(read, 4 * stop, read.length));
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
        assertThat(gan.history().epochs())
            .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
            .isEqualTo(whole);
        assertThat(gan.history().epochs().get(1).seconds()).isGreaterThan(0.02);
      }
    }
    assertThat(recorder.ends().get(0).steps()).isEqualTo(6);
    assertThat(recorder.ends().get(0).duration()).isGreaterThan(Duration.ofMillis(80));
    assertThat(data(folder.resolve("unchanged"))).isEqualTo(data(file));
  }

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
  void listenersGoOnWhereTheyWere() throws IOException {
    Counter first = new Counter();
    Counter second = new Counter();
    RecordedEvents other = new RecordedEvents();
    builder()
        .maxSteps(4)
        .listener(first)
        .listener(other)
        .listener(second)
        .checkpoints(Checkpoints.into(folder))
        .train(new NumberedImages(12))
        .close();
    first.steps = 40;

    Counter firstAgain = new Counter();
    Counter secondAgain = new Counter();
    RecordedEvents otherAgain = new RecordedEvents();
    Gan.resume(folder)
        .engine(engine)
        .listener(otherAgain)
        .listener(firstAgain)
        .listener(secondAgain)
        .listener(new Counter())
        .train(new NumberedImages(12))
        .close();

    assertThat(firstAgain.events).containsExactly("resumed after 4 with 4");
    assertThat(firstAgain.steps).isEqualTo(6);
    assertThat(secondAgain.events).containsExactly("resumed after 4 with 4");
    assertThat(otherAgain.events()).startsWith("started", "loss 5 of epoch 2");
  }

  @Test
  void statesOfListenersOutlastTheRun() throws IOException {
    Path file = folder.resolve("late.safetensors");
    Counter counter = new Counter();
    try (Trainer trainer =
        builder().maxSteps(4).listener(counter).trainer(new NumberedImages(12))) {
      trainer.train().close();
      counter.steps = -1;
      trainer.checkpoint(file);
    }
    Counter again = new Counter();
    try (Trainer trainer =
        Gan.resume(file).engine(engine).listener(again).trainer(new NumberedImages(12))) {
      trainer.checkpoint(folder.resolve("untouched.safetensors"));
      trainer.train().close();
    }
    assertThat(again.events).containsExactly("resumed after 4 with 4");
    Counter later = new Counter();
    Gan.resume(folder.resolve("untouched.safetensors"))
        .engine(engine)
        .listener(later)
        .train(new NumberedImages(12))
        .close();
    assertThat(later.events).containsExactly("resumed after 4 with 4");
  }

  @Test
  void listenerThatHasNoStateYetIsToldOfAStart() throws IOException {
    builder()
        .maxSteps(4)
        .checkpoints(Checkpoints.into(folder))
        .train(new NumberedImages(12))
        .close();
    Counter counter = new Counter();
    Gan.resume(folder).engine(engine).listener(counter).train(new NumberedImages(12)).close();
    assertThat(counter.events).containsExactly("started");
  }

  @Test
  void listenerWhoseStateCannotBeHadHarmsNothing() throws IOException {
    Counter counter = new Counter();
    counter.steps = Integer.MIN_VALUE;
    String output =
        ErrorOutput.during(
            () ->
                builder()
                    .listener(counter)
                    .checkpoints(Checkpoints.into(folder))
                    .train(new NumberedImages(12))
                    .close());
    assertThat(output).contains("failed in state at step 3");
    assertThat(names(".")).hasSize(2);
    Gan.resume(folder).engine(engine).train(new NumberedImages(12)).close();
  }

  /** Counts steps, and says how it began. */
  private static final class Counter implements ResumableListener {
    private final List<String> events = new ArrayList<>();
    private int steps;

    @Override
    public void onRunStarted(Run run) {
      events.add("started");
    }

    @Override
    public void onRunResumed(Run run, byte[] state) {
      steps = state[0];
      events.add("resumed after %d with %d".formatted(run.resumedAfter(), state[0]));
    }

    @Override
    public void onLoss(LossEvent event) {
      steps++;
    }

    @Override
    public byte[] state() {
      if (steps < 0) {
        throw new IllegalStateException("out of luck");
      }
      return new byte[] {(byte) steps};
    }
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
                    .seed(5)
                    .epochs(9)
                    .engine(engine)
                    .train(new NumberedImages(13)))
        .withMessageEndingWith(
            "generatorOptimizer.learningRate must stay 0.05, was 0.04;"
                + " discriminatorOptimizer.learningRate must stay 0.05, was 0.04; batchSize must"
                + " stay 4, was 3; generatorBatchSize must stay 4, was 3; seed must stay 1, was 5;"
                + " dataset numbered must have 12 images, has 13");
    assertThat(engine.openNetworks()).isZero();
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
        .withMessageContaining("holds no checkpoint-STEP.safetensors");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Gan.resume(folder.resolve("nowhere")))
        .withMessageContaining("does not exist");
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
    return Settings.linear().averaging(0.5).engine(engine);
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
