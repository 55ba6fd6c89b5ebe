package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of a layer that one worker takes at once, from {@code from} to {@code to} (exclusive).
 *
 * @param index its number among the layer's shares, from 0 on
 */
record Share(int index, int from, int to) {

  /** Cuts a width into shares of this many columns, the last of what is left. */
  static List<Share> cut(int width, int columnsAtOnce) {
    List<Share> shares = new ArrayList<>();
    for (int from = 0; from < width; from += columnsAtOnce) {
      shares.add(new Share(shares.size(), from, Math.min(width, from + columnsAtOnce)));
    }
    return shares;
  }

  int count() {
    return to - from;
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
