package io.github.gan4j.report.health;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of any length in a bounded number of stretches: when there are too many, each two become
 * one, and from then on a stretch is twice as long.
 */
final class StretchSeries {
  /** As many as a chart can show, and even, so that all find a partner. */
  static final int LIMIT = 512;

  private final List<Stretch> stretches = new ArrayList<>();
  private int length = 1;
  private @Nullable Stretch open;

  void add(Stretch step) {
    open = open == null ? step : open.join(step);
    if (open.steps() < length) {
      return;
    }
    stretches.add(open);
    open = null;
    if (stretches.size() == LIMIT) {
      halve();
    }
  }

  /** Returns all steps so far; the last stretch may be shorter than the others. */
  List<Stretch> toList() {
    List<Stretch> all = new ArrayList<>(stretches);
    if (open != null) {
      all.add(open);
    }
    return all;
  }

  private void halve() {
    for (int i = 0; i < LIMIT / 2; i++) {
      stretches.set(i, stretches.get(2 * i).join(stretches.get(2 * i + 1)));
    }
    stretches.subList(LIMIT / 2, LIMIT).clear();
    length *= 2;
  }
}
