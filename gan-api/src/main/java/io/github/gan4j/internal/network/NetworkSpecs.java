package io.github.gan4j.internal.network;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.LayerSpec.Normalization;
import io.github.gan4j.engine.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a configuration and an image shape make of the two players' layers. */
public final class NetworkSpecs {
  private NetworkSpecs() {}

  /** Returns the layers from a latent vector to an image. */
  public static NetworkSpec generator(GanConfig config, ImageShape shape) {
    return new NetworkSpec(
        config.latentDim(), layers(config.generator(), shape.size(), config.generatorOutput()));
  }

  /** Returns the layers from an image to a logit. */
  public static NetworkSpec discriminator(GanConfig config, ImageShape shape) {
    return new NetworkSpec(shape.size(), layers(config.discriminator(), 1, Activation.linear()));
  }

  private static List<LayerSpec> layers(NetworkConfig config, int outputs, Activation output) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < config.hidden().size(); i++) {
      layers.add(
          new LayerSpec(
              config.hidden().get(i),
              normalization(config.batchNorm(), i),
              config.activation(),
              config.dropout()));
    }
    layers.add(new LayerSpec(outputs, null, output, 0));
    return layers;
  }

  private static @Nullable Normalization normalization(@Nullable BatchNorm batchNorm, int layer) {
    if (batchNorm == null || (layer == 0 && !batchNorm.firstLayer())) {
      return null;
    }
    return new Normalization(batchNorm.momentum(), batchNorm.epsilon());
  }
}
