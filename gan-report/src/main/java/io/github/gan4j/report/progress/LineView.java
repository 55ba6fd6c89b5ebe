package io.github.gan4j.report.progress;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Plain lines, for pipes and logs. */
final class LineView implements ProgressView {
  private final PrintStream out;

  LineView(PrintStream out) {
    this.out = out;
  }

  @Override
  public long intervalNanos() {
    return TimeUnit.SECONDS.toNanos(30);
  }

  @Override
  public boolean showsEveryEpoch() {
    return true;
  }

  @Override
  public void open(String text) {
    print(text);
  }

  @Override
  public void note(String text) {
    print(text);
  }

  @Override
  public void show(Progress progress) {
    print(ProgressText.line(progress));
  }

  @Override
  public void close(@Nullable Progress last, String text) {
    print(text);
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }
}
