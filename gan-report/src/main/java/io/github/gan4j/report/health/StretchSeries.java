package io.github.gan4j.report.health;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of any length in a bounded number of stretches: when there are too many, each two become
 * one, and from then on a stretch is twice as long.
 */
final class StretchSeries {
  /** As many as a chart can show, and even, so that all find a partner. */
  static final int LIMIT = 512;

  private final List<Stretch> stretches = new ArrayList<>();
  private int length = 1;
  private @Nullable Stretch open;

  void add(Stretch step) {
    open = open == null ? step : open.join(step);
    if (open.steps() < length) {
      return;
    }
    stretches.add(open);
    open = null;
    if (stretches.size() == LIMIT) {
      halve();
    }
  }

  /** Returns all steps so far; the last stretch may be shorter than the others. */
  List<Stretch> toList() {
    List<Stretch> all = new ArrayList<>(stretches);
    if (open != null) {
      all.add(open);
    }
    return all;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(length);
    out.writeInt(stretches.size());
    for (Stretch stretch : stretches) {
      write(stretch, out);
    }
    out.writeBoolean(open != null);
    if (open != null) {
      write(open, out);
    }
  }

  void read(DataInputStream in) throws IOException {
    length = in.readInt();
    stretches.clear();
    for (int left = in.readInt(); left > 0; left--) {
      stretches.add(readStretch(in));
    }
    open = in.readBoolean() ? readStretch(in) : null;
  }

  private static void write(Stretch stretch, DataOutputStream out) throws IOException {
    out.writeLong(stretch.step());
    out.writeInt(stretch.steps());
    out.writeDouble(stretch.discriminator());
    out.writeDouble(stretch.generator());
    out.writeDouble(stretch.realProbability());
    out.writeDouble(stretch.fakeProbability());
    out.writeDouble(stretch.penalty());
    out.writeDouble(stretch.discriminatorClassLoss());
    out.writeDouble(stretch.generatorClassLoss());
    out.writeDouble(stretch.discriminatorRate());
    out.writeDouble(stretch.generatorRate());
  }

  private static Stretch readStretch(DataInputStream in) throws IOException {
    return new Stretch(
        in.readLong(),
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }

  private void halve() {
    for (int i = 0; i < LIMIT / 2; i++) {
      stretches.set(i, stretches.get(2 * i).join(stretches.get(2 * i + 1)));
    }
    stretches.subList(LIMIT / 2, LIMIT).clear();
    length *= 2;
  }
}
