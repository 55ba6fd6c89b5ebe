package io.github.gan4j.report.internal;

import io.github.gan4j.training.RollBack;

/** Describes a rollback: a run that returned to an earlier training state. */
public final class RollBackText {
  private RollBackText() {}

  /** Returns one line. */
  public static String describe(RollBack rollBack) {
    return Figures.format(
        "step %d diverged (%s); back to step %d, learning rates times %s",
        rollBack.step(), rollBack.where(), rollBack.to(), rollBack.rateFactor());
  }
}
