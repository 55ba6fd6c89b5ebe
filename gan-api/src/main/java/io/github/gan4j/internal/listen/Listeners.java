package io.github.gan4j.internal.listen;

import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.TrainingListener;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Tells that a run goes on; those that had saved a state get it back. */
  public void runResumed(Run run, Map<String, byte[]> states) {
    step = run.resumedAfter();
    giveBack(run, states, listener -> listener.onRunStarted(run));
  }

  /**
   * Tells that a run went back.
   *
   * @param states those that were saved with what it went back to
   */
  public void rolledBack(Run run, RollBack rollBack, Map<String, byte[]> states) {
    step = rollBack.to();
    tell("onRolledBack", listener -> listener.onRolledBack(run, rollBack));
    giveBack(run, states, listener -> {});
  }

  private void giveBack(Run run, Map<String, byte[]> states, Consumer<TrainingListener> others) {
    IdentityHashMap<TrainingListener, String> keys = keys();
    tell(
        "onRunResumed",
        listener -> {
          byte[] state = states.get(keys.get(listener));
          if (state != null && listener instanceof ResumableListener resumable) {
            resumable.onRunResumed(run, state);
          } else {
            others.accept(listener);
          }
        });
  }

  /** Returns the states of those that have one. */
  public Map<String, byte[]> states() {
    Map<String, byte[]> states = new LinkedHashMap<>();
    IdentityHashMap<TrainingListener, String> keys = keys();
    tell(
        "state",
        listener -> {
          if (listener instanceof ResumableListener resumable) {
            states.put(String.valueOf(keys.get(listener)), resumable.state());
          }
        });
    return states;
  }

  /** Names each by its class and its place among those of the class. */
  private IdentityHashMap<TrainingListener, String> keys() {
    IdentityHashMap<TrainingListener, String> keys = new IdentityHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (TrainingListener listener : listeners) {
      String name = listener.getClass().getSimpleName();
      keys.put(listener, name + "." + counts.merge(name, 1, Integer::sum));
    }
    return keys;
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
