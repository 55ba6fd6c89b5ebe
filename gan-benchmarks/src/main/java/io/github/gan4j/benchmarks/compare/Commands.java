package io.github.gan4j.benchmarks.compare;

import io.github.gan4j.benchmarks.child.GenerateTimer;
import io.github.gan4j.benchmarks.child.StepTimer;
import io.github.gan4j.benchmarks.run.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How each side's programs are started.
 *
 * @param python the interpreter that has PyTorch
 * @param peer PyTorch's program
 * @param data the folder of its images
 * @param program the jar of gan-cli
 */
record Commands(String python, Path peer, Path data, Path program) {

  /** Returns what times steps; both sides know the same arguments. */
  Program steps(Side side, List<String> arguments) {
    return side.isGan4j() ? java(side, StepTimer.class, arguments) : torch(side, arguments);
  }

  /** Returns what times generating; both sides know the same arguments. */
  Program generating(Side side, List<String> arguments) {
    return side.isGan4j() ? java(side, GenerateTimer.class, arguments) : torch(side, arguments);
  }

  /** Returns the command line of gan4j. */
  Program program(Side side, String... arguments) {
    List<String> command = jvm(side);
    command.addAll(List.of("-jar", program.toString()));
    command.addAll(Arrays.asList(arguments));
    return Program.of(command);
  }

  /** Returns a main class of this class path. */
  Program java(Side side, Class<?> main, List<String> arguments) {
    List<String> command = jvm(side);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return Program.of(command);
  }

  /** Returns what tells PyTorch's version. */
  Program torchVersion() {
    return Program.of(List.of(python, peer.toString(), "--version"));
  }

  private Program torch(Side side, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(python, peer.toString()));
    command.addAll(arguments);
    command.addAll(List.of("--mode", side.mode(), "--data", data.toString()));
    return Program.of(command);
  }

  private static List<String> jvm(Side side) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(side.javaOptions());
    return command;
  }
}
