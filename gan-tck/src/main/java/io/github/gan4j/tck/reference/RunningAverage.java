package io.github.gan4j.tck.reference;

/** The exponential moving average of some values. */
final class RunningAverage {
  private final double slowest;
  private final double[] values;
  private final double[] average;

  /** Makes one that follows {@code values}, from what they are now. */
  RunningAverage(double decay, double[] values) {
    this.slowest = decay;
    this.values = values;
    this.average = values.clone();
  }

  double[] average() {
    return average;
  }

  /** Forgets the past: the average becomes what the values are now. */
  void restart() {
    System.arraycopy(values, 0, average, 0, values.length);
  }

  /** Takes the values as they are now into the average, which forgets faster in the first steps. */
  void move(long step) {
    double decay = Math.min(slowest, (1.0 + step) / (10.0 + step));
    for (int i = 0; i < values.length; i++) {
      average[i] = decay * average[i] + (1 - decay) * values[i];
    }
  }
}
