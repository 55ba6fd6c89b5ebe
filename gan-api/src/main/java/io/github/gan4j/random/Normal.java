package io.github.gan4j.random;

/**
 * The inverse of the standard normal distribution function: algorithm AS 241, routine PPND16 (M. J.
 * Wichura, "The Percentage Points of the Normal Distribution", Applied Statistics 37, 1988), with a
 * relative error of about 1e-16.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // The digits that were published.
final class Normal {
  /** How far from the middle the first polynomials hold. */
  private static final double CENTRE = 0.425;

  private static final double[] MIDDLE_TOP = {
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4
  };
  private static final double[] MIDDLE_BOTTOM = {
    1.0,
    2.05319162663775882187e0,
    1.67638483018380384940e0,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9
  };
  private static final double[] TAIL_TOP = {
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7
  };
  private static final double[] TAIL_BOTTOM = {
    1.0,
    5.99832206555887937690e-1,
    1.36929880922735805310e-1,
    1.48753612908506148525e-2,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15
  };

  /** Beyond this, the share outside is less than a double shows beside 1. */
  private static final double ALL = 9;

  private Normal() {}

  /** Returns the probability that a standard normal number is within ±x, to about 1e-15 of it. */
  static double within(double x) {
    if (x > ALL) {
      return 1;
    }
    // Abramowitz and Stegun 26.2.11: all terms are positive, so that nothing cancels.
    double term = x;
    double sum = x;
    for (int n = 3; term > sum * 1e-17; n += 2) {
      term *= x * x / n;
      sum += term;
    }
    return Math.min(1, Math.sqrt(2 / Math.PI) * StrictMath.exp(-x * x / 2) * sum);
  }

  /**
   * Replaces probabilities u in (0, 1) by the x below which a standard normal number falls with
   * probability u.
   *
   * @param centre is written; at least {@code count} long
   */
  static void inverseCumulative(double[] u, double[] centre, int count, float[] x, int offset) {
    centre(u, centre, count);
    for (int i = 0; i < count; i++) {
      double q = u[i] - 0.5;
      x[offset + i] = (float) (Math.abs(q) <= CENTRE ? centre[i] : tail(u[i], q));
    }
  }

  /** Right where u is near enough to 1/2, and finite elsewhere; without a branch, for vectors. */
  private static void centre(double[] u, double[] x, int count) {
    for (int i = 0; i < count; i++) {
      double q = u[i] - 0.5;
      double r = 0.180625 - q * q;
      double top =
          ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r
                                                      + 6.7265770927008700853e4)
                                                  * r
                                              + 4.5921953931549871457e4)
                                          * r
                                      + 1.3731693765509461125e4)
                                  * r
                              + 1.9715909503065514427e3)
                          * r
                      + 1.3314166789178437745e2)
                  * r
              + 3.3871328727963666080e0;
      double bottom =
          ((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r
                                                      + 3.9307895800092710610e4)
                                                  * r
                                              + 2.1213794301586595867e4)
                                          * r
                                      + 5.3941960214247511077e3)
                                  * r
                              + 6.8718700749205790830e2)
                          * r
                      + 4.2313330701600911252e1)
                  * r
              + 1.0;
      x[i] = q * (top / bottom);
    }
  }

  private static double tail(double u, double q) {
    // StrictMath: the numbers shall be the same on every machine.
    double r = Math.sqrt(-StrictMath.log(q < 0 ? u : 1 - u));
    double x =
        r <= 5 ? ratio(MIDDLE_TOP, MIDDLE_BOTTOM, r - 1.6) : ratio(TAIL_TOP, TAIL_BOTTOM, r - 5);
    return q < 0 ? -x : x;
  }

  private static double ratio(double[] top, double[] bottom, double x) {
    return polynomial(top, x) / polynomial(bottom, x);
  }

  private static double polynomial(double[] c, double x) {
    double y = c[7];
    for (int i = 6; i >= 0; i--) {
      y = y * x + c[i];
    }
    return y;
  }
}
