package io.github.gan4j.benchmarks.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a program is started. It inherits the environment but for what would set its threads or
 * choose its instructions.
 *
 * @param command the program and its arguments
 * @param environment what is set for it
 */
public record Program(List<String> command, Map<String, String> environment) {
  private static final List<String> REMOVED =
      List.of(
          "ATEN_CPU_CAPABILITY",
          "JDK_JAVA_OPTIONS",
          "MKL_ENABLE_INSTRUCTIONS",
          "MKL_NUM_THREADS",
          "OMP_NUM_THREADS",
          "ONEDNN_MAX_CPU_ISA",
          "OPENBLAS_CORETYPE",
          "OPENBLAS_L2_SIZE",
          "OPENBLAS_NUM_THREADS");

  /** Copies both. */
  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Returns one with nothing set. */
  public static Program of(List<String> command) {
    return new Program(command, Map.of());
  }

  /** Returns the same with a variable set. */
  public Program with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Program(command, more);
  }

  /** Starts it; its errors come among its output. */
  Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(REMOVED);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
