package io.github.gan4j.training;

import java.util.List;

/**
 * What a run found, epoch by epoch.
 *
 * @param epochs the epochs that were done, in order
 */
public record History(List<EpochSummary> epochs) {

  /** Copies the list. */
  public History {
    epochs = List.copyOf(epochs);
  }
}
