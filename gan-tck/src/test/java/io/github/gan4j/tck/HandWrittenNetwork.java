package io.github.gan4j.tck;

import io.github.gan4j.config.OptimizerConfig;

/**
 * A multi-layer perceptron with Adam by hand, as obvious as can be. Its hidden layers end in a
 * leaky rectifier, after batch normalisation if it has any; its last layer in tanh or nothing.
 */
final class HandWrittenNetwork {
  private static final double SLOPE = 0.2;
  private static final double EPSILON = 1e-5;

  private final int[] widths;
  private final boolean normalized;
  private final boolean tanh;
  private final OptimizerConfig adam;
  private final double decay;

  /** A layer's weight, outputs × inputs, then its bias, or its scale and its shift; all layers. */
  private final double[] values;

  private final double[] gradient;
  private final double[] first;
  private final double[] second;
  private final double[] average;

  // What the latest rows left behind in each layer.
  private final double[][][] in;
  private final double[][][] normal;
  private final double[][] inverseDeviation;
  private final double[][][] slope;
  private final double[][][] delta;

  HandWrittenNetwork(
      float[] values,
      boolean normalized,
      boolean tanh,
      OptimizerConfig adam,
      double decay,
      int... widths) {
    this.widths = widths;
    this.normalized = normalized;
    this.tanh = tanh;
    this.adam = adam;
    this.decay = decay;
    this.values = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      this.values[i] = values[i];
    }
    gradient = new double[values.length];
    first = new double[values.length];
    second = new double[values.length];
    average = this.values.clone();
    int layers = widths.length - 1;
    in = new double[layers][][];
    normal = new double[layers][][];
    inverseDeviation = new double[layers][];
    slope = new double[layers][][];
    delta = new double[layers][][];
  }

  double[][] forward(double[][] rows) {
    double[][] x = rows;
    for (int layer = 0, at = 0; layer < in.length; at += size(layer++)) {
      int inputs = widths[layer];
      int outputs = widths[layer + 1];
      int bias = at + outputs * inputs;
      double[][] y = new double[x.length][outputs];
      for (int row = 0; row < x.length; row++) {
        for (int o = 0; o < outputs; o++) {
          y[row][o] = normalizes(layer) ? 0 : values[bias + o];
          for (int i = 0; i < inputs; i++) {
            y[row][o] += values[at + o * inputs + i] * x[row][i];
          }
        }
      }
      if (normalizes(layer)) {
        normalize(layer, y, bias);
      }
      in[layer] = x;
      slope[layer] = new double[x.length][outputs];
      for (int row = 0; row < x.length; row++) {
        for (int o = 0; o < outputs; o++) {
          double z = y[row][o];
          boolean last = layer == in.length - 1;
          y[row][o] = last ? (tanh ? Math.tanh(z) : z) : z > 0 ? z : SLOPE * z;
          slope[layer][row][o] = last ? (tanh ? 1 - y[row][o] * y[row][o] : 1) : z > 0 ? 1 : SLOPE;
        }
      }
      x = y;
    }
    return x;
  }

  /** Takes derivatives back to the rows; on the way it adds to the weights' gradient, or not. */
  double[][] backward(double[][] byOutput, boolean keep) {
    double[][] back = byOutput;
    for (int layer = in.length - 1, at = values.length; layer >= 0; layer--) {
      at -= size(layer);
      int inputs = widths[layer];
      int outputs = widths[layer + 1];
      int bias = at + outputs * inputs;
      double[][] d = new double[back.length][outputs];
      for (int row = 0; row < d.length; row++) {
        for (int o = 0; o < outputs; o++) {
          d[row][o] = back[row][o] * slope[layer][row][o];
        }
      }
      if (normalizes(layer)) {
        normalizeBack(layer, d, bias, keep);
      } else if (keep) {
        for (double[] row : d) {
          for (int o = 0; o < outputs; o++) {
            gradient[bias + o] += row[o];
          }
        }
      }
      if (keep) {
        addProduct(at, d, in[layer]);
      }
      delta[layer] = d;
      back = new double[d.length][inputs];
      for (int row = 0; row < d.length; row++) {
        for (int o = 0; o < outputs; o++) {
          for (int i = 0; i < inputs; i++) {
            back[row][i] += d[row][o] * values[at + o * inputs + i];
          }
        }
      }
    }
    return back;
  }

  /**
   * Adds the gradient of a function of what {@link #backward} returned. That is a product, Wᵀ₁ S₁
   * Wᵀ₂ S₂ …, of weights and slopes, which do not move with the weights: a factor's derivative is
   * what stands on its one side, the deltas, times what stands on its other side, from here on.
   */
  void doubleBackward(double[][] byInputGradient) {
    double[][] u = byInputGradient;
    for (int layer = 0, at = 0; layer < in.length; at += size(layer++)) {
      addProduct(at, delta[layer], u);
      double[][] next = new double[u.length][widths[layer + 1]];
      for (int row = 0; row < u.length; row++) {
        for (int o = 0; o < next[row].length; o++) {
          for (int i = 0; i < u[row].length; i++) {
            next[row][o] += values[at + o * u[row].length + i] * u[row][i];
          }
          next[row][o] *= slope[layer][row][o];
        }
      }
      u = next;
    }
  }

  /** Adam, and then the running average. */
  void update(int update, double rateFactor) {
    for (int i = 0; i < values.length; i++) {
      first[i] = adam.beta1() * first[i] + (1 - adam.beta1()) * gradient[i];
      second[i] = adam.beta2() * second[i] + (1 - adam.beta2()) * gradient[i] * gradient[i];
      double mean = first[i] / (1 - Math.pow(adam.beta1(), update));
      double square = second[i] / (1 - Math.pow(adam.beta2(), update));
      values[i] -= rateFactor * adam.learningRate() * mean / (Math.sqrt(square) + adam.epsilon());
      double keep = Math.min(decay, (1.0 + update) / (10.0 + update));
      average[i] = keep * average[i] + (1 - keep) * values[i];
      gradient[i] = 0;
    }
  }

  double[] values() {
    return values;
  }

  double[] average() {
    return average;
  }

  private void normalize(int layer, double[][] y, int scale) {
    int width = widths[layer + 1];
    normal[layer] = new double[y.length][width];
    inverseDeviation[layer] = new double[width];
    for (int o = 0; o < width; o++) {
      double mean = 0;
      double variance = 0;
      for (double[] row : y) {
        mean += row[o] / y.length;
      }
      for (double[] row : y) {
        variance += (row[o] - mean) * (row[o] - mean) / y.length;
      }
      inverseDeviation[layer][o] = 1 / Math.sqrt(variance + EPSILON);
      for (int row = 0; row < y.length; row++) {
        normal[layer][row][o] = (y[row][o] - mean) * inverseDeviation[layer][o];
        y[row][o] = values[scale + o] * normal[layer][row][o] + values[scale + width + o];
      }
    }
  }

  private void normalizeBack(int layer, double[][] d, int scale, boolean keep) {
    int width = widths[layer + 1];
    for (int o = 0; o < width; o++) {
      double byScale = 0;
      double byShift = 0;
      for (int row = 0; row < d.length; row++) {
        byScale += d[row][o] * normal[layer][row][o];
        byShift += d[row][o];
      }
      if (keep) {
        gradient[scale + o] += byScale;
        gradient[scale + width + o] += byShift;
      }
      for (int row = 0; row < d.length; row++) {
        d[row][o] -= (byShift + normal[layer][row][o] * byScale) / d.length;
        d[row][o] *= values[scale + o] * inverseDeviation[layer][o];
      }
    }
  }

  private void addProduct(int at, double[][] d, double[][] x) {
    for (int row = 0; row < d.length; row++) {
      for (int o = 0; o < d[row].length; o++) {
        for (int i = 0; i < x[row].length; i++) {
          gradient[at + o * x[row].length + i] += d[row][o] * x[row][i];
        }
      }
    }
  }

  private boolean normalizes(int layer) {
    return normalized && layer < in.length - 1;
  }

  private int size(int layer) {
    return widths[layer + 1] * (widths[layer] + (normalizes(layer) ? 2 : 1));
  }
}
