package io.github.gan4j.vector;

/** The same bits before the JVM has compiled the vectors. */
class PlainMatrixProductTest extends MatrixProductTest {
  @Override
  boolean byVectors() {
    return false;
  }
}
