package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Trainer;
import io.github.gan4j.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who forgot a native library is told which to add, and who has it, what keeps it from loading. */
class MissingNativeLibraryTest {
  @TempDir Path cache;

  /** Tries to train, twice, and prints what went wrong. */
  static final class Attempt {
    private Attempt() {}

    public static void main(String[] args) {
      for (int i = 0; i < 2; i++) {
        try (Trainer trainer = SmallRun.builder().trainer(new SmallRun.Patterns())) {
          System.out.println("trained " + trainer.step());
        } catch (EngineException e) {
          System.out.println("refused " + e.getMessage());
        }
      }
    }
  }

  @Test
  void theArtifactsToAddAreNamedEachTime() throws IOException {
    String openblas = Loader.getVersion("org.bytedeco", "openblas");
    String platform = Loader.getPlatform();
    String missing = "openblas-%s-%s.jar".formatted(openblas, platform);

    String output = attempt(name -> !name.equals(missing));

    assertThat(output.lines().filter(line -> line.startsWith("refused")))
        .as(output)
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .endsWith(
                        ": add org.bytedeco:openblas:%s:%s to the class path"
                            .formatted(openblas, platform)));
    assertThat(output).doesNotContain("trained");
  }

  @Test
  void bothArtifactsAreNamedWhereBothAreMissing() throws IOException {
    String javacpp = Loader.getVersion("org.bytedeco", "javacpp");
    String platform = Loader.getPlatform();

    assertThat(attempt(name -> !name.contains(platform)))
        .contains(" and org.bytedeco:javacpp:%s:%s to the class path".formatted(javacpp, platform));
  }

  @Test
  void whereNothingCanBeExtractedThePropertyAndTheOtherKernelsAreNamed() throws IOException {
    Path file = Files.createFile(cache.resolve("no-folder"));
    String output =
        OtherJvm.run(
            Attempt.class,
            name -> true,
            "-Dorg.bytedeco.javacpp.cachedir=" + file.resolve("cache"),
            "-Duser.home=" + file.resolve("home"),
            "-Djava.io.tmpdir=" + file.resolve("temporary"));

    assertThat(output.lines().filter(line -> line.startsWith("refused")))
        .as(output)
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("(Could not create the cache: ")
                    .endsWith(
                        "start Java with -Dorg.bytedeco.javacpp.cachedir=FOLDER, where files can be"
                            + " written and executed, or with --add-modules jdk.incubator.vector"
                            + " -Dgan4j.kernels=vector, which needs none")
                    .doesNotContain("org.bytedeco:openblas"));
  }

  @Test
  void whereALibraryCannotBeMappedTheSystemsReasonIsGiven() throws IOException {
    Path first = cache.resolve("first");
    Path folder = first.resolve("org/bytedeco/openblas").resolve(Loader.getPlatform());
    Files.createDirectories(folder);
    String library = System.mapLibraryName("jniopenblas_nolapack");
    Files.writeString(folder.resolve(library), "no library");

    String output =
        OtherJvm.run(
            Attempt.class,
            List.of(first),
            name -> true,
            "-Dorg.bytedeco.javacpp.cachedir=" + cache);

    assertThat(output.lines().filter(line -> line.startsWith("refused")))
        .as(output)
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains(folder.resolve(library).toString(), "-Dorg.bytedeco.javacpp.cachedir")
                    .doesNotContain("java.library.path", "org.bytedeco:openblas"));
  }

  @Test
  void withTheLibrariesItTrains() throws IOException {
    assertThat(attempt(name -> true)).contains("trained").doesNotContain("refused");
  }

  private String attempt(Predicate<String> kept) throws IOException {
    return OtherJvm.run(Attempt.class, kept, "-Dorg.bytedeco.javacpp.cachedir=" + cache);
  }
}
