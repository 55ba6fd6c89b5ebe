package io.github.gan4j.fake;

import io.github.gan4j.engine.Tensor;
import java.util.Objects;

/** A matrix in a Java array. */
final class FakeTensor implements Tensor {
  private final float[] data;
  private final int start;
  private final int stride;
  private final int rows;
  private final int columns;

  FakeTensor(int rows, int columns) {
    this(new float[rows * columns], 0, columns, rows, columns);
  }

  private FakeTensor(float[] data, int start, int stride, int rows, int columns) {
    this.data = data;
    this.start = start;
    this.stride = stride;
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public Tensor rowRange(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new FakeTensor(data, start + from * stride, stride, to - from, columns);
  }

  @Override
  public Tensor columnRange(int from, int to) {
    Objects.checkFromToIndex(from, to, columns);
    return new FakeTensor(data, start + from, stride, rows, to - from);
  }

  @Override
  public void copyFrom(float[] source, int offset) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(source, offset + row * columns, data, start + row * stride, columns);
    }
  }

  @Override
  public void copyTo(float[] target, int offset) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(data, start + row * stride, target, offset + row * columns, columns);
    }
  }

  double[][] read() {
    double[][] values = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[row][column] = data[start + row * stride + column];
      }
    }
    return values;
  }

  void write(double[][] values) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        data[start + row * stride + column] = (float) values[row][column];
      }
    }
  }
}
