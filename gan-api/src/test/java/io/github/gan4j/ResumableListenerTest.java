package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.fake.ErrorOutput;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listeners whose state is saved with runs of 2 epochs of 3 steps. */
class ResumableListenerTest {
  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();

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

  private GanBuilder builder() {
    return Settings.linear().emaDecay(0.5).engine(engine);
  }

  private List<String> names(String name) {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
