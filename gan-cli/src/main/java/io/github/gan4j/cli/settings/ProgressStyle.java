package io.github.gan4j.cli.settings;

/** How a run shows its progress. */
public enum ProgressStyle {
  /** A bar on a terminal, lines elsewhere. */
  AUTO,
  /** A bar that redraws itself. */
  BAR,
  /** Lines, as for a log. */
  LINES,
  /** Nothing. */
  NONE
}
