package io.github.gan4j.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bin/gan4j} starts, with stand-ins for Java. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script of sh")
class LaunchScriptTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .resolve("src/main/dist/bin/gan4j");

  /** What the script may use, and no Java. */
  private static final List<String> TOOLS =
      List.of(
          "cat", "cksum", "cut", "dirname", "find", "mktemp", "mv", "readlink", "rm", "sed", "wc");

  @TempDir private Path folder;
  private Path script;
  private Path tools;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void install() throws IOException {
    Path home = folder.resolve("with spaces/and 'quotes'/gan4j");
    script = Files.createDirectories(home.resolve("bin")).resolve("gan4j");
    Files.copy(SCRIPT, script);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Files.writeString(Files.createDirectories(home.resolve("lib")).resolve("gan-cli.jar"), "jar");
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path found =
          Stream.of("/usr/bin", "/bin")
              .map(place -> Path.of(place, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(tools.resolve(tool), found);
    }
    variables.put("PATH", tools.toString());
  }

  @Test
  void javaHomeWinsOverThePath() throws Exception {
    variables.put("JAVA_HOME", FakeJava.make(folder.resolve("jdk of home"), "17.0.1").toString());
    Path other = FakeJava.make(folder.resolve("jdk of path"), "21");
    variables.put("PATH", other.resolve("bin") + ":" + tools);

    assertThat(run("recipes").out()).startsWith("jdk of home\n");

    variables.remove("JAVA_HOME");
    assertThat(run("recipes").out()).startsWith("jdk of path\n");

    variables.put("JAVA_HOME", "");
    assertThat(run("recipes").out()).startsWith("jdk of path\n");
  }

  @Test
  void theJavaOfThePathMayBeALinkToItsJdk() throws Exception {
    Path home = FakeJava.make(folder.resolve("jdk"), "11.0.2");
    Path links = Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("java"), Path.of("alternative"));
    Files.createSymbolicLink(links.resolve("alternative"), home.resolve("bin/java"));
    variables.put("PATH", links + ":" + tools);

    assertRefused("Java must be 17 or newer, " + links.resolve("java") + " is 11.0.2");
  }

  @Test
  void withoutJavaItSaysWhatIsMissing() throws Exception {
    assertRefused("no Java found: install Java 17 or newer, or set JAVA_HOME");

    variables.put("JAVA_HOME", folder.resolve("none").toString());
    assertRefused(
        "JAVA_HOME must be the folder of Java 17 or newer, but "
            + folder.resolve("none/bin/java")
            + " is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_402", "11.0.22", "16"})
  void aJavaThatIsTooOldIsRefused(String version) throws Exception {
    for (Path home :
        List.of(
            FakeJava.make(folder.resolve("with-release"), version),
            FakeJava.withoutRelease(folder.resolve("without-release"), version))) {
      variables.put("JAVA_HOME", home.toString());
      assertRefused("Java must be 17 or newer, " + home.resolve("bin/java") + " is " + version);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "25-ea", "100.0.1"})
  void aJavaThatIsNewEnoughStarts(String version) throws Exception {
    for (Path home :
        List.of(
            FakeJava.make(folder.resolve("with-release"), version),
            FakeJava.withoutRelease(folder.resolve("without-release"), version))) {
      variables.put("JAVA_HOME", home.toString());
      assertThat(run("recipes").exitCode()).isEqualTo(FakeJava.EXIT_CODE);
    }
  }

  @Test
  void aJavaThatDoesNotTellItsVersionIsRefused() throws Exception {
    Path home = FakeJava.write(folder.resolve("broken"), "#!/bin/sh\nexit 1\n");
    variables.put("JAVA_HOME", home.toString());

    assertRefused(
        "Java must be 17 or newer, "
            + home.resolve("bin/java")
            + " is none that tells its version");
  }

  @Test
  void optionsAreSplitAtSpacesAndNothingElse() throws Exception {
    useJava("17");
    variables.put("GAN4J_OPTS", " -Xmx4g   -Dname=* ");
    Files.writeString(folder.resolve("-Dname=file"), "");

    assertThat(run("recipes").out().lines())
        .containsExactly(
            "jdk",
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx4g",
            "-Dname=*",
            "-jar",
            jar(),
            "recipes");
  }

  @Test
  void argumentsAreHandedOnAsTheyAre() throws Exception {
    useJava("17");

    assertThat(run("recipes", "a b", "", "*", "$HOME", "'\"").out())
        .endsWith("recipes\na b\n\n*\n$HOME\n'\"\n");
  }

  @Test
  void theExitCodeIsJavas() throws Exception {
    useJava("17");

    assertThat(run("train", "mnist").exitCode()).isEqualTo(FakeJava.EXIT_CODE);
  }

  @Test
  void aChainOfLinksLeadsToTheProgram() throws Exception {
    useJava("17");
    Path bin = Files.createDirectory(folder.resolve("my bin"));
    Files.createSymbolicLink(bin.resolve("gan4j"), Path.of("second"));
    Files.createSymbolicLink(bin.resolve("second"), bin.relativize(script));
    Path absolute = Files.createSymbolicLink(folder.resolve("gan"), bin.resolve("gan4j"));

    assertThat(runScript(absolute, "recipes").out().lines()).contains(jar());
    assertThat(runScript(bin.resolve("gan4j"), "recipes").out().lines()).contains(jar());
  }

  @Test
  void withoutItsJarItSaysSo() throws Exception {
    useJava("17");
    Path lonely = Files.copy(script, folder.resolve("tools/gan4j"));

    Shell.Result result = runScript(lonely, "recipes");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo(
            "gan4j: %s is missing: leave bin/gan4j in its folder, and link to it from elsewhere%n",
            folder.toRealPath().resolve("lib/gan-cli.jar"));
  }

  @ParameterizedTest
  @CsvSource({
    "train, true",
    "generate, true",
    "bench, true",
    "a-command-of-tomorrow, true",
    "recipes, false",
    "completion, false",
    "help, false",
    "--version, false",
    "'', false"
  })
  void theVectorApiIsAddedWhereSomethingIsComputed(String command, boolean added) throws Exception {
    useJava("17");

    List<String> printed = run(command).out().lines().toList();

    assertThat(printed).contains("--enable-native-access=ALL-UNNAMED");
    assertThat(printed.contains("--add-modules=jdk.incubator.vector")).isEqualTo(added);
  }

  @Test
  void theArchiveThatWasMadeIsUsedUntilAJarIsNewerOrJavaIsAnother() throws Exception {
    useJava("17.0.1");
    assertThat(sharing("train")).isEmpty();

    Shell.Result made = run("--make-archive");

    Path archive = onlyArchive();
    assertThat(made.out()).isEqualTo("made %s%n", archive);
    assertThat(made.exitCode()).isZero();
    String use = "-XX:SharedArchiveFile=" + archive;
    assertThat(sharing("train")).containsExactly(use, "-Xshare:auto", "-Xlog:cds*=off");
    assertThat(sharing("recipes")).contains(use);

    useJava("17.0.2");
    assertThat(sharing("train")).isEmpty();

    useJava("17.0.1");
    Path library = Files.writeString(archive.resolveSibling("library.jar"), "another");
    assertThat(sharing("train")).as("another set of jars").isEmpty();

    Files.delete(library);
    Files.setLastModifiedTime(
        Path.of(jar()), FileTime.from(Instant.now().plus(Duration.ofHours(1))));
    assertThat(sharing("train")).as("newer").isEmpty();
  }

  @Test
  void anArchiveThatCannotBeMadeLeavesNothing() throws Exception {
    variables.put(
        "JAVA_HOME",
        FakeJava.write(folder.resolve("jdk"), "#!/bin/sh\necho why >&2\nexit 3\n").toString());
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17\"\n");

    Shell.Result result = run("--make-archive");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).startsWith("why\ngan4j: could not make ");
    try (Stream<Path> left = Files.list(Path.of(jar()).getParent())) {
      assertThat(left).containsExactly(Path.of(jar()));
    }
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    Path shellcheck = Path.of("/usr/bin/shellcheck");
    assumeThat(shellcheck).isExecutable();

    Shell.Result result = Shell.run(folder, System.getenv(), shellcheck, SCRIPT.toString());

    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  private void useJava(String version) throws IOException {
    variables.put("JAVA_HOME", FakeJava.make(folder.resolve("jdk"), version).toString());
  }

  private void assertRefused(String message) throws Exception {
    Shell.Result result = run("train", "mnist");

    assertThat(result.err()).isEqualTo("gan4j: %s%n", message);
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(1);
  }

  private Shell.Result run(String... arguments) throws Exception {
    return runScript(script, arguments);
  }

  private Shell.Result runScript(Path started, String... arguments) throws Exception {
    return Shell.run(folder, variables, started, arguments);
  }

  private String jar() throws IOException {
    return script.toRealPath().getParent().resolveSibling("lib/gan-cli.jar").toString();
  }

  private List<String> sharing(String command) throws Exception {
    return run(command)
        .out()
        .lines()
        .filter(line -> line.matches("-XX:.*|-Xshare.*|-Xlog.*"))
        .toList();
  }

  private Path onlyArchive() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(jar()).getParent())) {
      List<Path> archives = files.filter(file -> file.toString().endsWith(".jsa")).toList();
      assertThat(archives).hasSize(1);
      return archives.get(0);
    }
  }
}
