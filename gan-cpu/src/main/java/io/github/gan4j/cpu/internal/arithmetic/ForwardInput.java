package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.memory.Matrix;

/** A layer's inputs as forward products want them, beside the matrix of the inputs itself. */
public interface ForwardInput {

  /** Where the matrix itself is what products want. */
  ForwardInput ITSELF =
      new ForwardInput() {
        @Override
        public boolean isCopy() {
          return false;
        }

        @Override
        public void take(Matrix in, int rows, int from, int count) {}
      };

  /** Returns whether all columns must be taken before a product can use them. */
  boolean isCopy();

  /** Takes columns of the first rows of the inputs. */
  void take(Matrix in, int rows, int from, int count);
}
