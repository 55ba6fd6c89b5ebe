package io.github.gan4j.benchmarks.child;

/** Keeps every processor busy until it is ended. */
public final class BusyLoop {
  private BusyLoop() {}

  /** Runs it. */
  public static void main(String[] args) {
    int processors = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < processors; i++) {
      new Thread(BusyLoop::spin).start();
    }
    System.out.println("busy=" + processors);
  }

  private static void spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }
}
