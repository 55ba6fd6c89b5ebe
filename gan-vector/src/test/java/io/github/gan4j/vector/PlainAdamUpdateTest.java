package io.github.gan4j.vector;

/** The same bits before the JVM has compiled the vectors. */
class PlainAdamUpdateTest extends AdamUpdateTest {
  @Override
  boolean byVectors() {
    return false;
  }
}
