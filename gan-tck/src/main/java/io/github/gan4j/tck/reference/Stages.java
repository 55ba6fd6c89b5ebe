package io.github.gan4j.tck.reference;

import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NetworkSpec.Part;
import io.github.gan4j.engine.NormalizationSpec;
import java.util.ArrayList;
import java.util.List;

/** Takes a network's layers apart into stages. */
final class Stages {
  private Stages() {}

  /** Returns new stages, from input to output, that share the network's values. */
  static List<Stage> of(ReferenceNetwork network) {
    NetworkSpec spec = network.spec();
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < spec.layers().size(); i++) {
      LayerSpec layer = spec.layers().get(i);
      String prefix = "layers." + i + ".";
      int weight = offset(spec.parameters(), prefix + "linear.weight");
      stages.add(
          layer.spectralNorm()
              ? new SpectralLinear(
                  network.parameterValues(),
                  spec.inputsOf(i),
                  layer.outputs(),
                  weight,
                  network.bufferValues(),
                  offset(spec.buffers(), prefix + "spectral_norm.u"))
              : new Linear(
                  network.parameterValues(),
                  spec.inputsOf(i),
                  layer.outputs(),
                  weight,
                  layer.hasBias()));
      if (layer.normalization() instanceof NormalizationSpec.BatchNorm batchNorm) {
        stages.add(
            new BatchNormalization(
                batchNorm,
                layer.outputs(),
                network.parameterValues(),
                offset(spec.parameters(), prefix + "batch_norm.weight"),
                network.bufferValues(),
                offset(spec.buffers(), prefix + "batch_norm.running_mean")));
      } else if (layer.normalization() != null) {
        throw new IllegalArgumentException("no stage for " + layer.normalization());
      }
      stages.add(new Activate(layer.activation()));
      if (layer.dropout() > 0) {
        stages.add(new Dropout(layer.dropout(), i));
      }
    }
    return stages;
  }

  private static int offset(List<Part> parts, String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no part is named " + name))
        .offset();
  }
}
