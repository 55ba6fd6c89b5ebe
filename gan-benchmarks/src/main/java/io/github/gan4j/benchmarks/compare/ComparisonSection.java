package io.github.gan4j.benchmarks.compare;

import java.io.IOException;

/** One part of the comparison, which can be measured by itself. */
interface ComparisonSection {

  /** Returns what the command line calls it. */
  String name();

  /** Returns its heading. */
  String title();

  /** Returns how often it measures each contender. */
  default int rounds(Effort effort) {
    return effort.rounds();
  }

  /** Measures it and returns Markdown: what and how, tables, and what failed. */
  String measure(Lab lab) throws IOException;
}
