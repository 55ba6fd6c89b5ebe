package io.github.gan4j.report.health;

import io.github.gan4j.report.internal.Figures;
import java.util.ArrayList;
import java.util.List;

/** Parts of a run, long enough that no single batch decides. */
final class Evidence {
  private static final int FEWEST_RECENT = 300;
  private static final int PARTS = 24;

  /** A mean over fewer batches of 64 is mostly noise. */
  private static final int SHORTEST_PART = 25;

  private Evidence() {}

  static long steps(RunFigures figures) {
    return figures.stretches().stream().mapToLong(Stretch::steps).sum();
  }

  /** Returns the means of a run's last fifth, but of no fewer than its last 300 steps. */
  static Stretch recent(RunFigures figures) {
    return newest(figures, recentSteps(figures));
  }

  /** Returns the means of the newest steps, at least so many if there are. */
  static Stretch newest(RunFigures figures, long steps) {
    return joined(newestStretches(figures, steps));
  }

  /** Returns the newest part of a run and as much before it, in some two dozen equal parts. */
  static List<Stretch> parts(RunFigures figures) {
    long steps = 2 * recentSteps(figures);
    long length = Math.max(SHORTEST_PART, steps / PARTS);
    List<Stretch> stretches = newestStretches(figures, steps);
    List<Stretch> parts = new ArrayList<>();
    int from = 0;
    long inPart = 0;
    for (int i = 0; i < stretches.size(); i++) {
      inPart += stretches.get(i).steps();
      if (inPart >= length) {
        parts.add(joined(stretches.subList(from, i + 1)));
        from = i + 1;
        inPart = 0;
      }
    }
    return parts;
  }

  /** Returns "steps 1 to 300". */
  static String span(Stretch stretch) {
    return Figures.format("steps %d to %d", stretch.step() - stretch.steps() + 1, stretch.step());
  }

  private static long recentSteps(RunFigures figures) {
    return Math.max(FEWEST_RECENT, steps(figures) / 5);
  }

  private static List<Stretch> newestStretches(RunFigures figures, long steps) {
    List<Stretch> all = figures.stretches();
    int from = all.size();
    for (long found = 0; from > 0 && found < steps; ) {
      from--;
      found += all.get(from).steps();
    }
    return all.subList(from, all.size());
  }

  private static Stretch joined(List<Stretch> stretches) {
    return stretches.stream().reduce(Stretch::join).orElseThrow();
  }
}
