package io.github.gan4j.benchmarks.child;

import io.github.gan4j.benchmarks.run.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Times what is done over and over, after a warm-up. */
final class Timing {
  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "300",
      description = "how many are timed (default: ${DEFAULT-VALUE})")
  private int steps;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "100",
      description = "how many go before, untimed (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "600",
      description = "the most that each of the two takes (default: ${DEFAULT-VALUE})")
  private double seconds;

  /**
   * Does it so many times and returns the line that tells how long one took.
   *
   * @param name what is done, in one word
   * @param images how many images one deals with
   */
  String time(String name, long images, Runnable action) {
    repeat(warmUp, action);
    Samples milliseconds = new Samples(repeat(steps, action));
    return String.format(
        Locale.ROOT,
        "%1$ss=%2$d ms_per_%1$s=%3$.4f mean_ms_per_%1$s=%4$.4f images_per_s=%5$.1f",
        name,
        milliseconds.values().size(),
        milliseconds.median(),
        milliseconds.mean(),
        images / milliseconds.median() * 1e3);
  }

  /** Returns how many milliseconds each took. */
  private List<Double> repeat(int most, Runnable action) {
    List<Double> milliseconds = new ArrayList<>();
    long start = System.nanoTime();
    long now = start;
    while (milliseconds.size() < most && (now - start) / 1e9 < seconds) {
      long before = now;
      action.run();
      now = System.nanoTime();
      milliseconds.add((now - before) / 1e6);
    }
    return milliseconds;
  }
}
