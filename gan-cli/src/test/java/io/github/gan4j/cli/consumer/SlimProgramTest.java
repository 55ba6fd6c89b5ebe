package io.github.gan4j.cli.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.gan4j.Gan;
import io.github.gan4j.cpu.CpuEngine;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.vector.VectorApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A program with the engine alone trains, from the class path and from the module path. */
class SlimProgramTest {
  private static final String MODULE = "slim";
  private static final long MOST_BYTES = 75_000_000;
  private static final String VECTOR_API = "--add-modules=" + VectorApi.MODULE;

  /** JavaCPP and OpenBLAS, for every system and for this one. */
  private static final List<Path> BYTEDECO =
      Java.classPath(
          entry ->
              Stream.of("javacpp-", "openblas-")
                  .anyMatch(entry.getFileName().toString()::startsWith));

  @TempDir Path folder;
  private final List<Path> libraries = new ArrayList<>();

  @BeforeEach
  void collect() {
    for (Class<?> type :
        List.of(
            Gan.class,
            CpuEngine.class,
            VectorApi.class,
            ArrayDataset.class,
            Gson.class,
            LoggerFactory.class)) {
      libraries.add(Java.origin(type));
    }
    assertThat(BYTEDECO).hasSize(4);
    libraries.addAll(BYTEDECO);
  }

  @Test
  void itTrainsFromTheClassPath() throws Exception {
    assertThat(fromClassPath()).contains("engine cpu (OpenBLAS", "generated 36", "module false");
    assertThat(fromClassPath(VECTOR_API, "-Dgan4j.kernels=vector"))
        .contains("engine cpu (Vector API", "generated 36", "module false");
  }

  private String fromClassPath(String... options) throws Exception {
    List<Path> path = new ArrayList<>(libraries);
    path.add(Java.origin(SlimProgram.class));
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("--enable-native-access=ALL-UNNAMED");
    arguments.addAll(List.of("-cp", Java.join(path), SlimProgram.class.getName()));
    return Java.run(Java.current(), arguments);
  }

  @Test
  void itTrainsFromTheModulePath() throws Exception {
    assertThat(fromModulePath("--add-modules=" + nativeModules()))
        .contains("engine cpu (OpenBLAS", "generated 36", "module true");
    assertThat(fromModulePath(VECTOR_API, "-Dgan4j.kernels=vector"))
        .contains("engine cpu (Vector API", "generated 36", "module true");
  }

  @Test
  void withoutTheNativeModulesItSaysWhichToAdd() throws Exception {
    assertThat(Java.runFailing(Java.current(), modular()))
        .contains("start Java with --add-modules ", nativeModule("openblas"), "to the module path");
  }

  private String fromModulePath(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(modular());
    return Java.run(Java.current(), arguments);
  }

  private List<String> modular() throws IOException {
    return List.of("-p", Java.join(compiled()), "-m", MODULE + "/" + MODULE + ".Main");
  }

  @Test
  void anImageOfItTrains() throws Exception {
    Path image = folder.resolve("image");
    ModularPrograms.run(
        "jlink",
        "-p",
        Java.join(compiled()),
        "--add-modules",
        // Unlike Java, jlink does not look for services.
        MODULE + ",io.github.gan4j.cpu," + nativeModules(),
        "--output",
        image.toString());

    assertThat(
            Java.run(
                image,
                List.of("--add-modules=" + nativeModules(), "-m", MODULE + "/" + MODULE + ".Main")))
        .contains("engine cpu (OpenBLAS", "generated 36", "module true");
    assertThat(Java.run(image, List.of("--list-modules")))
        .contains("io.github.gan4j.cpu", "org.bytedeco.openblas")
        .doesNotContain("java.sql", "org.jspecify");
  }

  @Test
  void itsLibrariesWeighLittleAndNameNoDeeplearning4j() throws IOException {
    List<Path> all = new ArrayList<>(libraries);
    all.addAll(Java.annotations());
    long bytes = 0;
    for (Path library : all) {
      bytes += bytes(library);
    }
    assertThat(bytes).isBetween(1_000_000L, MOST_BYTES);
    assertThat(all)
        .extracting(Path::toString)
        .noneMatch(name -> name.contains("nd4j") || name.contains("deeplearning4j"));
  }

  private static long bytes(Path library) throws IOException {
    try (Stream<Path> files = Files.walk(library)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Nothing requires them, and so Java must be told of them. */
  private static String nativeModules() {
    return nativeModule("javacpp") + "," + nativeModule("openblas");
  }

  private static String nativeModule(String library) {
    return "org.bytedeco.%s.%s".formatted(library, Loader.getPlatform().replace('-', '.'));
  }

  /** Returns the program as a module, and all that it needs. */
  private List<Path> compiled() throws IOException {
    Path program = folder.resolve("program");
    ModularPrograms.compile(
        SlimProgram.class,
        MODULE,
        List.of("io.github.gan4j.datasets"),
        libraries,
        folder.resolve("sources"),
        program);
    List<Path> path = new ArrayList<>(libraries);
    path.add(program);
    return path;
  }
}
