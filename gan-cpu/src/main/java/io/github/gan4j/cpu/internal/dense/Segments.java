package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.memory.Segment;
import io.github.gan4j.engine.FlatVector;
import java.util.List;
import java.util.Objects;

/** A flat vector that stands in several places. */
final class Segments implements FlatVector {

  private final List<Segment> segments;
  private final int size;
  private final DenseNetwork network;
  private final Runnable changed;

  /**
   * Makes one.
   *
   * @param network whose lock guards the values
   * @param changed called after the values were set
   */
  Segments(DenseNetwork network, List<Segment> segments, Runnable changed) {
    this.network = network;
    this.segments = List.copyOf(segments);
    this.changed = changed;
    size = segments.stream().mapToInt(Segment::size).sum();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void copyTo(float[] target) {
    Objects.checkFromIndexSize(0, size, target.length);
    synchronized (network) {
      network.checkOpen();
      int offset = 0;
      for (Segment segment : segments) {
        segment.copyTo(target, offset);
        offset += segment.size();
      }
    }
  }

  @Override
  public void copyFrom(float[] source) {
    Objects.checkFromIndexSize(0, size, source.length);
    synchronized (network) {
      network.checkOpen();
      network.exclusively(() -> write(source));
    }
  }

  private void write(float[] source) {
    int offset = 0;
    for (Segment segment : segments) {
      segment.copyFrom(source, offset);
      offset += segment.size();
    }
    changed.run();
  }
}
