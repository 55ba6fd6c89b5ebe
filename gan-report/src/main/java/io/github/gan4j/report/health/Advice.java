package io.github.gan4j.report.health;

import io.github.gan4j.config.ConfigChange;
import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.config.GanConfig;
import java.util.List;

/**
 * A recommended change of a setting (hyperparameter): the value to try, and the current one.
 *
 * @param changes what to change, to the same value: the field of a player, of both players, or of
 *     the run
 * @param reason what it is good for, a few words
 * @param config what the run is made of
 */
public record Advice(List<ConfigChange> changes, String reason, GanConfig config) {

  /** Copies the list. */
  public Advice {
    changes = List.copyOf(changes);
  }

  /** Returns one line, which begins with the change as it is written where a run is set up. */
  public String line(ConfigWording wording) {
    return change(wording) + rest(wording);
  }

  /** Returns the change as it is written where a run is set up. */
  public String change(ConfigWording wording) {
    return wording.changes(config, changes);
  }

  /** Returns what follows the change in a line: the value that the run has, and the reason. */
  public String rest(ConfigWording wording) {
    ConfigChange first = changes.get(0);
    String now = wording.value(first.field(), first.field().value(config));
    return " instead of " + now + ": " + reason;
  }

  /** Returns the line with a call of this library's builder. */
  @Override
  public String toString() {
    return line(ConfigWording.builder());
  }
}
