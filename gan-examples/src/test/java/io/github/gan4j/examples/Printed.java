package io.github.gan4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;

/** Runs programs, and hears what they print to standard output. */
final class Printed {
  private Printed() {}

  /** The main method of a program. */
  interface Program {
    void run(String[] args) throws IOException;
  }

  static String by(Program program, Object... arguments) throws IOException {
    PrintStream standardOut = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      program.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    } finally {
      System.setOut(standardOut);
    }
    return printed.toString(UTF_8);
  }
}
