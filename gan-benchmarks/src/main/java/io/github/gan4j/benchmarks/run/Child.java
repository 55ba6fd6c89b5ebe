package io.github.gan4j.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running program. It ends at the latest when it is closed or this process ends. */
public final class Child implements AutoCloseable {
  /** The figure of how long the first line of figures took to come, in seconds. */
  public static final String FIRST_LINE = "first_line_s";

  private final long start = System.nanoTime();
  private final Thread endWithUs = new Thread(this::kill);
  private final PrintedFigures figures = new PrintedFigures();
  private final Duration limit;
  private final Process process;
  private final BufferedReader output;

  /**
   * Starts a program.
   *
   * @param limit after which it is ended
   */
  public Child(Program program, Duration limit) throws ProgramException {
    this.limit = limit;
    try {
      process = program.start();
    } catch (IOException e) {
      throw new ProgramException(String.valueOf(e.getMessage()), e);
    }
    output = process.inputReader();
    Runtime.getRuntime().addShutdownHook(endWithUs);
    CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS).execute(this::kill);
  }

  /** Runs a program to its end and returns what it printed. */
  public static PrintedFigures run(Program program, Duration limit) throws ProgramException {
    try (Child child = new Child(program, limit)) {
      return child.finish();
    }
  }

  /** Waits for the first line of figures. */
  public void awaitFigures() throws ProgramException {
    while (figures.text(FIRST_LINE).isEmpty()) {
      if (!readLine()) {
        throw new ProgramException(endOf());
      }
    }
  }

  private PrintedFigures finish() throws ProgramException {
    while (readLine()) {
      // Until the program closes its output.
    }
    if (process.onExit().join().exitValue() != 0) {
      throw new ProgramException(endOf());
    }
    return figures;
  }

  /** Takes in one line of output; returns whether there was one. */
  private boolean readLine() throws ProgramException {
    try {
      String line = output.readLine();
      if (line == null) {
        return false;
      }
      if (figures.add(line) && figures.text(FIRST_LINE).isEmpty()) {
        figures.add(FIRST_LINE + "=" + elapsed());
      }
      return true;
    } catch (IOException e) {
      throw new ProgramException(String.valueOf(e.getMessage()), e);
    }
  }

  private String endOf() {
    return elapsed() >= limit.toMillis() / 1e3
        ? "not done after %s s".formatted(limit.toSeconds())
        : "exit code %s: %s".formatted(process.onExit().join().exitValue(), figures.lastRemark());
  }

  private double elapsed() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Ends it and its own children, which would keep its output open. */
  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    process.onExit().join();
    try {
      Runtime.getRuntime().removeShutdownHook(endWithUs);
    } catch (IllegalStateException e) {
      // The hook is running.
    }
  }
}
