package io.github.gan4j.cpu;

/** How many threads an engine uses. */
final class Threads {
  /** Batches of a GAN are too small for more to pay. */
  private static final int MOST_BY_DEFAULT = 16;

  private Threads() {}

  static int byDefault() {
    String given = System.getProperty(CpuEngine.THREADS_PROPERTY);
    if (given == null) {
      return Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().availableProcessors());
    }
    try {
      return check(CpuEngine.THREADS_PROPERTY, Integer.parseInt(given));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          CpuEngine.THREADS_PROPERTY + " must be a whole number, was " + given, e);
    }
  }

  static int check(String field, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(field + " must be at least 1, was " + threads);
    }
    return threads;
  }
}
