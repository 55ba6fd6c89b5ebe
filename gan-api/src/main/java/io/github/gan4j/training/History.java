package io.github.gan4j.training;

import java.util.List;
import java.util.Objects;

/**
 * What a run found, epoch by epoch.
 *
 * @param epochs the epochs that were done, in order
 */
public record History(List<EpochSummary> epochs) {

  /** Copies the list. */
  public History {
    epochs = List.copyOf(Objects.requireNonNull(epochs, "epochs"));
  }
}
