package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.Multiplier;
import io.github.gan4j.cpu.internal.memory.Weight;
import java.util.List;

/** The product with a layer's weight, which comes before its stages. */
class Linear {
  final int inputs;
  final int outputs;

  /** Outputs × inputs. */
  final Weight weight;

  Linear(int inputs, int outputs, Arithmetic arithmetic) {
    this.inputs = inputs;
    this.outputs = outputs;
    weight = arithmetic.allocateWeight(outputs, inputs);
  }

  /** Returns what is recorded without being trained, in the order of the flat vectors. */
  List<float[]> buffers() {
    return List.of();
  }

  /** Returns this product for one training pass. */
  LinearTraining training(PassShape shape) {
    return new LinearTraining();
  }

  /** Takes part in the layer's affine map as the network generates. */
  void fold(AffineMap map) {}

  /**
   * Gets ready for {@link #correct}, given the sum of the passes' {@link LinearTraining#product}.
   */
  void prepareCorrection(double product) {}

  /**
   * Turns rows of the gradient by what multiplies the inputs into those of the gradient by the
   * weight.
   */
  void correct(int from, int count, Multiplier multiplier, Weight gradient) {}

  void free() {
    weight.free();
  }
}
