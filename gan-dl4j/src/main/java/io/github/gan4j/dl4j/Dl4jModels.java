package io.github.gan4j.dl4j;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.SpectralNorm;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Takes networks over to Deeplearning4j, for those who have a trained generator and want to use it
 * in a program of DL4J's.
 *
 * <p>A layer becomes a {@link DenseLayer} with its activation, or, where it is normalised, a {@link
 * DenseLayer} without bias, a {@link BatchNormalization} and an {@link ActivationLayer}; and after
 * these a {@link DropoutLayer} where outputs are dropped. A weight is divided by its spectral norm
 * where that is what its layer does.
 */
public final class Dl4jModels {
  private Dl4jModels() {}

  /**
   * Returns a DL4J network with the same layers and values, which gives the same outputs but for
   * rounding. Its last layer is no output layer: it is made to {@code output(...)} and to be given
   * gradients from outside, not to be fitted, and its updater is DL4J's default.
   *
   * <p>DL4J's running variances are of the batch itself, those of this library estimate the
   * variance of the data (they are n / (n − 1) times as large for batches of n). This shows only if
   * the network is trained on.
   *
   * @param parameters the trained values in the order of {@link NetworkSpec#parameters()}
   * @param buffers the recorded values in the order of {@link NetworkSpec#buffers()}
   * @throws IllegalArgumentException if there are more or fewer values than the layers have
   */
  public static MultiLayerNetwork toMultiLayerNetwork(
      NetworkSpec spec, float[] parameters, float[] buffers) {
    checkLength("parameters", parameters, spec.parameterCount());
    checkLength("buffers", buffers, spec.bufferCount());
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).list();
    for (int i = 0; i < spec.layers().size(); i++) {
      addLayer(layers, spec.layers().get(i), spec.inputsOf(i));
    }
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    float[] values = interleave(spec, parameters, buffers);
    network.init(Nd4j.createFromArray(values).reshape(1, values.length), false);
    return network;
  }

  private static void addLayer(
      NeuralNetConfiguration.ListBuilder layers, LayerSpec spec, int inputs) {
    IActivation activation = activation(spec.activation());
    LayerSpec.Normalization normalization = spec.normalization();
    boolean normalized = normalization != null;
    layers.layer(
        new DenseLayer.Builder()
            .nIn(inputs)
            .nOut(spec.outputs())
            .hasBias(spec.hasBias())
            .activation(normalized ? new ActivationIdentity() : activation)
            .build());
    if (normalization != null) {
      layers.layer(
          new BatchNormalization.Builder()
              .nIn(spec.outputs())
              .nOut(spec.outputs())
              .decay(1 - normalization.momentum())
              .eps(normalization.epsilon())
              .useLogStd(false)
              .build());
      layers.layer(new ActivationLayer(activation));
    }
    if (spec.dropout() > 0) {
      // DL4J asks for the share to keep.
      layers.layer(new DropoutLayer(1 - spec.dropout()));
    }
  }

  private static IActivation activation(Activation activation) {
    return switch (activation.kind()) {
      case LINEAR -> new ActivationIdentity();
      case RELU -> new ActivationReLU();
      case LEAKY_RELU -> new ActivationLReLU(activation.slope());
      case TANH -> new ActivationTanH();
      case SIGMOID -> new ActivationSigmoid();
    };
  }

  /**
   * Puts values into DL4J's order, where a normalisation's statistics follow its scale and shift. A
   * weight needs no turning: DL4J's is inputs × outputs, but column by column. Where a spectral
   * norm divides it, that is done.
   */
  private static float[] interleave(NetworkSpec spec, float[] parameters, float[] buffers) {
    int vectors = 0;
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      vectors += layer.spectralNorm() ? layer.outputs() + spec.inputsOf(i) : 0;
    }
    float[] values = new float[parameters.length + buffers.length - vectors];
    int parameter = 0;
    int buffer = 0;
    int at = 0;
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      int perOutput = spec.inputsOf(i) + (layer.hasBias() ? 1 : 2);
      int trained = layer.outputs() * perOutput;
      System.arraycopy(parameters, parameter, values, at, trained);
      if (layer.spectralNorm()) {
        int inputs = spec.inputsOf(i);
        double sigma =
            SpectralNorm.sigma(parameters, parameter, layer.outputs(), inputs, buffers, buffer);
        for (int j = at; j < at + layer.outputs() * inputs; j++) {
          values[j] = (float) (values[j] / sigma);
        }
        buffer += layer.outputs() + inputs;
      }
      parameter += trained;
      at += trained;
      if (!layer.hasBias()) {
        int recorded = 2 * layer.outputs();
        System.arraycopy(buffers, buffer, values, at, recorded);
        buffer += recorded;
        at += recorded;
      }
    }
    return values;
  }

  private static void checkLength(String name, float[] values, int length) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          "%s must have %s values, as the layers have, had %s"
              .formatted(name, length, values.length));
    }
  }
}
