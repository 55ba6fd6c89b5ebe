package io.github.gan4j.loss;

import java.util.List;
import java.util.Optional;

/** The losses that come with the library. */
public final class Losses {
  private static final AdversarialLoss NON_SATURATING =
      new NonSaturatingLoss(CrossEntropy.TRUE_LABELS);
  private static final AdversarialLoss MINIMAX = new MinimaxLoss(CrossEntropy.TRUE_LABELS);
  private static final AdversarialLoss LEAST_SQUARES = new LeastSquaresLoss(1, 0);
  private static final AdversarialLoss HINGE = new HingeLoss();
  private static final AdversarialLoss WASSERSTEIN = new WassersteinLoss();
  private static final AdversarialLoss RELATIVISTIC_PAIRING = new RelativisticPairingLoss();
  private static final List<AdversarialLoss> ALL =
      List.of(NON_SATURATING, MINIMAX, LEAST_SQUARES, HINGE, WASSERSTEIN, RELATIVISTIC_PAIRING);

  private Losses() {}

  /** Returns binary cross-entropy, the generator's labels flipped (arXiv:1406.2661). */
  public static AdversarialLoss nonSaturating() {
    return NON_SATURATING;
  }

  /** Returns binary cross-entropy as a game of opposites (arXiv:1406.2661, eq. 1). */
  public static AdversarialLoss minimax() {
    return MINIMAX;
  }

  /** Returns least squares with targets 0 and 1 (arXiv:1611.04076). */
  public static AdversarialLoss leastSquares() {
    return LEAST_SQUARES;
  }

  /** Returns the hinge loss (arXiv:1705.02894). */
  public static AdversarialLoss hinge() {
    return HINGE;
  }

  /**
   * Returns the Wasserstein loss (arXiv:1701.07875). It needs something that bounds the
   * discriminator's slope: a gradient penalty or weights that are clipped.
   */
  public static AdversarialLoss wasserstein() {
    return WASSERSTEIN;
  }

  /**
   * Returns relativistic pairing (arXiv:1807.00734, arXiv:2501.05441), meant to be used with the
   * penalties R1 and R2.
   */
  public static AdversarialLoss relativisticPairing() {
    return RELATIVISTIC_PAIRING;
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
