package io.github.gan4j.dl4j;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.SpectralNorm;
import io.github.gan4j.model.TrainedNetwork;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turns trained networks into Deeplearning4j's, for programs that use DL4J and have a GAN that was
 * trained here.
 *
 * <p>A layer becomes a {@link DenseLayer} with its activation, or, where it is normalised, a {@link
 * DenseLayer} without bias, a {@link BatchNormalization} and an {@link ActivationLayer}; and after
 * these a {@link DropoutLayer} where outputs are dropped. A weight with spectral normalisation is
 * divided by its spectral norm.
 *
 * <p>What is returned shares no memory with its source, and, as every {@link MultiLayerNetwork}, is
 * not thread-safe: give each thread a {@code clone()}. Its last layer is no output layer. It is
 * made for {@code output(...)} and for gradients given from outside, not for {@code fit(...)}, and
 * its updater is DL4J's default.
 */
public final class Dl4jModels {
  private Dl4jModels() {}

  /**
   * Returns the generator of a trained GAN, with the running average of its values, as a DL4J
   * network that gives the same outputs but for rounding. The discriminator is {@code
   * toMultiLayerNetwork(gan.discriminatorNetwork())}, a generator without its average {@code
   * toMultiLayerNetwork(trainer.generatorNetwork())}.
   *
   * <p>Its input has the shape [images, latentDim]; of a conditional GAN [images, latentDim +
   * classes], the class one-hot behind the latent vector: {@link NdArrays#ofLatents(float[][],
   * int[], int)}. Its output has the shape [images, channels × height × width], in normalised
   * pixels: within [-1, 1] unless {@code config().normalization()} is set, and {@link
   * NdArrays#toImages(INDArray, TrainedGan)} makes images of it for any.
   */
  public static MultiLayerNetwork toMultiLayerNetwork(TrainedGan gan) {
    return toMultiLayerNetwork(gan.generatorNetwork());
  }

  /**
   * Returns a DL4J network with the same layers and values, which gives the same outputs but for
   * rounding.
   *
   * <p>DL4J's running variances are of the batch itself, those of this library estimate the
   * variance of the data (they are n / (n − 1) times as large for batches of n). This shows only if
   * the network is trained on.
   */
  public static MultiLayerNetwork toMultiLayerNetwork(TrainedNetwork network) {
    NetworkSpec spec = network.spec();
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).list();
    for (int i = 0; i < spec.layers().size(); i++) {
      addLayer(layers, spec.layers().get(i), spec.inputsOf(i));
    }
    MultiLayerNetwork converted = new MultiLayerNetwork(layers.build());
    float[] values = interleave(spec, network.parameters(), network.buffers());
    converted.init(Nd4j.createFromArray(values).reshape(1, values.length), false);
    return converted;
  }

  private static void addLayer(
      NeuralNetConfiguration.ListBuilder layers, LayerSpec spec, int inputs) {
    IActivation activation = activation(spec.activation());
    BatchNorm batchNorm = batchNorm(spec);
    boolean normalized = batchNorm != null;
    layers.layer(
        new DenseLayer.Builder()
            .nIn(inputs)
            .nOut(spec.outputs())
            .hasBias(spec.hasBias())
            .activation(normalized ? new ActivationIdentity() : activation)
            .build());
    if (batchNorm != null) {
      layers.layer(
          new BatchNormalization.Builder()
              .nIn(spec.outputs())
              .nOut(spec.outputs())
              .decay(1 - batchNorm.momentum())
              .eps(batchNorm.epsilon())
              .useLogStd(false)
              .build());
      layers.layer(new ActivationLayer(activation));
    }
    if (spec.dropout() > 0) {
      // DL4J asks for the share to keep.
      layers.layer(new DropoutLayer(1 - spec.dropout()));
    }
  }

  private static @Nullable BatchNorm batchNorm(LayerSpec spec) {
    NormalizationSpec normalization = spec.normalization();
    if (normalization == null || normalization instanceof BatchNorm) {
      return (BatchNorm) normalization;
    }
    throw new IllegalArgumentException(
        "layers must have no other normalisation than batch normalisation, had " + normalization);
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
}
