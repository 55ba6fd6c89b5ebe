package io.github.gan4j.engine;

import io.github.gan4j.internal.argument.Arguments;
import java.util.List;

/**
 * A named array of values of a layer, such as a weight.
 *
 * @param name what the array is called in files, behind the name of its layer, such as {@code
 *     linear.weight}
 * @param shape its dimensions, outermost first; a linear weight is outputs × inputs, as in PyTorch
 * @param role what the values do, and so what they are before the first step
 */
public record ArraySpec(String name, List<Integer> shape, Role role) {

  /** What an array of values does in its layer. */
  public enum Role {
    /** Trained: multiplies the inputs. Drawn as {@code WeightInit} says. */
    WEIGHT,
    /** Trained: is added to what a weight gave. Drawn as {@code WeightInit} says. */
    BIAS,
    /** Trained: multiplies normalised values. 1 before the first step. */
    SCALE,
    /** Trained: is added to normalised values. 0 before the first step. */
    SHIFT,
    /** Recorded: a running mean of batches. 0 before the first step. */
    RUNNING_MEAN,
    /** Recorded: a running variance of batches. 1 before the first step. */
    RUNNING_VARIANCE,
    /** Recorded: u of a {@linkplain SpectralNorm spectral normalisation}. Found by iteration. */
    LEFT_SINGULAR_VECTOR,
    /** Recorded: v of a {@linkplain SpectralNorm spectral normalisation}; follows its u. */
    RIGHT_SINGULAR_VECTOR
  }

  /** Makes the shape immutable. */
  public ArraySpec {
    Arguments.notNull("name", name);
    shape = List.copyOf(shape);
    Arguments.notNull("role", role);
  }

  /** Returns one of one dimension. */
  static ArraySpec vector(String name, int size, Role role) {
    return new ArraySpec(name, List.of(size), role);
  }

  /** Returns the number of values. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
