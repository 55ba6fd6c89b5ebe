package io.github.gan4j.report.health;

import java.util.List;

/**
 * One finding about a run's health, in words for people: what it is, the figures it rests on, and
 * advice.
 *
 * @param health what it is
 * @param summary a sentence or two in plain words
 * @param figures what it rests on, each a short text
 * @param advice what to try, one at a time; empty if all is well
 */
public record Diagnosis(Health health, String summary, List<String> figures, List<Advice> advice) {

  /** Copies the lists. */
  public Diagnosis {
    figures = List.copyOf(figures);
    advice = List.copyOf(advice);
  }
}
