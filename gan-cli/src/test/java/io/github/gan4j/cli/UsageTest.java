package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage ends with exit code 2, one line that says what is wrong, and where to read on. */
class UsageTest {
  private static final String KNOWN =
      "mnist, fashion-mnist, mnist-batchnorm, mnist-dropout, mnist-plain, fashion-dense,"
          + " fashion-balanced";
  private static final String FROM_ONE = "must be a whole number from 1 to 2147483647, was ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trian mnist | unknown command trian; did you mean train? | --help",
        "--verison | unknown flag --verison; did you mean --version? | --help",
        "train | RECIPE, --dataset, --config or --resume must be given | train --help",
        "train --epochs 3 | RECIPE, --dataset, --config or --resume must be given | train --help",
        "train mnist --ephocs 3 | unknown flag --ephocs; did you mean --epochs? | train --help",
        "train mnist --batch_size=3 | unknown flag --batch_size; did you mean --batch-size?"
            + " | train --help",
        "train mnist --epochs 3 --epochs 4 | --epochs must be given once, was given twice"
            + " | train --help",
        "train mnist --latent gaussian | --latent must be one of normal, uniform, sphere, was"
            + " gaussian | train --help",
        "train mnist --loss hing | --loss must be one of non-saturating, minimax, least-squares,"
            + " hinge, wasserstein, relativistic-pairing, was hing; did you mean hinge? | train"
            + " --help",
        "train mnist --out= | --out must be a path, was empty | train --help",
        "train mnist mnist | unexpected argument mnist | train --help",
        "train mnist a b | unexpected arguments a, b | train --help",
        "train --ephocs 3 mnist | unknown flag --ephocs; did you mean --epochs? | train --help",
        "generate m --cuont 3 --out a.png | unknown flag --cuont; did you mean --count?"
            + " | generate --help",
        "train mnist --no-cvs | unknown flag --no-cvs; did you mean --no-csv? | train --help",
        "train mnist --lr 1e-4 | unknown flag --lr; did you mean --learning-rate? | train --help",
        "train mnist -o x | unknown flag -o; did you mean --out? | train --help",
        "train mnist --quiet | unknown flag --quiet | train --help",
        "train mnist --seed 1.5 | --seed must be a whole number from -9223372036854775808 to"
            + " 9223372036854775807, was 1.5 | train --help",
        "train mnist --epochs | --epochs must have a value | train --help",
        "generate m --count | --count must have a value | generate --help",
        "generate m | --count, --out must be given | generate --help",
        "generate m --out a.png | --count must be given | generate --help",
        "generate m --count 3 | --out must be given | generate --help",
        "generate m --count 3 --out a.gif | --out must end in .npy or .png, was a.gif"
            + " | generate --help",
        "generate m --count 3 --out npy | --out must end in .npy or .png, was npy"
            + " | generate --help",
        "bench mnist --warm-up -1 | --warm-up must be a whole number from 0 to 2147483647, was -1"
            + " | bench --help",
        "recipes mnist mnist | unexpected argument mnist | recipes --help",
      })
  void saysWhatIsWrong(String line, String message, String help) {
    assertUsageError(line, message, help);
  }

  @Test
  void allUnknownFlagsAreToldTogether() {
    Cli.Result result =
        Cli.run("train", "mnist", "--ephocs", 3, "--seed", -5, "--bacth-size=4", "--lr", "1e-4");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines())
        .containsExactly(
            "error: 3 flags are wrong:",
            "  unknown flag --ephocs; did you mean --epochs?",
            "  unknown flag --bacth-size; did you mean --batch-size?",
            "  unknown flag --lr; did you mean --learning-rate?",
            "See 'gan4j train --help'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "bench", "recipes"})
  void anUnknownRecipeIsToldTheKnownOnes(String command) {
    assertUsageError(
        command + " mnits",
        "RECIPE must be one of %s, was mnits; did you mean mnist?".formatted(KNOWN),
        command + " --help");
  }

  @Test
  void aNumberThatMayBeLeftOutSaysSo() {
    assertUsageError(
        "train mnist --max-steps 0",
        "--max-steps must be a whole number from 1 to 2147483647, or none, was 0",
        "train --help");
  }

  @ParameterizedTest
  @CsvSource({
    "train mnist, --epochs",
    "generate model --out a.npy, --count",
    "bench mnist, --steps"
  })
  void aNumberMustBeOneAndAtLeastOne(String line, String flag) {
    String help = line.substring(0, line.indexOf(' ')) + " --help";
    for (String value : new String[] {"0", "-1", "many", "1.0", "2147483648"}) {
      assertUsageError(line + " " + flag + " " + value, flag + " " + FROM_ONE + value, help);
    }
  }

  @Test
  void withoutACommandItShowsWhatThereIs() {
    Cli.Result result = Cli.run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Usage: gan4j", "train", "generate", "bench", "recipes");
  }

  @Test
  void helpIsNoMistake() {
    Cli.Result result = Cli.run("generate", "--help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("MODEL", "--count", "--seed", "--out", ".npy", ".png");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void theVersionIsOneLine() {
    Cli.Result result = Cli.run("--version");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("gan4j ").hasLineCount(1);
  }

  private void assertUsageError(String line, String message, String help) {
    Cli.Result result = Cli.run((Object[]) line.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .containsExactly("error: " + message, "See 'gan4j %s'.".formatted(help));
  }
}
