package io.github.gan4j.config;

import java.util.List;

/**
 * What a validator found in a configuration.
 *
 * @param config what was validated
 * @param violations the rules that it breaks; empty if it can be trained
 * @param warnings what speaks against it nevertheless
 */
public record Validation(
    GanConfig config, List<Violation> violations, List<ConfigWarning> warnings) {

  /** Copies the lists. */
  public Validation {
    violations = List.copyOf(Checks.notNull("violations", violations));
    warnings = List.copyOf(Checks.notNull("warnings", warnings));
  }

  /**
   * Returns the configuration.
   *
   * @throws IllegalArgumentException if it breaks a rule; the message lists all, a line each
   */
  public GanConfig valid() {
    if (violations.isEmpty()) {
      return config;
    }
    throw new IllegalArgumentException(
        String.join(
            "\n",
            violations.stream()
                .map(violation -> violation.text(config, ConfigWording.builder()))
                .toList()));
  }

  /** Returns the warnings, a sentence each. */
  public List<String> warnings(ConfigWording wording) {
    return warnings.stream().map(warning -> warning.text(config, wording)).toList();
  }
}
