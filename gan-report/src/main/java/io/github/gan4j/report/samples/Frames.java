package io.github.gan4j.report.samples;

import io.github.gan4j.training.Interval;
import io.github.gan4j.training.Run;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An animation's frames, one at each interval. Where they get too many or too large, every second
 * is dropped and the interval doubled.
 */
final class Frames {

  /**
   * One frame.
   *
   * @param step the step after which it was made
   * @param picture what it shows
   */
  record Frame(long step, Gif.Packed picture) {}

  private final int mostFrames;
  private final long mostBytes;
  private final List<Frame> frames = new ArrayList<>();
  private Interval every;

  Frames(Interval every, int mostFrames, long mostBytes) {
    this.every = every;
    this.mostFrames = mostFrames;
    this.mostBytes = mostBytes;
  }

  boolean isDueAfter(long step, Run run) {
    return every.isDueAfter(step, run);
  }

  /** Adds the frame of an interval's end. */
  void add(Frame frame) {
    frames.add(frame);
    while (frames.size() > mostFrames || (frames.size() > 1 && bytes() > mostBytes)) {
      thin();
    }
  }

  /** Returns the frames in order. */
  List<Frame> all() {
    return List.copyOf(frames);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(every.toString());
    out.writeInt(frames.size());
    for (Frame frame : frames) {
      out.writeLong(frame.step);
      frame.picture.write(out);
    }
  }

  void read(DataInputStream in) throws IOException {
    every = Interval.parse(in.readUTF());
    frames.clear();
    for (int left = in.readInt(); left > 0; left--) {
      frames.add(new Frame(in.readLong(), Gif.Packed.read(in)));
    }
  }

  private long bytes() {
    return frames.stream().mapToLong(frame -> frame.picture().bytes()).sum();
  }

  /** Keeps the frames at multiples of the doubled interval: the second, the fourth and so on. */
  private void thin() {
    List<Frame> kept = new ArrayList<>();
    for (int i = 1; i < frames.size(); i += 2) {
      kept.add(frames.get(i));
    }
    frames.clear();
    frames.addAll(kept);
    every = new Interval(Math.multiplyExact(every.count(), 2), every.unit());
  }
}
