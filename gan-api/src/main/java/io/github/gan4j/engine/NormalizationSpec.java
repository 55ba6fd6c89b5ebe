package io.github.gan4j.engine;

import io.github.gan4j.engine.ArraySpec.Role;
import java.util.List;

/**
 * What normalises the linear outputs of a layer, before its activation: one kind each, with all
 * that others must know of it.
 */
public sealed interface NormalizationSpec {

  /** Returns what an engine must be able to do. */
  Capability capability();

  /**
   * Returns whether an output row depends on all rows of its batch in a training pass. As the
   * network generates it never does. What does not depend on them computes the same both ways.
   */
  boolean acrossRows();

  /** Returns whether it takes away what a bias before it would add, so that the layer has none. */
  boolean replacesBias();

  /** Returns what is trained, in the order of the flat vectors. */
  List<ArraySpec> parameters(int width);

  /** Returns what is recorded without being trained, in the order of the flat vectors. */
  List<ArraySpec> buffers(int width);

  /**
   * Batch normalisation (Ioffe and Szegedy, 2015, arXiv:1502.03167): each output over the rows of
   * the batch, and by running statistics as the network generates.
   *
   * @param momentum weight of the newest batch in the running statistics, in (0, 1]
   * @param epsilon added to the variance under the root; positive
   */
  record BatchNorm(double momentum, double epsilon) implements NormalizationSpec {

    /** Refuses values outside of the ranges that the components name. */
    public BatchNorm {
      if (!(momentum > 0 && momentum <= 1)) {
        throw new IllegalArgumentException(
            "normalization momentum must be in (0, 1], was " + momentum);
      }
      if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "normalization epsilon must be positive and finite, was " + epsilon);
      }
    }

    @Override
    public Capability capability() {
      return Capability.BATCH_NORM;
    }

    @Override
    public boolean acrossRows() {
      return true;
    }

    @Override
    public boolean replacesBias() {
      return true;
    }

    @Override
    public List<ArraySpec> parameters(int width) {
      return List.of(
          ArraySpec.vector("batch_norm.weight", width, Role.SCALE),
          ArraySpec.vector("batch_norm.bias", width, Role.SHIFT));
    }

    @Override
    public List<ArraySpec> buffers(int width) {
      return List.of(
          ArraySpec.vector("batch_norm.running_mean", width, Role.RUNNING_MEAN),
          ArraySpec.vector("batch_norm.running_var", width, Role.RUNNING_VARIANCE));
    }
  }
}
