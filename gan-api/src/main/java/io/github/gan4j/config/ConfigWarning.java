package io.github.gan4j.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What speaks against a configuration that can be trained.
 *
 * @param fields the fields whose values, together, seldom go well
 * @param reason why
 * @param cures what helps, each by itself
 */
public record ConfigWarning(List<ConfigField> fields, String reason, List<Cure> cures) {

  /** Copies the lists. */
  public ConfigWarning {
    fields = List.copyOf(Checks.notNull("fields", fields));
    cures = List.copyOf(Checks.notNull("cures", cures));
  }

  /**
   * Returns a sentence that names the fields, the reason and what helps.
   *
   * @param config the configuration that was validated
   */
  public String text(GanConfig config, ConfigWording wording) {
    return fields.stream()
            .map(field -> wording.state(config, field))
            .collect(Collectors.joining(" and "))
        + ": "
        + reason
        + wording.cures(config, cures);
  }
}
