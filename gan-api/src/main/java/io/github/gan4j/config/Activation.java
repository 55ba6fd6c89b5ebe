package io.github.gan4j.config;

/**
 * The function that a layer applies to each of its outputs.
 *
 * @param kind which function
 * @param slope the factor for negative inputs, in [0, 1); 0 except for {@link Kind#LEAKY_RELU}
 */
public record Activation(Kind kind, double slope) {
  /** How far beyond an end a pixel may lie: what rounding does to mean and deviation. */
  private static final double ROUNDING = 1e-9;

  /** The functions that an engine knows. Each gives NaN for NaN. */
  public enum Kind {
    /** {@code f(x) = x}. */
    LINEAR,
    /** {@code f(x) = max(0, x)}. */
    RELU,
    /** {@code f(x) = x > 0 ? x : slope * x} (Maas, Hannun and Ng, 2013). */
    LEAKY_RELU,
    /** Hyperbolic tangent, in (-1, 1). */
    TANH,
    /** Logistic function {@code 1 / (1 + exp(-x))}, in (0, 1). */
    SIGMOID
  }

  /** Refuses a slope outside [0, 1), and one other than 0 for a function that has none. */
  public Activation {
    Checks.notNull("activation", kind);
    Checks.inRange("activation slope", slope, 0, 1);
    if (kind != Kind.LEAKY_RELU && slope != 0) {
      throw new IllegalArgumentException(
          "activation slope must be 0 for " + kind + ", was " + slope);
    }
  }

  /** Returns whether outputs can come to all pixels from black to white. */
  public boolean reaches(Normalization pixels) {
    return lowest() <= pixels.black() + ROUNDING && highest() >= pixels.white() - ROUNDING;
  }

  /** Returns whether it is made of straight lines. */
  public boolean piecewiseLinear() {
    return switch (kind) {
      case LINEAR, RELU, LEAKY_RELU -> true;
      case TANH, SIGMOID -> false;
    };
  }

  /** Returns what no output is below. */
  public double lowest() {
    return switch (kind) {
      case LINEAR -> Double.NEGATIVE_INFINITY;
      case LEAKY_RELU -> slope > 0 ? Double.NEGATIVE_INFINITY : 0;
      case RELU, SIGMOID -> 0;
      case TANH -> -1;
    };
  }

  /** Returns what no output is above. */
  public double highest() {
    return switch (kind) {
      case LINEAR, RELU, LEAKY_RELU -> Double.POSITIVE_INFINITY;
      case TANH, SIGMOID -> 1;
    };
  }

  /** Returns the identity. */
  public static Activation linear() {
    return new Activation(Kind.LINEAR, 0);
  }

  /** Returns the rectifier. */
  public static Activation relu() {
    return new Activation(Kind.RELU, 0);
  }

  /** Returns the leaky rectifier with this slope for negative inputs, in [0, 1). */
  public static Activation leakyRelu(double slope) {
    return new Activation(Kind.LEAKY_RELU, slope);
  }

  /** Returns the hyperbolic tangent. */
  public static Activation tanh() {
    return new Activation(Kind.TANH, 0);
  }

  /** Returns the logistic function. */
  public static Activation sigmoid() {
    return new Activation(Kind.SIGMOID, 0);
  }
}
