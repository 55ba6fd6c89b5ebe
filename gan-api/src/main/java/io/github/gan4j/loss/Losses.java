package io.github.gan4j.loss;

import java.util.List;
import java.util.Optional;

/** The losses that come with the library. */
public final class Losses {
  private static final List<AdversarialLoss> ALL =
      List.of(new NonSaturatingLoss(), new LeastSquaresLoss(), new HingeLoss());

  private Losses() {}

  /** Returns binary cross-entropy, the generator's labels flipped (arXiv:1406.2661). */
  public static AdversarialLoss nonSaturating() {
    return ALL.get(0);
  }

  /** Returns least squares with targets 0 and 1 (arXiv:1611.04076). */
  public static AdversarialLoss leastSquares() {
    return ALL.get(1);
  }

  /** Returns the hinge loss (arXiv:1705.02894). */
  public static AdversarialLoss hinge() {
    return ALL.get(2);
  }

  /** Returns every loss that comes with the library. */
  public static List<AdversarialLoss> all() {
    return ALL;
  }

  /** Returns the loss of this name, if it comes with the library. */
  public static Optional<AdversarialLoss> byName(String name) {
    return ALL.stream().filter(loss -> loss.name().equals(name)).findFirst();
  }
}
