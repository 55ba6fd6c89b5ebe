package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.ForwardInput;
import io.github.gan4j.cpu.internal.arithmetic.Multiplier;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.Weight;

/**
 * The spectral norm of one layer's weight, as {@link io.github.gan4j.engine.SpectralNorm} defines
 * it. Its products are those of passes, of one row.
 */
final class SpectralNormalization {
  final float[] u;
  final float[] v;
  private final Weight weight;

  /** Room for a row of outputs, and one of inputs, among the operands of products. */
  private final Matrix left;

  private final Matrix right;
  private final ForwardInput rightForm;
  private final float[] image;
  private double lengths;
  private float inverse;

  SpectralNormalization(Weight weight, Arithmetic arithmetic) {
    this.weight = weight;
    u = new float[weight.rows()];
    v = new float[weight.columns()];
    image = new float[u.length];
    left = arithmetic.allocate(1, u.length);
    right = arithmetic.allocate(1, v.length);
    rightForm = arithmetic.forwardInput(1, v.length);
  }

  /** Returns 1 / σ, by which everything that goes through the weight is multiplied. */
  float inverse() {
    return inverse;
  }

  /** Returns whether the weight can be divided by σ. */
  boolean isUsable() {
    return Float.isFinite(inverse) && inverse != 0;
  }

  /** Gets ready for {@link #multiplyLeft}. */
  void takeLeft() {
    left.put(0, 0, u, u.length);
  }

  /** Computes a share of uW. */
  void multiplyLeft(Share inputs, Multiplier multiplier) {
    multiplier.backward(1, left, weight, inputs.from(), inputs.count(), right);
  }

  /** Makes uW, normalised, the new v. */
  void replaceRight() {
    right.get(0, 0, v, v.length);
    normalize(v);
  }

  /** Gets ready for {@link #multiplyRight}. */
  void takeRight() {
    right.put(0, 0, v, v.length);
    rightForm.take(right, 1, 0, v.length);
  }

  /** Computes a share of Wv. */
  void multiplyRight(Share outputs, Multiplier multiplier) {
    multiplier.forward(1, right, rightForm, weight, outputs.from(), outputs.count(), left);
  }

  /** Makes Wv, normalised, the new u. */
  void replaceLeft() {
    left.get(0, 0, u, u.length);
    normalize(u);
  }

  /** Finds σ from Wv. */
  void measure() {
    left.get(0, 0, image, image.length);
    lengths = length(u) * length(v);
    inverse = (float) (lengths / VectorKernels.dot(u, image, u.length));
  }

  /**
   * Gets ready for {@link #correct}.
   *
   * @param product ⟨G, W / σ⟩ / σ, with G the gradient by W / σ
   */
  void prepareCorrection(double product) {
    float factor = (float) (-product / lengths);
    System.arraycopy(u, 0, image, 0, u.length);
    VectorKernels.scale(image, factor, u.length);
    left.put(0, 0, image, u.length);
    right.put(0, 0, v, v.length);
  }

  /** Adds to rows of a gradient what σ's own derivative makes of it: one more row's product. */
  void correct(int from, int count, Multiplier multiplier, Weight gradient) {
    multiplier.weightGradient(1, left, from, count, right, gradient, true);
  }

  private static void normalize(float[] vector) {
    VectorKernels.scale(vector, (float) (1 / length(vector)), vector.length);
  }

  private static double length(float[] vector) {
    return Math.sqrt(VectorKernels.squares(vector, 0, vector.length));
  }

  void free() {
    left.free();
    right.free();
  }
}
