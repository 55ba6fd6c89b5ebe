package io.github.gan4j.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule that a configuration breaks.
 *
 * @param field whose value breaks it
 * @param rule what the value must be, to be read after the field's name
 * @param given the fields whose values make the rule apply; may be empty
 * @param unless the fields of which one, set, would keep the rule; usually empty
 * @param reason why the rule is there
 * @param cures what mends it, each by itself; empty where that is for the user to find
 */
public record Violation(
    ConfigField field,
    String rule,
    List<ConfigField> given,
    List<ConfigField> unless,
    String reason,
    List<Cure> cures) {

  /** Copies the lists. */
  public Violation {
    given = List.copyOf(Checks.notNull("given", given));
    unless = List.copyOf(Checks.notNull("unless", unless));
    cures = List.copyOf(Checks.notNull("cures", cures));
  }

  /** Returns all fields on whose values it rests, its own first. */
  public List<ConfigField> fields() {
    List<ConfigField> fields = new ArrayList<>(List.of(field));
    fields.addAll(given);
    fields.addAll(unless);
    return List.copyOf(fields);
  }

  /**
   * Returns a sentence that names the field, the rule, what was found and what helps.
   *
   * @param config the configuration that was validated
   */
  public String text(GanConfig config, ConfigWording wording) {
    return wording.name(field) + " " + predicate(config, wording);
  }

  /** Returns what follows the field's name in {@link #text}. */
  public String predicate(GanConfig config, ConfigWording wording) {
    String circumstances =
        given.isEmpty()
            ? ""
            : given.stream()
                .map(each -> wording.state(config, each))
                .collect(Collectors.joining(" and ", " while ", ""));
    return rule
        + circumstances
        + ", was "
        + wording.value(field, field.value(config))
        + ": "
        + reason
        + wording.cures(config, cures);
  }
}
