package io.github.gan4j.internal.file;

import io.github.gan4j.engine.NetworkSpec.Part;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.file.SafeTensors.FloatTensor;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flat vectors as named tensors, one a part, and back. */
final class NetworkTensors {
  private final Map<String, FloatTensor> tensors = new LinkedHashMap<>();

  /** Adds the parts of a vector, each under the prefix and its name. */
  void add(String prefix, List<Part> parts, float[] values, int offset) {
    for (Part part : parts) {
      int from = offset + part.offset();
      tensors.put(
          prefix + part.name(),
          new FloatTensor(part.shape(), FloatBuffer.wrap(values, from, part.size()).slice()));
    }
  }

  Map<String, FloatTensor> tensors() {
    return tensors;
  }

  /** Returns how long a vector of these parts is. */
  static int size(List<Part> parts) {
    return parts.stream().mapToInt(Part::size).sum();
  }

  /**
   * Reads a vector.
   *
   * @throws ModelFormatException if a part is missing or has another shape
   */
  static float[] read(Path file, SafeTensors content, String prefix, List<Part> parts) {
    // Shapes are compared first: memory is taken only for values that the file holds.
    for (Part part : parts) {
      FloatTensor tensor = content.tensors().get(prefix + part.name());
      if (tensor == null || !tensor.shape().equals(part.shape())) {
        throw new ModelFormatException(
            file,
            "tensor %s must have the shape %s, %s"
                .formatted(
                    prefix + part.name(),
                    part.shape(),
                    tensor == null ? "is missing" : "has " + tensor.shape()),
            null);
      }
    }
    float[] values = new float[size(parts)];
    for (Part part : parts) {
      FloatTensor tensor = content.tensors().get(prefix + part.name());
      if (tensor != null) {
        tensor.values().get(0, values, part.offset(), part.size());
      }
    }
    return values;
  }
}
