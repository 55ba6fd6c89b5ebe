package io.github.gan4j.tck.reference;

import io.github.gan4j.engine.Tensor;
import java.util.Objects;

/** A matrix of doubles, row by row, with a row stride; or a view of one. */
public final class ReferenceTensor implements Tensor {
  private final Lifetime engine;
  private final double[] values;
  private final int start;
  private final int stride;
  private final int rows;
  private final int columns;

  ReferenceTensor(Lifetime engine, int rows, int columns) {
    this(engine, new double[rows * columns], 0, columns, rows, columns);
  }

  private ReferenceTensor(
      Lifetime engine, double[] values, int start, int stride, int rows, int columns) {
    this.engine = engine;
    this.values = values;
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
  public ReferenceTensor rowRange(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new ReferenceTensor(engine, values, start + from * stride, stride, to - from, columns);
  }

  @Override
  public ReferenceTensor columnRange(int from, int to) {
    Objects.checkFromToIndex(from, to, columns);
    if (from == to) {
      throw new IndexOutOfBoundsException(
          "a column range must not be empty, began and ended at " + from);
    }
    return new ReferenceTensor(engine, values, start + from, stride, rows, to - from);
  }

  @Override
  public void copyFrom(float[] source, int offset) {
    engine.requireOpen();
    Objects.checkFromIndexSize(offset, rows * columns, source.length);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[at(row, column)] = source[offset + row * columns + column];
      }
    }
  }

  @Override
  public void copyTo(float[] target, int offset) {
    engine.requireOpen();
    Objects.checkFromIndexSize(offset, rows * columns, target.length);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        target[offset + row * columns + column] = (float) values[at(row, column)];
      }
    }
  }

  /** Sets every value, from at least {@code rows() * columns()} doubles packed row by row. */
  public void copyFrom(double[] source) {
    engine.requireOpen();
    Objects.checkFromIndexSize(0, rows * columns, source.length);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[at(row, column)] = source[row * columns + column];
      }
    }
  }

  /** Returns every value in a new array, packed row by row, unrounded. */
  public double[] toDoubles() {
    double[] packed = new double[rows * columns];
    double[][] matrix = read();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(matrix[row], 0, packed, row * columns, columns);
    }
    return packed;
  }

  /** Returns the values as an array of rows. */
  double[][] read() {
    engine.requireOpen();
    double[][] matrix = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, at(row, 0), matrix[row], 0, columns);
    }
    return matrix;
  }

  /** Sets the values from an array of rows. */
  void write(double[][] matrix) {
    engine.requireOpen();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(matrix[row], 0, values, at(row, 0), columns);
    }
  }

  private int at(int row, int column) {
    return start + row * stride + column;
  }
}
