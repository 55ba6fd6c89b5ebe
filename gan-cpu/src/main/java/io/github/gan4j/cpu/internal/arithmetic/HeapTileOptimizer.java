package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.memory.HeapArena;
import io.github.gan4j.cpu.internal.memory.PanelWeight;
import io.github.gan4j.cpu.internal.memory.Segment;
import io.github.gan4j.cpu.internal.memory.Weight;
import io.github.gan4j.vector.AdamUpdate;
import java.util.List;

/** Rows on the heap, updated where they are. */
final class HeapTileOptimizer implements TileOptimizer {
  private final PanelWeight rows;
  private final PanelWeight first;
  private final PanelWeight second;

  /** Has no row where no average is kept. */
  private final PanelWeight average;

  HeapTileOptimizer(HeapArena arena, PanelWeight rows, boolean averaged) {
    this.rows = rows;
    first = PanelWeight.allocate(arena, rows.rows(), rows.columns());
    second = PanelWeight.allocate(arena, rows.rows(), rows.columns());
    average = PanelWeight.allocate(arena, averaged ? rows.rows() : 0, rows.columns());
  }

  @Override
  public void update(Weight gradient, UpdateNumbers numbers, UpdateScratch scratch) {
    PanelWeight gradients = (PanelWeight) gradient;
    AdamUpdate.Numbers adam = forVectors(numbers);
    for (int panel = 0; panel < rows.panels(); panel++) {
      int count = rows.rows() * rows.stride(panel);
      scratch.note(
          AdamUpdate.update(
              count,
              rows.array(),
              rows.at(panel, 0),
              gradients.array(),
              gradients.at(panel, 0),
              first.array(),
              first.at(panel, 0),
              second.array(),
              second.at(panel, 0),
              adam));
      if (average.rows() > 0) {
        AdamUpdate.average(
            count,
            rows.array(),
            rows.at(panel, 0),
            average.array(),
            average.at(panel, 0),
            numbers.averagingRest());
      }
    }
  }

  private static AdamUpdate.Numbers forVectors(UpdateNumbers numbers) {
    return new AdamUpdate.Numbers(
        numbers.gradientFactor(),
        numbers.rest1(),
        numbers.beta2(),
        numbers.rest2(),
        numbers.stepSize(),
        numbers.rootCorrection(),
        numbers.epsilon(),
        numbers.decay());
  }

  @Override
  public void resetAverage() {
    if (average.rows() > 0) {
      for (int panel = 0; panel < rows.panels(); panel++) {
        System.arraycopy(
            rows.array(),
            rows.at(panel, 0),
            average.array(),
            average.at(panel, 0),
            rows.rows() * rows.stride(panel));
      }
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
