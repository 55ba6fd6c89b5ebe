package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gan4j.fake.ErrorOutput;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerEventsTest {
  private static final String[] ALL = {
    "started",
    "loss 1 of epoch 1",
    "loss 2 of epoch 1",
    "loss 3 of epoch 1",
    "epoch 1 at 3",
    "loss 4 of epoch 2",
    "loss 5 of epoch 2",
    "loss 6 of epoch 2",
    "epoch 2 at 6",
    "ended COMPLETED after 6"
  };

  private final RecordedEvents recorder = new RecordedEvents();

  @Test
  void eventsComeInOrderAndComplete() {
    train(recorder);
    assertThat(recorder.events()).containsExactly(ALL);
  }

  @Test
  void everyListenerIsToldOfAnEventBeforeTheNextEvent() {
    List<String> told = new ArrayList<>();
    try (TrainedGan gan =
        Settings.linear()
            .epochs(1)
            .stepsPerEpoch(2)
            .engine(new FakeEngine())
            .onLoss(e -> told.add("first " + e.step()))
            .onLoss(e -> told.add("second " + e.step()))
            .onEpoch(e -> told.add("epoch " + e.epoch()))
            .train(new NumberedImages(12))) {
      assertThat(gan.history().epochs()).hasSize(1);
    }
    assertThat(told).containsExactly("first 1", "second 1", "first 2", "second 2", "epoch 1");
  }

  @Test
  void theRunDescribesItself() {
    NumberedImages images = new NumberedImages(14);
    Run[] seen = new Run[1];
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onRunStarted(Run run) {
            seen[0] = run;
          }
        };
    try (Trainer trainer =
        Settings.linear().engine(new FakeEngine()).listener(listener).trainer(images)) {
      trainer.step();
      Run run = trainer.run();
      assertThat(seen[0]).isSameAs(run);
      assertThat(run.config()).isEqualTo(Settings.linear().config());
      assertThat(run.dataset()).isSameAs(images);
      assertThat(run.engine()).isEqualTo("a fake engine");
      assertThat(run.stepsPerEpoch()).isEqualTo(3);
      assertThat(run.totalSteps()).isEqualTo(6);
    }
  }

  @Test
  void aListenerThatThrowsIsReportedOnceAndHarmsNothing() {
    RecordedEvents broken =
        new RecordedEvents()
            .thenDo(
                () -> {
                  throw new IllegalStateException("no disk");
                });
    RecordedEvents alone = new RecordedEvents();
    train(alone);
    String log = ErrorOutput.during(() -> train(broken, recorder));

    assertThat(log)
        .containsOnlyOnce("listener recorder failed in onRunStarted at step 0")
        .containsOnlyOnce("IllegalStateException: no disk");
    assertThat(broken.events()).containsExactly(ALL);
    assertThat(recorder.events()).containsExactly(ALL);
    assertThat(losses(recorder)).isEqualTo(losses(alone));
  }

  @Test
  void aListenerThatBlocksHoldsTheRunUpAndChangesNothing() {
    RecordedEvents slow = new RecordedEvents().thenDo(TrainerEventsTest::block);
    RecordedEvents alone = new RecordedEvents();
    train(alone);
    train(slow, recorder);
    assertThat(recorder.events()).containsExactly(ALL);
    assertThat(losses(recorder)).isEqualTo(losses(alone));
  }

  private static void block() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aReportNamesListenerEventAndStep() {
    TrainingListener broken =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochEvent event) {
            throw new IllegalArgumentException("odd");
          }

          @Override
          public String toString() {
            return "my listener";
          }
        };
    assertThat(ErrorOutput.during(() -> train(broken)))
        .containsOnlyOnce("listener my listener failed in onEpoch at step 3");
  }

  @Test
  void anErrorInALossListenerEndsTheRun() {
    assertErrorEndsTheRun("loss 2 of epoch 1", "ended FAILED after 2");
  }

  @Test
  void anErrorInTheFirstListenerEndsTheRun() {
    assertErrorEndsTheRun("started", "ended FAILED after 0");
  }

  @Test
  void anErrorInTheLastListenerLeavesNoMemoryBehind() {
    FakeEngine engine = new FakeEngine();
    recorder.thenDo(
        () -> {
          if (!recorder.ends().isEmpty()) {
            throw new AssertionError("on purpose");
          }
        });
    Trainer trainer =
        Settings.linear().engine(engine).listener(recorder).trainer(new NumberedImages(12));
    trainer.step();
    assertThatExceptionOfType(AssertionError.class).isThrownBy(trainer::close);
    assertThat(engine.openNetworks()).isZero();
  }

  private void assertErrorEndsTheRun(String event, String end) {
    recorder.thenDo(
        () -> {
          if (recorder.events().get(recorder.events().size() - 1).equals(event)) {
            throw new AssertionError("on purpose");
          }
        });
    try (Trainer trainer =
        Settings.linear()
            .engine(new FakeEngine())
            .listener(recorder)
            .trainer(new NumberedImages(12))) {
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(trainer::train)
          .withMessage("on purpose");
      assertThat(trainer.finished()).isTrue();
      assertThat(recorder.events()).endsWith(event, end);
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(trainer::step);
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(trainer::train);
    }
    assertThat(recorder.events()).endsWith(event, end);
  }

  @Test
  void aListenerSeesThePlayersAsTheyAreAtThatStep() {
    List<float[]> samples = new ArrayList<>();
    List<float[]> verdicts = new ArrayList<>();
    try (TrainedGan gan =
        Settings.linear()
            .emaDecay(0)
            .engine(new FakeEngine())
            .onLoss(
                e -> {
                  samples.add(e.run().generator().generate(2, 7).toArray());
                  verdicts.add(e.run().discriminator().logits(e.run().generator().generate(2, 7)));
                })
            .train(new NumberedImages(12))) {
      assertThat(samples).hasSize(6).doesNotHaveDuplicates();
      assertThat(samples.get(5)).containsExactly(gan.generate(2, 7).toArray());
      assertThat(verdicts.get(5)).containsExactly(gan.discriminator().logits(gan.generate(2, 7)));
    }
  }

  @Test
  void samplingInAListenerChangesNothingInTheRun() {
    TrainingListener sampler =
        new TrainingListener() {
          @Override
          public void onLoss(LossEvent event) {
            assertThat(event.run().generator().generate(5, event.step()).count()).isEqualTo(5);
          }
        };
    RecordedEvents alone = new RecordedEvents();
    train(alone);
    train(recorder, sampler);
    assertThat(losses(recorder)).hasSize(6).isEqualTo(losses(alone));
  }

  private static List<Double> losses(RecordedEvents recorded) {
    return recorded.losses().stream().map(e -> e.discriminator() + 100 * e.generator()).toList();
  }

  private static void train(TrainingListener... listeners) {
    GanBuilder builder = Settings.linear().engine(new FakeEngine());
    for (TrainingListener listener : listeners) {
      builder.listener(listener);
    }
    builder.train(new NumberedImages(12)).close();
  }
}
