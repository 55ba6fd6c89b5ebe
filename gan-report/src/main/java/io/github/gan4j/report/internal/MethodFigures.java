package io.github.gan4j.report.internal;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;

/** Which figures a run's method has beside its losses and probabilities. */
public final class MethodFigures {
  private MethodFigures() {}

  /** Returns whether a run has gradient penalties. */
  public static boolean hasPenalties(GanConfig config) {
    return !config.objective().regularization().penalties().isEmpty();
  }

  /** Returns whether a run has class losses: whether its discriminator names classes. */
  public static boolean hasClassLoss(GanConfig config) {
    Conditioning conditioning = config.objective().conditioning();
    return conditioning != null && conditioning.kind() == Conditioning.Kind.AUXILIARY_CLASSIFIER;
  }
}
