package io.github.gan4j.cli.run;

import io.github.gan4j.datasets.ReadingProgress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Prints how far a folder has been read: a line every two seconds, none if it is read in less. */
final class ReadingLines implements ReadingProgress {
  private static final long NANOS = 2_000_000_000L;

  private final PrintStream out;
  private final LongSupplier nanoTime;
  private long shown;

  ReadingLines(PrintStream out, LongSupplier nanoTime) {
    this.out = out;
    this.nanoTime = nanoTime;
    shown = nanoTime.getAsLong();
  }

  @Override
  public void onRead(int files, int total) {
    long now = nanoTime.getAsLong();
    if (now - shown >= NANOS) {
      out.println("read " + files + " of " + total + " images");
      shown = now;
    }
  }
}
