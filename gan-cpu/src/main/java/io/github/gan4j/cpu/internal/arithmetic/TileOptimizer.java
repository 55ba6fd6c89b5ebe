package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.memory.Segment;
import io.github.gan4j.cpu.internal.memory.Weight;
import java.util.List;

/** The optimiser's moments of some rows of a weight, and their running average if one is kept. */
public interface TileOptimizer {

  /**
   * Updates the rows by their gradient.
   *
   * @param gradient as wide as the rows, and at least as high; may be overwritten
   * @param scratch is told whether the rows and their second moments are finite now
   */
  void update(Weight gradient, UpdateNumbers numbers, UpdateScratch scratch);

  /** Sets the average to the rows as they are. */
  void resetAverage();

  /** Returns the first moments, row by row. */
  List<Segment> firstMoments();

  /** Returns the second moments, row by row. */
  List<Segment> secondMoments();

  /** Returns the average, row by row; empty if none is kept. */
  List<Segment> average();
}
