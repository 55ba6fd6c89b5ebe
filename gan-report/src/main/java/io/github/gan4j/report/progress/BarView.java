package io.github.gan4j.report.progress;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * A bar on the terminal's last line that draws over itself. It is ASCII and 79 columns at most, so
 * that it needs to know neither the terminal's encoding nor its width.
 */
final class BarView implements ProgressView {
  static final int COLUMNS = 79;

  /** DECAWM off and on: a terminal narrower than the bar cuts it off and does not wrap it. */
  private static final String NO_WRAP = "\033[?7l";

  private static final String WRAP = "\033[?7h";

  private final PrintStream out;
  private final boolean escapes;
  private int drawn;

  /** Draws to a stream, with escape sequences or with carriage returns and spaces alone. */
  BarView(PrintStream out, boolean escapes) {
    this.out = out;
    this.escapes = escapes;
  }

  @Override
  public long intervalNanos() {
    return 0;
  }

  @Override
  public boolean showsEveryEpoch() {
    return false;
  }

  @Override
  public void open(String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public void note(String text) {
    String blank = " ".repeat(Math.max(0, drawn - text.length()));
    out.println("\r" + text + blank);
    out.flush();
    drawn = 0;
  }

  @Override
  public void show(Progress progress) {
    String bar = ProgressText.bar(progress, COLUMNS);
    String blank = " ".repeat(Math.max(0, drawn - bar.length()));
    out.print(escapes ? "\r" + NO_WRAP + bar + blank + WRAP : "\r" + bar + blank);
    out.flush();
    drawn = bar.length();
  }

  @Override
  public void close(@Nullable Progress last, String text) {
    if (last != null) {
      show(last);
      out.println();
    }
    out.println(text);
    out.flush();
  }
}
