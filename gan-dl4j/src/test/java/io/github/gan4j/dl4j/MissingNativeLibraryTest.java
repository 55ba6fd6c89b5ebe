package io.github.gan4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Trainer;
import io.github.gan4j.error.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who forgot a native library is told which to add. */
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
    String javacpp = Loader.getVersion("org.bytedeco", "javacpp");
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
                        "add org.bytedeco:openblas:%s:%s and org.bytedeco:javacpp:%s:%s to the class path"
                            .formatted(openblas, platform, javacpp, platform)));
    assertThat(output).doesNotContain("trained");
  }

  @Test
  void withTheLibrariesItTrains() throws IOException {
    assertThat(attempt(name -> true)).contains("trained").doesNotContain("refused");
  }

  private String attempt(Predicate<String> kept) throws IOException {
    return OtherJvm.run(Attempt.class, kept, "-Dorg.bytedeco.javacpp.cachedir=" + cache);
  }
}
