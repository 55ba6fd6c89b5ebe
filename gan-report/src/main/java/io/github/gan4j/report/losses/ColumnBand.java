package io.github.gan4j.report.losses;

import java.util.Arrays;

/**
 * A band of varying height as columns of pixels, of which neighbours touch. Rows count downwards.
 */
final class ColumnBand {
  private static final int NONE = Integer.MIN_VALUE;

  private final int[] tops;
  private final int[] bottoms;

  /** Makes an empty band. */
  ColumnBand(int columns) {
    tops = new int[columns];
    bottoms = new int[columns];
    Arrays.fill(tops, NONE);
  }

  /**
   * Adds a piece of the band.
   *
   * @param from where it begins, with 0 for the first column and 1 for the end of the last
   * @param to where it ends
   * @param top its first row
   * @param bottom its last row
   */
  void add(double from, double to, int top, int bottom) {
    int first = column(from);
    int last = Math.max(first, (int) Math.ceil(to * tops.length) - 1);
    for (int i = first; i <= Math.min(last, tops.length - 1); i++) {
      boolean empty = tops[i] == NONE;
      tops[i] = empty ? top : Math.min(tops[i], top);
      bottoms[i] = empty ? bottom : Math.max(bottoms[i], bottom);
    }
  }

  /** Draws each column that has something. */
  void draw(Pen pen) {
    for (int i = 0; i < tops.length; i++) {
      if (tops[i] != NONE) {
        boolean joins = i > 0 && tops[i - 1] != NONE;
        int top = joins ? Math.min(tops[i], bottoms[i - 1]) : tops[i];
        int bottom = joins ? Math.max(bottoms[i], tops[i - 1]) : bottoms[i];
        pen.column(i, top, bottom - top + 1);
      }
    }
  }

  private int column(double position) {
    return Math.max(0, Math.min(tops.length - 1, (int) (position * tops.length)));
  }

  /** Draws a column of pixels. */
  @FunctionalInterface
  interface Pen {
    /** Draws in a column, from 0 on, so many rows from {@code top} downwards. */
    void column(int column, int top, int height);
  }
}
