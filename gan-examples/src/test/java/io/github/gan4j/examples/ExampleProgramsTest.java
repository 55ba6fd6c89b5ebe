package io.github.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every program of this module is: short, listed, and made of what users have. */
class ExampleProgramsTest {
  private static final Path BASE = Path.of(System.getProperty("basedir", ""));

  static List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(BASE.resolve("src/main/java/io/github/gan4j/examples"))) {
      return files.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
    }
  }

  @Test
  void thereAreElevenPrograms() throws IOException {
    assertThat(programs()).hasSize(11);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void isReadInAMinuteAndTellsItsArguments(Path program) throws IOException {
    assertThat(Files.readAllLines(program)).hasSizeLessThanOrEqualTo(80);
    assertThat(program)
        .content()
        .contains("public static void main(String[] args)", " * <p>Arguments: ")
        .doesNotContain(".internal.");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void isListedInTheReadme(Path program) throws IOException {
    String name = program.getFileName().toString().replace(".java", "");

    assertThat(BASE.resolve("README.md")).content().contains("| [`" + name + "`](src/main/java/");
  }
}
