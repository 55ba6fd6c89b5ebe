package io.github.gan4j.config;

/**
 * How both players' learning rates change over a run: they rise evenly to what the optimisers have,
 * and then fall, or stay. A function of the step alone, so that a run that is made longer goes on
 * as it would have. Steps count from 1.
 *
 * @param kind how they fall
 * @param warmUp the step by which they have risen: it has the whole rate, and step k before it k /
 *     warmUp of that; 0 to start with what the optimisers have
 * @param steps the step by which they have fallen: it has the last rate, as have all after it, so
 *     that a run of just so many steps ends with it. At least 1; above {@code warmUp} in a
 *     configuration that is valid; without meaning for {@link Kind#CONSTANT}, where it is 0
 * @param last what is left of them then, in (0, 1]; 1 for {@link Kind#CONSTANT}
 */
public record RateSchedule(Kind kind, long warmUp, long steps, double last) {

  /** The ways to fall. */
  public enum Kind {
    /** Not at all. */
    CONSTANT,
    /** Evenly. */
    LINEAR,
    /** Along half a period of the cosine (Loshchilov and Hutter, 2017, arXiv:1608.03983). */
    COSINE
  }

  /** Learning rates as the optimisers have them. */
  public static final RateSchedule CONSTANT = new RateSchedule(Kind.CONSTANT, 0, 0, 1);

  /** Refuses values outside of the ranges that the components name. */
  public RateSchedule {
    Checks.notNull("rateSchedule kind", kind);
    Checks.atLeast("rateSchedule warmUp", warmUp, 0);
    if (kind == Kind.CONSTANT) {
      if (steps != 0 || last != 1) {
        throw new IllegalArgumentException(
            "rateSchedule steps and last must be 0 and 1 for CONSTANT, were %s and %s"
                .formatted(steps, last));
      }
    } else {
      Checks.atLeast("rateSchedule steps", steps, 1);
    }
    if (!(last > 0 && last <= 1)) {
      throw new IllegalArgumentException("rateSchedule last must be in (0, 1], was " + last);
    }
  }

  /**
   * Returns one that falls evenly.
   *
   * @param steps the first step with the last rate, from 1 on; the first step of all has the whole
   *     rate unless it is this one
   * @param last what is left then, in (0, 1]
   */
  public static RateSchedule linear(long steps, double last) {
    return new RateSchedule(Kind.LINEAR, 0, steps, last);
  }

  /**
   * Returns one that falls along half a period of the cosine.
   *
   * @param steps the first step with the last rate, from 1 on; the first step of all has the whole
   *     rate unless it is this one
   * @param last what is left then, in (0, 1]
   */
  public static RateSchedule cosine(long steps, double last) {
    return new RateSchedule(Kind.COSINE, 0, steps, last);
  }

  /** Returns the same, which rises until this step, which has the whole rate. */
  public RateSchedule warmUp(long steps) {
    return new RateSchedule(kind, steps, this.steps, last);
  }

  /** Returns what learning rates are multiplied by in a step, from 1 on: above 0, at most 1. */
  public double factor(long step) {
    if (step < warmUp) {
      return (double) step / warmUp;
    }
    // The whole rate in this step, the last in step number `steps`; they may be one.
    long whole = Math.max(1, warmUp);
    double done = step >= steps ? 1 : (double) (step - whole) / (steps - whole);
    return switch (kind) {
      case CONSTANT -> 1;
      case LINEAR -> last + (1 - last) * (1 - done);
      case COSINE -> last + (1 - last) * (1 + StrictMath.cos(Math.PI * done)) / 2;
    };
  }
}
