package io.github.gan4j.internal.loop;

import io.github.gan4j.engine.TrainableNetwork;

/** Keeps a network's parameters within bounds (Arjovsky et al., 2017, arXiv:1701.07875). */
final class WeightClip {
  private final float limit;
  private final float[] values;

  WeightClip(double limit, TrainableNetwork network) {
    this.limit = (float) limit;
    values = new float[network.parameters().size()];
  }

  void apply(TrainableNetwork network) {
    network.parameters().copyTo(values);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-limit, Math.min(limit, values[i]));
    }
    network.parameters().copyFrom(values);
  }
}
