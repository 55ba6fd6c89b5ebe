package io.github.gan4j.tck.reference;

import io.github.gan4j.engine.FlatVector;
import java.util.Objects;

/** A network's values of one sort, as doubles. */
public final class ReferenceVector implements FlatVector {
  private final Lifetime network;
  private final double[] values;
  private final Runnable whenWritten;

  ReferenceVector(Lifetime network, double[] values, Runnable whenWritten) {
    this.network = network;
    this.values = values;
    this.whenWritten = whenWritten;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public void copyTo(float[] target) {
    network.requireOpen();
    Objects.checkFromIndexSize(0, values.length, target.length);
    for (int i = 0; i < values.length; i++) {
      target[i] = (float) values[i];
    }
  }

  @Override
  public void copyFrom(float[] source) {
    network.requireOpen();
    Objects.checkFromIndexSize(0, values.length, source.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = source[i];
    }
    whenWritten.run();
  }

  /** Sets all values from the first {@code size()} places of {@code source}, unrounded. */
  public void copyFrom(double[] source) {
    network.requireOpen();
    System.arraycopy(source, 0, values, 0, values.length);
    whenWritten.run();
  }

  /** Returns all values in a new array, unrounded. */
  public double[] toDoubles() {
    network.requireOpen();
    return values.clone();
  }
}
