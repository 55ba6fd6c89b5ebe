package io.github.gan4j.report.internal;

import io.github.gan4j.training.RollBack;

/** Says that a run went back. */
public final class GoneBack {
  private GoneBack() {}

  /** Returns one line. */
  public static String describe(RollBack rollBack) {
    return Figures.format(
        "step %d diverged (%s); back to step %d, learning rates times %s",
        rollBack.step(), rollBack.where(), rollBack.to(), rollBack.rateFactor());
  }
}
