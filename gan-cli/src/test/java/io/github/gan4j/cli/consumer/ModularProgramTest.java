package io.github.gan4j.cli.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.gan4j.Gan;
import io.github.gan4j.datasets.Mnist;
import io.github.gan4j.metrics.nearest.NearestImages;
import io.github.gan4j.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A program of modules uses the library, as plain Java starts it and as an image of its own, with
 * the engine on the class path.
 */
class ModularProgramTest {
  private static final String MODULE = "consumer";
  private static final String MAIN = MODULE + ".Main";

  /** All that it needs at run time; neither JSpecify nor Error Prone's annotations are. */
  private static final List<Path> LIBRARIES =
      List.of(
          Java.origin(Gan.class),
          Java.origin(Mnist.class),
          Java.origin(NearestImages.class),
          Java.origin(HtmlReport.class),
          Java.origin(Gson.class),
          Java.origin(LoggerFactory.class));

  @TempDir Path folder;
  private Path program;

  @BeforeEach
  void compile() throws IOException {
    program = folder.resolve("program");
    ModularPrograms.compile(
        Consumer.class,
        MODULE,
        List.of("io.github.gan4j.datasets", "io.github.gan4j.metrics", "io.github.gan4j.report"),
        LIBRARIES,
        folder.resolve("sources"),
        program);
  }

  @Test
  void plainJavaRunsIt() throws Exception {
    List<Path> modules = new ArrayList<>(LIBRARIES);
    modules.add(program);

    String printed = start(Java.current(), List.of("-p", Java.join(modules)));

    assertThat(printed).contains("nearest 4", "loaded true", "resumed 3", "module io.github.gan4j");
  }

  @Test
  void anImageOfItRuns() throws Exception {
    List<Path> modules = new ArrayList<>(LIBRARIES);
    modules.add(program);
    Path image = folder.resolve("image");
    ModularPrograms.run(
        "jlink",
        "-p",
        Java.join(modules),
        "--add-modules",
        // What the engine's libraries on the class path need of Java.
        MODULE + ",java.management,java.naming,java.sql,jdk.unsupported",
        "--output",
        image.toString());

    String printed = start(image, List.of());

    assertThat(printed).contains("nearest 4", "loaded true", "resumed 3", "module io.github.gan4j");
    assertThat(Java.run(image, List.of("--list-modules")))
        .contains(
            "io.github.gan4j.datasets",
            "io.github.gan4j.metrics",
            "io.github.gan4j.report",
            "com.google.gson")
        .doesNotContain("org.jspecify", "com.google.errorprone");
  }

  private String start(Path java, List<String> options) throws Exception {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            Java.join(Java.classPath(entry -> !LIBRARIES.contains(entry))),
            "-m",
            MODULE + "/" + MAIN,
            folder.resolve("output").toString()));
    String printed = Java.run(java, arguments);
    assertThat(folder.resolve("output"))
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/grid.png");
    assertThat(folder.resolve("output/tensorboard")).isNotEmptyDirectory();
    return printed;
  }
}
