package io.github.gan4j.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How fields, values and changes are written where a run is set up: as calls of this library's
 * builder, or as flags or keys of a program that reads its settings otherwise.
 */
public interface ConfigWording {

  /** Returns a wording as calls that a {@code GanBuilder} takes: {@code .batchSize(128)}. */
  static ConfigWording builder() {
    return new BuilderWording();
  }

  /** Returns what the field is called. */
  String name(ConfigField field);

  /** Returns a value of the field, as it is written; null is that of an unset field. */
  String value(ConfigField field, @Nullable Object value);

  /**
   * Returns changes as they are written, to be pasted.
   *
   * @param config the configuration to change, for what is set together with what changes
   */
  String changes(GanConfig config, List<ConfigChange> changes);

  /** Returns "NAME is VALUE". */
  default String state(GanConfig config, ConfigField field) {
    return name(field) + " is " + value(field, field.value(config));
  }

  /** Returns the end of a sentence that says what helps; empty for no cures. */
  default String cures(GanConfig config, List<Cure> cures) {
    return cures.isEmpty()
        ? ""
        : cures.stream()
            .map(cure -> changes(config, cure.changes()))
            .collect(Collectors.joining(" or ", "; try ", ""));
  }

  /** Returns a number as people write settings: 0.5, 64, 2e-4. */
  static String number(double value) {
    if (value != 0 && Math.abs(value) < 1e-2) {
      int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
      return significant(value / Math.pow(10, exponent)) + "e" + exponent;
    }
    return significant(value);
  }

  /** Nine digits tell floats apart, and hide what a division by a power of ten adds. */
  private static String significant(double value) {
    return new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros().toPlainString();
  }
}
