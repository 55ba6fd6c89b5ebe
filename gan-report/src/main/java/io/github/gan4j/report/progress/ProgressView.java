package io.github.gan4j.report.progress;

import org.jspecify.annotations.Nullable;

/** A way to show progress on a stream. */
interface ProgressView {

  /** Returns the least time between two pictures, in nanoseconds; 0 for one each tick. */
  long intervalNanos();

  /** Returns whether to show each epoch's end, whatever the time since the last picture. */
  boolean showsEveryEpoch();

  /** Shows lines that tell what begins. */
  void open(String text);

  /** Shows a line that stays. */
  void note(String text);

  /** Shows the progress. */
  void show(Progress progress);

  /** Shows a line that tells what ended, and leaves the cursor at the start of an empty line. */
  void close(@Nullable Progress last, String text);
}
