package io.github.gan4j.engine;

/**
 * Spectral normalisation of a layer's weight (Miyato et al., 2018, arXiv:1802.05957): the layer
 * computes x(W / σ)ᵀ + b, so that it stretches no difference of inputs by more than its activation
 * does. Here it is in plain loops and double precision, for what is done once, and as what engines
 * are to do.
 *
 * <p>The norm σ = uᵀWv / (‖u‖‖v‖) is found by power iteration: each {@linkplain
 * TrainableNetwork#update update} of the weight is followed by v = Wᵀu / ‖Wᵀu‖ and u = Wv / ‖Wv‖,
 * once. To a gradient u and v are constants: with G the gradient by W / σ, that by W is (G − ⟨G, W
 * / σ⟩ uvᵀ / (‖u‖‖v‖)) / σ. The division by the vectors' lengths is there for running averages of u
 * and v, which are shorter than 1.
 *
 * <p>A weight or a vector of zeros has no σ, and its layer gives nothing finite.
 *
 * <p>PyTorch's {@code torch.nn.utils.parametrizations.spectral_norm} iterates before each training
 * pass forward instead, those included from which nothing is learnt. Here all passes between two
 * updates see one weight, however many there are.
 */
public final class SpectralNorm {
  private SpectralNorm() {}

  /**
   * Returns σ. It is not finite or 0 for weights and vectors that it cannot be had of.
   *
   * @param weight has the weight, outputs × inputs, from an offset on
   * @param vectors has u, as long as there are outputs, and then v, from an offset on
   */
  public static double sigma(
      float[] weight, int weightAt, int outputs, int inputs, float[] vectors, int vectorsAt) {
    int v = vectorsAt + outputs;
    double sum = 0;
    for (int o = 0; o < outputs; o++) {
      double image = 0;
      for (int i = 0; i < inputs; i++) {
        image += (double) weight[weightAt + o * inputs + i] * vectors[v + i];
      }
      sum += vectors[vectorsAt + o] * image;
    }
    return sum / (length(vectors, vectorsAt, outputs) * length(vectors, v, inputs));
  }

  /** Has u and v, which stand as {@link #sigma} wants them, follow the weight by one iteration. */
  public static void iterate(
      float[] weight, int weightAt, int outputs, int inputs, float[] vectors, int vectorsAt) {
    double[] v = new double[inputs];
    double[] u = new double[outputs];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        v[i] += (double) weight[weightAt + o * inputs + i] * vectors[vectorsAt + o];
      }
    }
    double scale = 1 / length(v);
    for (int i = 0; i < inputs; i++) {
      v[i] *= scale;
      vectors[vectorsAt + outputs + i] = (float) v[i];
    }
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        u[o] += weight[weightAt + o * inputs + i] * v[i];
      }
    }
    scale = 1 / length(u);
    for (int o = 0; o < outputs; o++) {
      vectors[vectorsAt + o] = (float) (u[o] * scale);
    }
  }

  private static double length(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static double length(float[] values, int from, int count) {
    double squares = 0;
    for (int i = from; i < from + count; i++) {
      squares += (double) values[i] * values[i];
    }
    return Math.sqrt(squares);
  }
}
