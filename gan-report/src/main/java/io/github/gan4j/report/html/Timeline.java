package io.github.gan4j.report.html;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of frames over a run of any length: when there are too many, every second one is
 * dropped, and from then on only every second moment is pictured. The first frame stays, and the
 * newest is always there.
 */
final class Timeline {
  private final int mostFrames;
  private final long mostCharacters;
  private final List<TimelineFrame> frames = new ArrayList<>();
  private @Nullable TimelineFrame newest;
  private long stride = 1;
  private long moments;

  Timeline(int mostFrames, long mostCharacters) {
    this.mostFrames = mostFrames;
    this.mostCharacters = mostCharacters;
  }

  /** Pictures a moment if its turn has come. */
  void moment(Supplier<TimelineFrame> frame) {
    if (moments++ % stride == 0) {
      newest = frame.get();
      frames.add(newest);
      while (isTooLarge()) {
        dropEverySecond();
      }
    }
  }

  /** Pictures a moment for as long as it is the newest, unless there is a frame of its step. */
  void newest(long step, Supplier<TimelineFrame> frame) {
    if (newest == null || newest.step() != step) {
      newest = frame.get();
    }
  }

  /** Returns the frames, the oldest first. */
  List<TimelineFrame> frames() {
    List<TimelineFrame> all = new ArrayList<>(frames);
    if (newest != null && (all.isEmpty() || all.get(all.size() - 1).step() < newest.step())) {
      all.add(newest);
    }
    return all;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(stride);
    out.writeLong(moments);
    out.writeInt(frames.size());
    for (TimelineFrame frame : frames) {
      frame.write(out);
    }
    out.writeBoolean(newest != null);
    if (newest != null) {
      newest.write(out);
    }
  }

  void read(DataInputStream in) throws IOException {
    stride = in.readLong();
    moments = in.readLong();
    frames.clear();
    for (int left = in.readInt(); left > 0; left--) {
      frames.add(TimelineFrame.read(in));
    }
    newest = in.readBoolean() ? TimelineFrame.read(in) : null;
  }

  private boolean isTooLarge() {
    long characters = frames.stream().mapToLong(frame -> frame.picture().base64().length()).sum();
    return frames.size() > mostFrames || (frames.size() > 2 && characters > mostCharacters);
  }

  private void dropEverySecond() {
    stride *= 2;
    for (int i = (frames.size() - 1) / 2 * 2 + 1; i > 0; i -= 2) {
      if (i < frames.size()) {
        frames.remove(i);
      }
    }
  }
}
