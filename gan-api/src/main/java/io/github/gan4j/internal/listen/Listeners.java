package io.github.gan4j.internal.listen;

import io.github.gan4j.training.CheckpointEvent;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.TrainingListener;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners, and keeps the failure of one from everybody else. */
public final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<TrainingListener> listeners;
  private final Set<TrainingListener> failed = Collections.newSetFromMap(new IdentityHashMap<>());
  private long step;

  /** Makes one for these, told in this order. */
  public Listeners(List<TrainingListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Tells that a run starts. */
  public void runStarted(Run run) {
    tell("onRunStarted", listener -> listener.onRunStarted(run));
  }

  /** Tells of a step. */
  public void loss(LossEvent event) {
    step = event.step();
    tell("onLoss", listener -> listener.onLoss(event));
  }

  /** Tells of an epoch. */
  public void epoch(EpochEvent event) {
    tell("onEpoch", listener -> listener.onEpoch(event));
  }

  /** Tells that the state is about to be saved. */
  public void checkpoint(CheckpointEvent event) {
    tell("onCheckpoint", listener -> listener.onCheckpoint(event));
  }

  /** Tells that a run has ended. */
  public void runEnded(RunEndedEvent event) {
    tell("onRunEnded", listener -> listener.onRunEnded(event));
  }

  private void tell(String event, Consumer<TrainingListener> call) {
    for (TrainingListener listener : listeners) {
      try {
        call.accept(listener);
      } catch (RuntimeException e) {
        if (failed.add(listener)) {
          LOG.warn(
              "listener {} failed in {} at step {}; training goes on, and its later failures are"
                  + " not reported",
              listener,
              event,
              step,
              e);
        }
      }
    }
  }
}
