package io.github.gan4j.report.health;

import io.github.gan4j.config.ConfigWording;
import java.util.List;

/**
 * All findings about a run's health.
 *
 * @param diagnoses the most serious first; at least one
 */
public record Verdict(List<Diagnosis> diagnoses) {

  /** Copies the list and refuses an empty one. */
  public Verdict {
    diagnoses = List.copyOf(diagnoses);
    if (diagnoses.isEmpty()) {
      throw new IllegalArgumentException("diagnoses must be at least one, were none");
    }
  }

  /** Returns what matters most. */
  public Diagnosis main() {
    return diagnoses.get(0);
  }

  /** Returns what the run's state is called. */
  public Health health() {
    return main().health();
  }

  /** Returns {@link #text} with calls of this library's builder. */
  @Override
  public String toString() {
    return text(ConfigWording.builder());
  }

  /** Returns everything as some lines of text, without a line break at the end. */
  public String text(ConfigWording wording) {
    StringBuilder text = new StringBuilder();
    for (Diagnosis diagnosis : diagnoses) {
      text.append(text.isEmpty() ? "" : "\n").append(diagnosis.summary());
      diagnosis.figures().forEach(figure -> text.append("\n  ").append(figure));
      diagnosis.advice().forEach(advice -> text.append("\n  try: ").append(advice.line(wording)));
    }
    return text.toString();
  }
}
