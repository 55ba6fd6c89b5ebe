package io.github.gan4j.internal.loop;

import io.github.gan4j.engine.NetworkSpec.Part;
import io.github.gan4j.engine.TrainableNetwork;
import java.util.List;
import java.util.Optional;

/**
 * Where a network holds an infinity or a NaN after an update. A running mean tells of the gradient,
 * which is gone by then.
 *
 * @param description what it is, such as {@code gradient of layers.0.linear.weight}
 */
record NonFinitePlace(String description) {

  /** Returns the first place: gradients before what they made of the weights. */
  static NonFinitePlace in(TrainableNetwork network) {
    List<Part> parameters = network.spec().parameters();
    float[] moments = network.optimizerState().toArray();
    int second = moments.length / 2;
    return new NonFinitePlace(
        find(parameters, moments, second)
            .or(() -> find(parameters, moments, 0))
            .map(name -> "gradient of " + name)
            .or(() -> find(parameters, network.parameters().toArray(), 0))
            .or(() -> find(network.spec().buffers(), network.buffers().toArray(), 0))
            .orElse("values"));
  }

  private static Optional<String> find(List<Part> parts, float[] values, int from) {
    return parts.stream()
        .filter(part -> !allFinite(values, from + part.offset(), part.size()))
        .map(Part::name)
        .findFirst();
  }

  private static boolean allFinite(float[] values, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (!Float.isFinite(values[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns the place as that of a player, such as {@code the generator}. */
  String of(String player) {
    return player + "'s " + description;
  }
}
