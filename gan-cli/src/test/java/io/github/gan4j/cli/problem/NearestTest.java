package io.github.gan4j.cli.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.cli.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES =
      List.of("epochs", "batch-size", "learning-rate", "beta1", "beta2", "generator-batch-size");

  @ParameterizedTest
  @CsvSource({
    "epoch, epochs",
    "ephocs, epochs",
    "batch_size, batch-size",
    "batchSize, batch-size",
    "BATCH-SIZE, batch-size",
    "learnin-rate, learning-rate",
    "beta3, beta1",
    "generator-batchsize, generator-batch-size",
  })
  void findsWhatWasMeant(String found, String meant) {
    assertThat(Nearest.to(found, NAMES)).contains(meant);
    assertThat(Nearest.suggestion(found, NAMES)).isEqualTo("; did you mean %s?".formatted(meant));
  }

  @ParameterizedTest
  @CsvSource({
    "lr, learning-rate",
    "--lr, --learning-rate",
    "bs, batch-size",
    "batch, batch-size",
    "learn, learning-rate",
    "gener, generator-batch-size",
  })
  void findsWhatOtherProgramsCallSoAndWhatWasBegun(String found, String meant) {
    List<String> names = found.startsWith("--") ? List.of("--r1", "--learning-rate") : NAMES;

    assertThat(Nearest.to(found, names)).contains(meant);
  }

  @Test
  void aUsualNameIsForWhatThereIs() {
    assertThat(Nearest.to("n", List.of("count", "steps"))).contains("count");
    assertThat(Nearest.to("n", List.of("warm-up", "steps"))).contains("steps");
    assertThat(Nearest.to("n", NAMES)).isEmpty();
    assertThat(Nearest.to("batc", List.of("batch-size", "batch-norm"))).isEmpty();
  }

  @Test
  void everyNameThatIsMeantIsOneOfOurs() {
    Set<String> known = new HashSet<>(Settings.named().keySet());
    // Of the commands' own flags.
    known.addAll(
        List.of("count", "label", "truncation", "interpolate", "nearest", "steps", "version"));
    known.addAll(List.of("config", "resume", "show-config"));

    assertThat(known).containsAll(UsualNames.meant());
  }

  @Test
  void suggestsNothingThatIsFar() {
    assertThat(Nearest.to("colour", NAMES)).isEmpty();
    assertThat(Nearest.to("", NAMES)).isEmpty();
    assertThat(Nearest.to("x".repeat(1_000_000), NAMES)).isEmpty();
    assertThat(Nearest.suggestion("colour", NAMES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, ab, 1",
    "abc, abcd, 1",
    "abc, axc, 1",
    "abc, acb, 1",
    "ab, cd, 2"
  })
  void countsEdits(String a, String b, int distance) {
    assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    assertThat(Nearest.distance(b, a)).isEqualTo(distance);
  }
}
