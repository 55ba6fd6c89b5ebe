package io.github.gan4j.cli.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder and the archives that the build leaves. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "file modes, tar, and a script of sh")
class DistributionIT {
  private static final Path TARGET =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target");
  private static final Path HOME = TARGET.resolve("gan4j");

  /** The java that runs this test, and nothing that would add options of its own. */
  private static final Map<String, String> VARIABLES =
      Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", System.getenv("PATH"));

  @TempDir private Path folder;

  @Test
  void theScriptStartsTheProgram() throws Exception {
    Shell.Result result = Shell.run(folder, VARIABLES, HOME.resolve("bin/gan4j"), "--version");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).matches("gan4j \\d.*\\R");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void theScriptTrainsWithTheVectorApi() throws Exception {
    Shell.Result result =
        Shell.run(
            folder,
            withOptions("-Dgan4j.kernels=vector"),
            HOME.resolve("bin/gan4j"),
            "bench",
            "fashion-dense",
            "--steps=1",
            "--warm-up=1");

    assertThat(result.err()).isEqualTo("WARNING: Using incubator modules: jdk.incubator.vector\n");
    assertThat(result.out()).startsWith("recipe=fashion-dense ");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void theScriptHandsOnTheExitCodeOfWrongUsage() throws Exception {
    Shell.Result result = Shell.run(folder, VARIABLES, HOME.resolve("bin/gan4j"), "tarin");

    assertThat(result.err()).contains("error: unknown command tarin");
    assertThat(result.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gan4j/lib/gan-cli.jar", "gan-cli.jar"})
  void javaStartsTheJar(String jar) throws Exception {
    Shell.Result result =
        Shell.run(
            folder, VARIABLES, java(), "-jar", TARGET.resolve(jar).toString(), "recipes", "mnist");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("recipe: mnist");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void theReadmeStartsTheScript() throws IOException {
    String command = "gan-cli/target/gan4j/bin/gan4j";

    assertThat(TARGET.resolve("../../README.md"))
        .content(UTF_8)
        .contains("-pl gan-cli -am package && " + command + " train mnist");
    assertThat(TARGET.resolve("../..").resolve(command)).isExecutable();
  }

  @Test
  void theCompletionMentionsEveryCommand() throws IOException {
    String script = Files.readString(HOME.resolve("completion/gan4j"));

    assertThat(Main.commandLine().getSubcommands().keySet())
        .hasSizeGreaterThan(5)
        .allSatisfy(command -> assertThat(script).contains("_picocli_gan4j_" + command));
  }

  @Test
  void everyJarHasItsLicence() throws IOException {
    String listed = Files.readString(HOME.resolve("licenses/THIRD-PARTY.txt"));

    assertThat(libraries())
        .hasSizeGreaterThan(10)
        .filteredOn(jar -> !jar.equals("gan-cli.jar"))
        .allSatisfy(
            jar -> {
              String name = jar.replaceFirst("-\\d.*", "");
              String version = jar.substring(name.length() + 1);
              Pattern line =
                  Pattern.compile(
                      "(?m)^ +\\([^)]+\\) .*:%s:([^ ]+) - ".formatted(Pattern.quote(name)));
              assertThat(line.matcher(listed).results().map(found -> found.group(1)))
                  .anyMatch(version::startsWith);
            });
    assertThat(HOME.resolve("LICENSE")).content(UTF_8).contains("Apache License");
    assertThat(HOME.resolve("NOTICE")).content(UTF_8).contains("Zalando");
  }

  @Test
  void everyLicenceOfALibraryHasItsText() throws IOException {
    Path licenses = HOME.resolve("licenses");
    String index = Files.readString(licenses.resolve("README.txt"));
    List<String> texts;
    try (Stream<Path> files = Files.list(licenses)) {
      texts =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("README.txt"))
              .toList();
    }
    assertThat(texts).hasSizeGreaterThan(3).allSatisfy(name -> assertThat(index).contains(name));

    // The rest is under the Apache License, whose text is LICENSE.
    assertThat(Files.readAllLines(licenses.resolve("THIRD-PARTY.txt")))
        .filteredOn(line -> line.startsWith("     (") && !line.contains("Apache"))
        .allSatisfy(line -> assertThat(line).containsPattern("\\(MIT\\) SLF4J "));
  }

  @Test
  void theArchivesHoldTheFolderAndTheScriptStaysExecutable() throws Exception {
    List<String> expected =
        names(HOME).stream().filter(name -> !name.endsWith(".jsa")).sorted().toList();
    assertThat(expected).contains("bin/gan4j", "bin/gan4j.bat", "LICENSE", "lib/gan-cli.jar");

    try (FileSystem zip =
        FileSystems.newFileSystem(archive(".zip"), Map.of("enablePosixFileAttributes", true))) {
      Path root = zip.getPath("gan4j");
      assertThat(names(root)).containsExactlyElementsOf(expected);
      assertModes(root);
    }

    Shell.Result unpacked =
        Shell.run(folder, VARIABLES, tar(), "-xzf", archive(".tar.gz").toString());
    assertThat(unpacked.exitCode()).as(unpacked.err()).isZero();
    assertThat(names(folder.resolve("gan4j"))).containsExactlyElementsOf(expected);
    assertModes(folder.resolve("gan4j"));
  }

  @Test
  void anInterruptReachesTheProgram() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            HOME.resolve("bin/gan4j").toString(),
            "train",
            "fashion-dense",
            "--epochs=1000000",
            "--progress=lines",
            "--out=run");
    builder.directory(folder.toFile()).environment().putAll(VARIABLES);
    Process process = builder.start();
    try (BufferedReader err = process.errorReader(UTF_8)) {
      String line;
      do {
        line = err.readLine();
        assertThat(line).as("ended before the first epoch").isNotNull();
      } while (!line.startsWith("epoch"));

      // As SIGINT, but for shells that have programs in the background ignore it.
      Shell.Result kill =
          Shell.run(folder, VARIABLES, Path.of("/bin/sh"), "-c", "kill -TERM " + process.pid());

      assertThat(kill.exitCode()).as(kill.err()).isZero();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(folder.resolve("run/model.safetensors")).exists();
  }

  @Test
  void anArchiveHoldsTheProgramsClassesAndSaysNothing() throws Exception {
    // Where a path has spaces, Java 17 archives its own classes only.
    Path copy = folder.resolve("copy");
    copy(HOME, copy);
    Path script = copy.resolve("bin/gan4j");

    Shell.Result made = Shell.run(folder, VARIABLES, script, "--make-archive");
    Shell.Result started =
        Shell.run(folder, withOptions("-Xlog:class+load"), script, "recipes", "mnist");

    assertThat(made.err()).isEmpty();
    assertThat(made.exitCode()).isZero();
    assertThat(started.err()).isEmpty();
    assertThat(started.out())
        .containsPattern("io\\.github\\.gan4j\\.\\S+ source: shared objects file \\(top\\)");
    assertThat(Shell.run(folder, VARIABLES, script, "--version").out()).hasLineCount(1);
  }

  private static Map<String, String> withOptions(String options) {
    Map<String, String> variables = new HashMap<>(VARIABLES);
    variables.put("GAN4J_OPTS", options);
    return variables;
  }

  private static void assertModes(Path root) throws IOException {
    for (Map.Entry<String, String> mode :
        Map.of("bin/gan4j", "rwxr-xr-x", "bin/gan4j.bat", "rw-r--r--", "LICENSE", "rw-r--r--")
            .entrySet()) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(root.resolve(mode.getKey()))))
          .as(mode.getKey())
          .isEqualTo(mode.getValue());
    }
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path tar() {
    return Stream.of("/usr/bin/tar", "/bin/tar")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static Path archive(String ending) throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      List<Path> found =
          files
              .filter(
                  file -> file.getFileName().toString().matches("gan4j-.*" + Pattern.quote(ending)))
              .toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  private static List<String> libraries() throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("lib"))) {
      return files
          .map(file -> requireNonNull(file.getFileName()).toString())
          .filter(name -> name.endsWith(".jar"))
          .toList();
    }
  }

  /** Returns the files below a folder, sorted. */
  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(from)) {
      found.forEach(files::add);
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
