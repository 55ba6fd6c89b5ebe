package io.github.gan4j.datasets;

/** The cure for a {@link DatasetException}, so that a program can name its own option. */
public enum Remedy {
  /** Nothing but another file. */
  NONE(""),
  /** Have images brought to one size when they are read. */
  RESAMPLE("have them resampled by ImageFolder.reader().size(height, width)"),
  /** Go on without the files that cannot be read. */
  SKIP_BAD_FILES("ImageFolder.reader().skipBadFiles(true) goes on without them"),
  /** Say which numbers stand for black and white. */
  STATE_RANGE("state it by IdxDataset.reader().range(black, white)");

  private final String advice;

  Remedy(String advice) {
    this.advice = advice;
  }

  /** Returns what to call, to be read after the message; empty for {@link #NONE}. */
  public String advice() {
    return advice;
  }
}
