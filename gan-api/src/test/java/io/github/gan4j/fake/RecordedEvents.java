package io.github.gan4j.fake;

import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told; can be made to throw. */
public final class RecordedEvents implements TrainingListener {
  private final List<String> events = new ArrayList<>();
  private final List<LossEvent> losses = new ArrayList<>();
  private final List<EpochEvent> epochs = new ArrayList<>();
  private final List<RunEndedEvent> ends = new ArrayList<>();
  private Runnable trouble = () -> {};

  /** Does this after each event was remembered. */
  public RecordedEvents thenDo(Runnable trouble) {
    this.trouble = trouble;
    return this;
  }

  @Override
  public void onRunStarted(Run run) {
    events.add("started");
    trouble.run();
  }

  @Override
  public void onLoss(LossEvent event) {
    events.add("loss " + event.step() + " of epoch " + event.epoch());
    losses.add(event);
    trouble.run();
  }

  @Override
  public void onEpoch(EpochEvent event) {
    events.add("epoch " + event.epoch() + " at " + event.summary().step());
    epochs.add(event);
    trouble.run();
  }

  @Override
  public void onRolledBack(Run run, RollBack rollBack) {
    events.add(
        "went back from %d to %d, rate %s"
            .formatted(rollBack.step(), rollBack.to(), rollBack.rateFactor()));
    trouble.run();
  }

  @Override
  public void onRunEnded(RunEndedEvent event) {
    events.add("ended " + event.outcome() + " after " + event.steps());
    ends.add(event);
    trouble.run();
  }

  @Override
  public String toString() {
    return "recorder";
  }

  /** Returns the events in words. */
  public List<String> events() {
    return events;
  }

  /** Returns the loss events. */
  public List<LossEvent> losses() {
    return losses;
  }

  /** Returns the epochs. */
  public List<EpochEvent> epochs() {
    return epochs;
  }

  /** Returns the ends. */
  public List<RunEndedEvent> ends() {
    return ends;
  }
}
