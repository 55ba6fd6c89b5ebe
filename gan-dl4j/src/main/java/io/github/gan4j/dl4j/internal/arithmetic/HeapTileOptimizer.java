package io.github.gan4j.dl4j.internal.arithmetic;

import io.github.gan4j.dl4j.internal.memory.HeapMatrix;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.memory.Segment;
import io.github.gan4j.vector.AdamUpdate;
import java.util.List;

/** Rows on the heap, updated where they are. */
final class HeapTileOptimizer implements TileOptimizer {
  private static final float[] NONE = {};

  private final HeapMatrix rows;
  private final HeapMatrix first;
  private final HeapMatrix second;

  /** Has no row where no average is kept. */
  private final HeapMatrix average;

  HeapTileOptimizer(HeapMatrix rows, boolean averaged) {
    this.rows = rows;
    first = like(rows, rows.rows());
    second = like(rows, rows.rows());
    average = like(rows, averaged ? rows.rows() : 0);
  }

  private static HeapMatrix like(HeapMatrix matrix, int rows) {
    return HeapMatrix.allocate(rows, matrix.columns(), () -> {});
  }

  @Override
  public void update(Matrix gradient, AdamNumbers numbers, UpdateScratch scratch) {
    HeapMatrix gradients = (HeapMatrix) gradient;
    float[] averages = average.rows() > 0 ? average.array() : NONE;
    AdamUpdate.Numbers adam =
        new AdamUpdate.Numbers(
            numbers.rest1(),
            numbers.beta2(),
            numbers.rest2(),
            numbers.stepSize(),
            numbers.rootCorrection(),
            numbers.epsilon(),
            numbers.averagingRest());
    for (int row = 0; row < rows.rows(); row++) {
      AdamUpdate.update(
          rows.columns(),
          rows.array(),
          rows.at(row, 0),
          gradients.array(),
          gradients.at(row, 0),
          first.array(),
          second.array(),
          averages,
          first.at(row, 0),
          adam);
    }
  }

  @Override
  public void resetAverage() {
    if (average.rows() > 0) {
      System.arraycopy(
          rows.array(), rows.at(0, 0), average.array(), 0, rows.rows() * rows.stride());
    }
  }

  @Override
  public List<Segment> firstMoments() {
    return List.of(first);
  }

  @Override
  public List<Segment> secondMoments() {
    return List.of(second);
  }

  @Override
  public List<Segment> average() {
    return List.of(average);
  }
}
