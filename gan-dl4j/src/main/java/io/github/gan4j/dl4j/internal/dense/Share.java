package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.memory.Matrix;

/** The columns of a layer that one worker takes, from {@code from} to {@code to} (exclusive). */
record Share(int from, int to) {
  /** A vector register's floats: shares end where these do. */
  private static final int STEP = 16;

  /** Products a worker must have before another is worth meeting. */
  private static final long FEWEST_PRODUCTS = 100_000;

  int count() {
    return to - from;
  }

  boolean isEmpty() {
    return from == to;
  }

  /** Returns how many workers a batch's way through a network deserves. */
  static int workers(int rows, int parameters, int team) {
    return (int) Math.max(1, Math.min(team, (long) rows * parameters / FEWEST_PRODUCTS));
  }

  static Share of(int worker, int workers, int width) {
    long steps = (width + STEP - 1L) / STEP;
    int from = (int) Math.min(width, steps * worker / workers * STEP);
    int to = (int) Math.min(width, steps * (worker + 1) / workers * STEP);
    return new Share(from, to);
  }

  /** Copies this share of a row to the start of an array. */
  void get(Matrix matrix, int row, float[] target) {
    matrix.get(row, from, target, count());
  }

  /** Sets this share of a row from the start of an array. */
  void put(Matrix matrix, int row, float[] source) {
    matrix.put(row, from, source, count());
  }

  /** Copies this share of a vector to the start of an array. */
  void get(float[] vector, float[] target) {
    System.arraycopy(vector, from, target, 0, count());
  }

  /** Sets this share of a vector from the start of an array. */
  void put(float[] vector, float[] source) {
    System.arraycopy(source, 0, vector, from, count());
  }
}
