package io.github.gan4j.tck;

import io.github.gan4j.engine.FlatVector;

/** Can be read; writing it does nothing. */
record ForgetfulVector(FlatVector vector) implements FlatVector {
  @Override
  public int size() {
    return vector.size();
  }

  @Override
  public void copyTo(float[] target) {
    vector.copyTo(target);
  }

  @Override
  public void copyFrom(float[] source) {}
}
