package io.github.gan4j.internal.network;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.Player;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a configuration and an image shape make of the two players' layers. */
public final class NetworkSpecs {
  private NetworkSpecs() {}

  /** Returns the layers from a latent vector to an image. */
  public static NetworkSpec generator(GanConfig config, ImageShape shape) {
    return new NetworkSpec(
        generatorInputs(config),
        layers(config.generator().network(), shape.size(), config.generator().output()));
  }

  /** Returns how many numbers the generator is given: a latent vector, and one a class. */
  public static int generatorInputs(GanConfig config) {
    Conditioning conditioning = config.objective().conditioning();
    return Math.addExact(config.latent().dim(), conditioning == null ? 0 : conditioning.classes());
  }

  /** Returns the layers from what the discriminator is given of images to its outputs. */
  public static NetworkSpec discriminator(GanConfig config, ImageShape shape) {
    return new NetworkSpec(
        new DiscriminatorRows(config, shape.size()).width(),
        layers(
            config.discriminator().network(),
            new DiscriminatorHead(config.objective().conditioning()).outputs(),
            Activation.linear()));
  }

  /** Returns what the layers of both players ask of an engine. */
  public static Set<Capability> capabilities(GanConfig config) {
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    for (Player player : Player.values()) {
      // Neither the images' size nor the output's activation asks anything of an engine.
      layers(config.player(player).network(), 1, Activation.linear())
          .forEach(layer -> needs.addAll(layer.capabilities()));
    }
    return needs;
  }

  private static List<LayerSpec> layers(NetworkConfig config, int outputs, Activation output) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < config.hidden().size(); i++) {
      layers.add(
          new LayerSpec(
              config.hidden().get(i),
              normalization(config.batchNorm(), i),
              config.activation(),
              config.dropout(),
              config.spectralNorm()));
    }
    layers.add(new LayerSpec(outputs, null, output, 0, config.spectralNorm()));
    return layers;
  }

  private static @Nullable NormalizationSpec normalization(
      @Nullable BatchNorm batchNorm, int layer) {
    if (batchNorm == null || (layer == 0 && !batchNorm.firstLayer())) {
      return null;
    }
    return new NormalizationSpec.BatchNorm(batchNorm.momentum(), batchNorm.epsilon());
  }
}
