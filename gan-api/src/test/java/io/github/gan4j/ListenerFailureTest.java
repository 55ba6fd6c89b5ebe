package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.fake.ErrorOutput;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.fake.Sneaky;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.ListenerFailure;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import io.github.gan4j.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerFailureTest {
  private final RecordedEvents later = new RecordedEvents();

  @Test
  void aCheckedExceptionHarmsNeitherTheRunNorLaterListeners() {
    RecordedEvents undisturbed = new RecordedEvents();
    train(undisturbed);
    RecordedEvents broken =
        new RecordedEvents()
            .thenDo(
                () -> {
                  throw Sneaky.raise(new IOException("no disk"));
                });

    String log = ErrorOutput.during(() -> train(broken, later));

    assertThat(log)
        .containsOnlyOnce("listener recorder failed in onRunStarted at step 0")
        .containsOnlyOnce("java.io.IOException: no disk");
    assertThat(broken.events()).isEqualTo(undisturbed.events());
    assertThat(later.events()).isEqualTo(undisturbed.events());
  }

  @Test
  void theFirstFailureOfEachListenerIsOnTheResult() {
    TrainingListener first = failingFrom(2, new IOException("first"));
    TrainingListener second = failingFrom(1, new IllegalStateException("second"));

    List<ListenerFailure> failures = train(first, later, second);

    assertThat(failures)
        .extracting(ListenerFailure::listener, ListenerFailure::event, ListenerFailure::step)
        .containsExactly(tuple(second, "onLoss", 1L), tuple(first, "onLoss", 2L));
    assertThat(failures.get(0).exception()).hasMessage("second");
    assertThat(failures.get(1).exception()).isInstanceOf(IOException.class).hasMessage("first");
  }

  @Test
  void aListenerAtTheEndCanAskWhoFailed() {
    train(failingFrom(3, new IOException("late")), later);

    assertThat(later.ends().get(0).run().listenerFailures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.step()).isEqualTo(3));
  }

  @Test
  void aRunWithoutFailuresHasNone() {
    assertThat(train(later)).isEmpty();
  }

  @Test
  void anInterruptionWithinAListenerEndsTheRunAndIsKept() {
    TrainingListener sleeper = failingFrom(2, new InterruptedException());
    try {
      train(sleeper, later);

      assertThat(later.losses()).hasSize(2);
      assertThat(later.ends().get(0).outcome()).isEqualTo(Outcome.STOPPED);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aListenersStateThatCannotBeHadIsLeftOutOfTheCheckpoint(boolean none, @TempDir Path folder)
      throws IOException {
    TrainingListener broken =
        new ResumableListener() {
          @Override
          @SuppressWarnings("NullAway") // Other languages know no such annotations.
          public byte[] state() {
            if (none) {
              return null;
            }
            throw Sneaky.raise(new IOException("no state"));
          }

          @Override
          public void onRunResumed(Run run, byte[] state) {
            throw new AssertionError("there was no state");
          }
        };
    List<ListenerFailure> failures;
    try (TrainedGan gan =
        Settings.linear()
            .engine(new FakeEngine())
            .checkpoints(Checkpoints.into(folder).every(Interval.steps(2)))
            .listener(broken)
            .listener(later)
            .train(new NumberedImages(12))) {
      failures = gan.listenerFailures();
    }

    assertThat(failures).extracting(ListenerFailure::event).containsExactly("state");
    assertThat(later.losses()).hasSize(6);
    try (Trainer resumed =
        Gan.resume(folder)
            .epochs(3)
            .engine(new FakeEngine())
            .listener(broken)
            .trainer(new NumberedImages(12))) {
      assertThat(resumed.step().step()).isEqualTo(7);
    }
  }

  @Test
  void aLossThatThrowsACheckedExceptionEndsTheRunAsFailed() {
    IOException reason = new IOException("a loss from a file");
    AdversarialLoss broken =
        new AdversarialLoss() {
          @Override
          public String name() {
            return "from-a-file";
          }

          @Override
          public DiscriminatorLoss discriminator(
              float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
            throw Sneaky.raise(reason);
          }

          @Override
          public double generator(float[] real, float[] fake, float[] fakeGradient) {
            return 0;
          }
        };
    try (Trainer trainer =
        Settings.linear()
            .engine(new FakeEngine())
            .loss(broken)
            .listener(later)
            .trainer(new NumberedImages(12))) {

      assertThat(catchThrowable(trainer::step)).isSameAs(reason);
      assertThat(trainer.finished()).isTrue();
    }
    assertThat(later.ends())
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
              assertThat(end.failure()).isSameAs(reason);
            });
  }

  private static TrainingListener failingFrom(long step, Exception exception) {
    return new TrainingListener() {
      @Override
      public void onLoss(LossEvent event) {
        if (event.step() >= step) {
          throw Sneaky.raise(exception);
        }
      }
    };
  }

  private static List<ListenerFailure> train(TrainingListener... listeners) {
    GanBuilder builder = Settings.linear().engine(new FakeEngine());
    List.of(listeners).forEach(builder::listener);
    try (TrainedGan gan = builder.train(new NumberedImages(12))) {
      return gan.listenerFailures();
    }
  }
}
