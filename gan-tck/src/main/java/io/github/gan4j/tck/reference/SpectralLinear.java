package io.github.gan4j.tck.reference;

/**
 * {@code out = in · (weight / σ)ᵀ + bias} with {@code σ = u · weight · v / (|u||v|)}: spectral
 * normalisation, as {@link io.github.gan4j.engine.SpectralNorm} defines it. The weight is outputs ×
 * inputs.
 */
final class SpectralLinear implements Stage {
  private final double[] parameters;
  private final int inputs;
  private final int outputs;
  private final int weight;
  private final int bias;
  private final double[] buffers;
  private final int u;
  private final int v;
  private double[][] remembered = {};
  private double[][] rememberedGradient = {};

  /**
   * Makes one whose weight and then bias start at {@code weight}, and whose u and v at {@code u}.
   */
  SpectralLinear(
      double[] parameters, int inputs, int outputs, int weight, double[] buffers, int u) {
    this.parameters = parameters;
    this.inputs = inputs;
    this.outputs = outputs;
    this.weight = weight;
    this.bias = weight + outputs * inputs;
    this.buffers = buffers;
    this.u = u;
    this.v = u + outputs;
  }

  @Override
  public double[][] infer(double[][] in) {
    double sigma = sigma();
    double[][] out = new double[in.length][outputs];
    for (int row = 0; row < in.length; row++) {
      for (int o = 0; o < outputs; o++) {
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
          sum += weight(o, i) * in[row][i];
        }
        out[row][o] = sum / sigma + parameters[bias + o];
      }
    }
    return out;
  }

  @Override
  public double[][] train(double[][] in, long dropoutSeed) {
    remembered = in;
    return infer(in);
  }

  @Override
  public double[][] backward(double[][] outGradient, double[] weightGradient) {
    rememberedGradient = outGradient;
    double sigma = sigma();
    double[][] inGradient = new double[outGradient.length][inputs];
    for (int row = 0; row < outGradient.length; row++) {
      for (int o = 0; o < outputs; o++) {
        weightGradient[bias + o] += outGradient[row][o];
        for (int i = 0; i < inputs; i++) {
          inGradient[row][i] += outGradient[row][o] * weight(o, i) / sigma;
        }
      }
    }
    addGradient(outGradient, remembered, weightGradient);
    return inGradient;
  }

  /** {@code inGradient = outGradient · weight / σ} is linear in outGradient and in weight / σ. */
  @Override
  public double[][] doubleBackward(double[][] byInGradient, double[] weightGradient) {
    double sigma = sigma();
    double[][] byOutGradient = new double[byInGradient.length][outputs];
    for (int row = 0; row < byInGradient.length; row++) {
      for (int o = 0; o < outputs; o++) {
        for (int i = 0; i < inputs; i++) {
          byOutGradient[row][o] += byInGradient[row][i] * weight(o, i) / sigma;
        }
      }
    }
    addGradient(rememberedGradient, byInGradient, weightGradient);
    return byOutGradient;
  }

  /**
   * Adds the gradient by the weight. By weight / σ it is G = leftᵀ · right; and since σ moves with
   * the weight by uvᵀ / (|u||v|), ∂L/∂weight = (G − ⟨G, weight / σ⟩ uvᵀ / (|u||v|)) / σ.
   */
  private void addGradient(double[][] left, double[][] right, double[] weightGradient) {
    double sigma = sigma();
    double[][] gradient = new double[outputs][inputs];
    double product = 0;
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        for (int row = 0; row < left.length; row++) {
          gradient[o][i] += left[row][o] * right[row][i];
        }
        product += gradient[o][i] * weight(o, i) / sigma;
      }
    }
    double lengths = length(u, outputs) * length(v, inputs);
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        double along = buffers[u + o] * buffers[v + i] / lengths;
        weightGradient[weight + o * inputs + i] += (gradient[o][i] - product * along) / sigma;
      }
    }
  }

  /** Has u and v follow the weight by one iteration. */
  void iterate() {
    for (int i = 0; i < inputs; i++) {
      double sum = 0;
      for (int o = 0; o < outputs; o++) {
        sum += buffers[u + o] * weight(o, i);
      }
      buffers[v + i] = sum;
    }
    normalize(v, inputs);
    for (int o = 0; o < outputs; o++) {
      double sum = 0;
      for (int i = 0; i < inputs; i++) {
        sum += weight(o, i) * buffers[v + i];
      }
      buffers[u + o] = sum;
    }
    normalize(u, outputs);
  }

  /** Returns whether the weight can be divided by σ. */
  boolean isUsable() {
    double sigma = sigma();
    return Double.isFinite(sigma) && sigma != 0;
  }

  private double sigma() {
    double sum = 0;
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        sum += buffers[u + o] * weight(o, i) * buffers[v + i];
      }
    }
    return sum / (length(u, outputs) * length(v, inputs));
  }

  private double weight(int o, int i) {
    return parameters[weight + o * inputs + i];
  }

  private void normalize(int from, int count) {
    double length = length(from, count);
    for (int i = from; i < from + count; i++) {
      buffers[i] /= length;
    }
  }

  private double length(int from, int count) {
    double squares = 0;
    for (int i = from; i < from + count; i++) {
      squares += buffers[i] * buffers[i];
    }
    return Math.sqrt(squares);
  }
}
