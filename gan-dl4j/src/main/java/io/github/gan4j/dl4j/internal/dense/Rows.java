package io.github.gan4j.dl4j.internal.dense;

/** The rows of a batch that one worker takes, from {@code from} to {@code to} (exclusive). */
record Rows(int from, int to) {
  /** Fewer rows a worker than this, and its share of the weights' traffic outweighs the work. */
  private static final int FEWEST = 8;

  int count() {
    return to - from;
  }

  /** Returns how many workers a batch deserves. */
  static int workers(int rows, int team) {
    return Math.max(1, Math.min(team, rows / FEWEST));
  }

  static Rows of(int worker, int workers, int rows) {
    return new Rows(
        (int) ((long) rows * worker / workers), (int) ((long) rows * (worker + 1) / workers));
  }
}
