package io.github.gan4j;

/**
 * What to do when a step diverges: go back to a saved state and on with smaller learning rates.
 *
 * @param most how often, at least 1
 * @param rateFactor what learning rates are multiplied by each time, in (0, 1]
 */
record RollBacks(int most, double rateFactor) {
  RollBacks {
    if (most < 1) {
      throw new IllegalArgumentException("rollBacks must be at least 1, was " + most);
    }
    if (!(rateFactor > 0 && rateFactor <= 1)) {
      throw new IllegalArgumentException("rateFactor must be in (0, 1], was " + rateFactor);
    }
  }
}
