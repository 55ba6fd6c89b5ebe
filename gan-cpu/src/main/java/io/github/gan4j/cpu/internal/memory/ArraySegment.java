package io.github.gan4j.cpu.internal.memory;

/** Values in an array of their own. */
public final class ArraySegment implements Segment {
  private final float[] values;

  /** Makes one of the array itself. */
  public ArraySegment(float[] values) {
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public void copyTo(float[] target, int offset) {
    System.arraycopy(values, 0, target, offset, values.length);
  }

  @Override
  public void copyFrom(float[] source, int offset) {
    System.arraycopy(source, offset, values, 0, values.length);
  }
}
