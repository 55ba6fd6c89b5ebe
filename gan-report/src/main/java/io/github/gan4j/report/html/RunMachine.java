package io.github.gan4j.report.html;

import io.github.gan4j.training.Run;
import java.util.Objects;

/** What a run ran on, in a line. */
final class RunMachine {
  private RunMachine() {}

  static String describe(Run run) {
    Runtime runtime = Runtime.getRuntime();
    String version = Run.class.getPackage().getImplementationVersion();
    return "GAN4J "
        + Objects.requireNonNullElse(version, "(built from source)")
        + " \u00b7 "
        + run.engine()
        + " \u00b7 Java "
        + Runtime.version()
        + " ("
        + System.getProperty("java.vendor")
        + ") \u00b7 "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + " on "
        + System.getProperty("os.arch")
        + ", "
        + runtime.availableProcessors()
        + " processors, heap up to "
        + (runtime.maxMemory() >> 20)
        + " MiB";
  }
}
