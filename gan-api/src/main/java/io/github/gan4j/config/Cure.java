package io.github.gan4j.config;

import java.util.List;

/**
 * Changes that mend a configuration together.
 *
 * @param changes at least one
 */
public record Cure(List<ConfigChange> changes) {

  /** Copies the list. */
  public Cure {
    changes = List.copyOf(Checks.notNull("changes", changes));
  }

  static Cure of(ConfigChange... changes) {
    return new Cure(List.of(changes));
  }

  static Cure of(ConfigField field, Object value) {
    return of(new ConfigChange(field, value));
  }
}
