package io.github.gan4j.engine;

import org.jspecify.annotations.Nullable;

/**
 * A forward and backward pass over batches of exactly {@link #rows()} rows of a network that
 * trains: batch statistics for batch normalisation, dropout, and the gradients by the inputs and
 * the weights. Not thread-safe.
 */
public interface TrainingPass extends AutoCloseable {

  /** What a backward pass leaves for {@link TrainableNetwork#update}. */
  enum WeightGradients {
    /**
     * The next update uses this pass's weight gradients, unless parameters are written before: they
     * are those of the old ones.
     */
    KEEP,
    /** Only the input gradient is wanted: the weights' are never computed. */
    SKIP
  }

  /** Returns the number of rows. */
  int rows();

  /**
   * Maps rows to rows and remembers what {@link #backward} needs. {@code in} and {@code out} must
   * stay unchanged until the backward pass, and the update that uses it, are done. Batch
   * normalisations record their running statistics; gradients of an earlier backward pass that no
   * update has applied are forgotten. What is not a number comes through every activation, a
   * rectifier included, as not a number.
   *
   * @param in {@link #rows()} rows of the network's inputs
   * @param out as many rows of the network's outputs; overwritten; must not overlap {@code in}
   * @param dropoutSeed decides which outputs are dropped, as {@code DropoutMask} defines: layers
   *     count from 0, rows from the first of this batch
   * @throws IllegalArgumentException if a shape does not fit, or a tensor is of another kind of
   *     engine
   * @throws IllegalStateException if the pass or its network is closed
   */
  void forward(Tensor in, Tensor out, long dropoutSeed);

  /**
   * Carries a gradient from the outputs of the latest {@link #forward} back: the backward pass.
   * Doing it again replaces what went before.
   *
   * @param outGradient the derivative of the objective by each output
   * @param inGradient receives the derivative by each input; null when nobody needs it; must not
   *     overlap another tensor of the pass
   * @param weights whether the next update shall use this pass
   * @throws IllegalArgumentException if a shape does not fit, or a tensor is of another kind of
   *     engine
   * @throws IllegalStateException if no forward pass came before, or weights changed since
   */
  void backward(Tensor outGradient, @Nullable Tensor inGradient, WeightGradients weights);

  /**
   * Has the next update minimise a function of the input gradient that the latest {@link #backward}
   * found, such as a gradient penalty: carries the function's derivative by that gradient through
   * the backward pass to the weights (Drucker and Le Cun, Improving generalization performance
   * using double backpropagation, 1992). Another forward or backward pass replaces it.
   *
   * <p>The derivative by the inputs of the network is not had, and its layers must be {@linkplain
   * NetworkSpec#piecewiseLinear() piecewise linear}: then the input gradient is a product of
   * weights and factors that do not move with the weights, and this derivative is exact.
   *
   * @param byInGradient the derivative by each value of {@code inGradient}; must stay unchanged
   *     until the update is done
   * @throws IllegalArgumentException if the shape does not fit, or the tensor is of another kind of
   *     engine
   * @throws IllegalStateException if the latest backward was not with {@link WeightGradients#SKIP},
   *     weights changed since, or a layer is not piecewise linear
   */
  void doubleBackward(Tensor byInGradient);

  /** Frees the memory. A second call does nothing. */
  @Override
  void close();
}
