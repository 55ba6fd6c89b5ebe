package io.github.gan4j.examples.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs snippets in a folder of their own, and hears what they print. */
abstract class SnippetTest {
  @TempDir java.nio.file.Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private PrintStream standardOut;

  @BeforeEach
  void begin() {
    Path.allIn(folder);
    standardOut = System.out;
    System.setOut(new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void end() {
    System.setOut(standardOut);
  }

  String printed() {
    return printed.toString(UTF_8);
  }
}
