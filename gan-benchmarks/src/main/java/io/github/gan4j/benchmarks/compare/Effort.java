package io.github.gan4j.benchmarks.compare;

/**
 * How long everything is measured.
 *
 * @param rounds how often each contender runs
 * @param startUps how often each contender starts
 * @param steps how many steps of a run are timed
 * @param warmUp how many steps go before
 * @param seconds the most that a run's timed steps take where they may be slow, and its warm-up
 * @param products how many large matrix products make a measurement
 * @param steadyFrom the step at which a run counts as steady
 * @param steadyTo the step to which a steady run is watched
 */
record Effort(
    int rounds,
    int startUps,
    int steps,
    int warmUp,
    int seconds,
    int products,
    int steadyFrom,
    int steadyTo) {

  /** What figures that are published need. */
  static final Effort FULL = new Effort(3, 5, 300, 500, 20, 20, 1_000, 20_000);

  /** Returns the same with other rounds, warm-up and limit of time. */
  Effort with(int newRounds, int newWarmUp, int newSeconds) {
    return new Effort(
        newRounds, startUps, steps, newWarmUp, newSeconds, products, steadyFrom, steadyTo);
  }

  /** Enough to see that everything works. */
  static final Effort QUICK = new Effort(1, 1, 3, 2, 1, 2, 5, 10);
}
