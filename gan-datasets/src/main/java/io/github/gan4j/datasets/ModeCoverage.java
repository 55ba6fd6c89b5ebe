package io.github.gan4j.datasets;

/**
 * How well points cover the modes of a {@link GaussianMixture}, in the figures of VEEGAN
 * (arXiv:1705.07761) and PacGAN (arXiv:1712.04086). Immutable and thread-safe.
 */
public final class ModeCoverage {
  private final ModeCounts highQuality;
  private final int points;

  /** Keeps counts of some or all of the points, of which there is at least one. */
  ModeCoverage(ModeCounts highQuality, int points) {
    this.highQuality = highQuality;
    this.points = points;
  }

  /** Returns the number of modes with at least one point of high quality. */
  public int modes() {
    return highQuality.covered();
  }

  /** Returns the share of all points that are of high quality, from 0 to 1. */
  public double highQualityShare() {
    return (double) highQuality.total() / points;
  }

  /** Returns how many points of high quality each mode has. */
  public ModeCounts highQuality() {
    return highQuality;
  }

  /** Returns how many points were measured. */
  public int points() {
    return points;
  }

  /**
   * Returns the modes and the points of high quality, as in {@code 8 of 8 modes, 97 of 100 ...}.
   */
  @Override
  public String toString() {
    return "%s, %s of %s points of high quality"
        .formatted(highQuality, highQuality.total(), points);
  }
}
