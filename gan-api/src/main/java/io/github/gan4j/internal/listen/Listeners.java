package io.github.gan4j.internal.listen;

import io.github.gan4j.internal.log.Warnings;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.ListenerFailure;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.TrainingListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Tells all listeners, and keeps the failure of one from everybody else. */
public final class Listeners {
  private final List<TrainingListener> listeners;
  private final List<ListenerFailure> failures = new ArrayList<>();
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
            states.put(
                String.valueOf(keys.get(listener)),
                Objects.requireNonNull(resumable.state(), "state() must not return null"));
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
      } catch (Exception e) { // Checked ones too: other languages than Java throw them unannounced.
        if (e instanceof InterruptedException) {
          // Whoever threw it has cleared what the run's own thread must see.
          Thread.currentThread().interrupt();
        }
        report(new ListenerFailure(listener, event, step, e));
      }
    }
  }

  private void report(ListenerFailure failure) {
    if (failures.stream().anyMatch(before -> before.listener() == failure.listener())) {
      return;
    }
    failures.add(failure);
    Warnings.warn(
        Listeners.class,
        "listener "
            + name(failure.listener())
            + " failed in "
            + failure.event()
            + " at step "
            + failure.step()
            + "; training goes on, and its later failures are not reported",
        failure.exception());
  }

  /** A listener that fails may fail at its own name as well. */
  private static String name(TrainingListener listener) {
    try {
      return listener.toString();
    } catch (Exception e) {
      return listener.getClass().getName();
    }
  }

  /** Returns the first failure of each listener that failed, in the order in which they came. */
  public List<ListenerFailure> failures() {
    return List.copyOf(failures);
  }
}
