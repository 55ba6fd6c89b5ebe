package io.github.gan4j.cpu.internal.arithmetic;

import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.memory.ArraySegment;
import io.github.gan4j.cpu.internal.memory.NativeMatrix;
import io.github.gan4j.cpu.internal.memory.Segment;
import io.github.gan4j.cpu.internal.memory.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows in native memory, updated in chunks that come to the heap and go back. */
final class NativeTileOptimizer implements TileOptimizer {
  private final NativeMatrix rows;
  private final List<OptimizerValues> chunks = new ArrayList<>();

  NativeTileOptimizer(NativeMatrix rows, boolean averaged) {
    this.rows = rows;
    int size = rows.size();
    for (int at = 0; at < size; at += UpdateScratch.CHUNK) {
      chunks.add(new OptimizerValues(Math.min(UpdateScratch.CHUNK, size - at), averaged));
    }
  }

  @Override
  public void update(Weight gradient, UpdateNumbers numbers, UpdateScratch scratch) {
    NativeMatrix gradients = (NativeMatrix) gradient;
    int at = 0;
    for (OptimizerValues chunk : chunks) {
      int n = chunk.first().length;
      gradients.getRun(at, scratch.gradient, n);
      rows.getRun(at, scratch.values, n);
      chunk.update(scratch.values, scratch.gradient, numbers, scratch.nonFinite);
      rows.putRun(at, scratch.values, n);
      at += n;
    }
  }

  @Override
  public void resetAverage() {
    int at = 0;
    for (OptimizerValues chunk : chunks) {
      rows.getRun(at, chunk.average(), chunk.average().length);
      at += chunk.first().length;
    }
  }

  @Override
  public List<Segment> firstMoments() {
    return segments(OptimizerValues::first);
  }

  @Override
  public List<Segment> secondMoments() {
    return segments(OptimizerValues::second);
  }

  @Override
  public List<Segment> average() {
    return segments(OptimizerValues::average);
  }

  private List<Segment> segments(Function<OptimizerValues, float[]> part) {
    List<Segment> segments = new ArrayList<>();
    chunks.forEach(chunk -> segments.add(new ArraySegment(part.apply(chunk))));
    return segments;
  }
}
