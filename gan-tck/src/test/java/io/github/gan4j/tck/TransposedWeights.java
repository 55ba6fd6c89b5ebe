package io.github.gan4j.tck;

import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NetworkSpec.Part;

/** Shows weights as inputs × outputs. */
record TransposedWeights(FlatVector vector, NetworkSpec spec) implements FlatVector {
  @Override
  public int size() {
    return vector.size();
  }

  @Override
  public void copyTo(float[] target) {
    float[] values = vector.toArray();
    System.arraycopy(values, 0, target, 0, values.length);
    for (Part part : spec.parameters()) {
      for (int i = 0; i < part.size(); i++) {
        target[shown(part, i)] = values[part.offset() + i];
      }
    }
  }

  @Override
  public void copyFrom(float[] source) {
    float[] values = new float[size()];
    for (Part part : spec.parameters()) {
      for (int i = 0; i < part.size(); i++) {
        values[part.offset() + i] = source[shown(part, i)];
      }
    }
    vector.copyFrom(values);
  }

  private static int shown(Part part, int i) {
    int columns = part.shape().get(part.shape().size() - 1);
    int rows = part.size() / columns;
    return part.offset() + i % columns * rows + i / columns;
  }
}
