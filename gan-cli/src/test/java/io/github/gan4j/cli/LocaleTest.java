package io.github.gan4j.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files are called and hold does not depend on the locale. */
class LocaleTest {
  /** A format that is not a literal, which Error Prone's DefaultLocale does not look at. */
  private static final Pattern COMPUTED_FORMAT = Pattern.compile("\\w(\\(\\))?\\s*\\.formatted\\(");

  private static final ArchRule NO_DEFAULT_LOCALE =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(assignableTo(PrintStream.class).or(assignableTo(PrintWriter.class))))
                  .and(target(nameMatching("printf|format")))
                  .and(isWithoutLocale()))
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(String.class)))
                  .and(target(nameMatching("format|toLowerCase|toUpperCase")))
                  .and(isWithoutLocale()))
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(Locale.class))).and(target(nameMatching("getDefault"))))
          .orShould()
          .callConstructorWhere(target(owner(assignableTo(Formatter.class))).and(isWithoutLocale()))
          // Its numbers are the locale's until useLocale says otherwise.
          .orShould()
          .callConstructorWhere(target(owner(assignableTo(Scanner.class))))
          .because("what a file is called, and what a program reads, is the same everywhere");

  /** A run in English, which all others are to be equal to. */
  @TempDir private static Path english;

  @TempDir private Path folder;

  @BeforeAll
  static void trainInEnglish() throws Exception {
    train(new ChildJvm(english, "-Duser.language=en"));
  }

  @ParameterizedTest
  @CsvSource({"ar, EG, ''", "th, TH, ca-buddhist-nu-thai", "tr, TR, ''"})
  @Timeout(900) // Instead of a build that hangs.
  void aRunIsTheSameInEveryLocale(String language, String country, String extensions)
      throws Exception {
    train(
        new ChildJvm(
            folder,
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Duser.extensions=" + extensions));

    Path expected = onlyRun(english);
    Path run = onlyRun(folder);
    assertThat(run.getFileName().toString())
        .matches(
            "fashion-dense-"
                + LocalDate.now(ZoneId.systemDefault()).getYear()
                + "[0-9]{4}-[0-9]{6}");
    assertThat(Cli.tree(run))
        .isEqualTo(Cli.tree(expected))
        .contains(
            "checkpoints/checkpoint-0000000006.safetensors",
            "checkpoints/checkpoint-0000000008.safetensors")
        .doesNotContain("checkpoints/checkpoint-0000000004.safetensors");
    for (String name : List.of("losses.csv", "config.yaml")) {
      assertThat(run.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
    }
    assertThat(Files.readString(run.resolve("training.log"))).doesNotContainPattern("[٠-٩۰-۹๐-๙]");
    assertThat(Files.readString(run.resolve("report.html"))).doesNotContainPattern("[٠-٩۰-۹๐-๙]");
  }

  /** Trains, goes on, and generates; all that is said is in the digits that flags take. */
  private static void train(ChildJvm jvm) throws Exception {
    assertDone(
        jvm.run(
            "train",
            "fashion-dense",
            "--max-steps=4",
            "--checkpoint-interval=2",
            "--checkpoints-kept=2",
            "--threads=2",
            "--progress=lines"));
    Path run = onlyRun(jvm.workingFolder());
    assertDone(jvm.run("train", "--resume", run, "--max-steps=8", "--progress=lines"));
    assertDone(
        jvm.run("generate", run.resolve("model.safetensors"), "--count=4", "--out=images.png"));
  }

  private static void assertDone(ChildJvm.Result result) {
    assertThat(result.exitCode()).as(result.text()).isZero();
    assertThat(result.text()).doesNotContainPattern("[٠-٩۰-۹๐-๙]");
  }

  private static Path onlyRun(Path folder) throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      List<Path> found = runs.toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  /** Error Prone holds most of it, where the compiler sees it; this is the rest. */
  @Test
  void noModuleFormatsByTheDefaultLocale() {
    NO_DEFAULT_LOCALE.allowEmptyShould(false).check(ArchitectureTest.importMain());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Samples.ByPrinting.class,
        Samples.ByFormatting.class,
        Samples.ByCase.class,
        Samples.ByFormatter.class,
        Samples.ByScanner.class,
        Samples.ByAsking.class
      })
  void theRuleSeesEveryKind(Class<?> sample) {
    assertThatThrownBy(() -> NO_DEFAULT_LOCALE.check(new ClassFileImporter().importClasses(sample)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void everyFormatIsOneThatTheCompilerCanCheck() throws IOException {
    Path modules = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..");
    List<Path> sources;
    try (Stream<Path> files = Files.walk(modules.normalize())) {
      sources =
          files
              .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
              .filter(file -> file.toString().endsWith(".java"))
              .toList();
    }
    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(COMPUTED_FORMAT.matcher("form.formatted(1)").find()).isTrue();
    assertThat(COMPUTED_FORMAT.matcher("form()\n    .formatted(1)").find()).isTrue();
    for (Path source : sources) {
      assertThat(Files.readString(source))
          .as(source.toString())
          .doesNotContainPattern(COMPUTED_FORMAT);
    }
  }

  private static DescribedPredicate<JavaCall<?>> isWithoutLocale() {
    return DescribedPredicate.describe(
        "is without a locale",
        call ->
            call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Locale.class)));
  }

  /** Each breaks the rule in another way. */
  @SuppressWarnings({"unused", "DefaultLocale", "StringCaseLocaleUsage", "DefaultCharset"})
  private static final class Samples {
    static final class ByPrinting {
      void print(PrintWriter out) {
        out.printf("%d", 1);
      }
    }

    static final class ByFormatting {
      String text(String form) {
        return String.format(form, 1);
      }
    }

    static final class ByCase {
      String text(String text) {
        return text.toLowerCase();
      }
    }

    static final class ByFormatter {
      Formatter formatter() {
        return new Formatter();
      }
    }

    static final class ByScanner {
      Scanner scanner(String text) {
        return new Scanner(text);
      }
    }

    static final class ByAsking {
      Locale locale() {
        return Locale.getDefault();
      }
    }
  }
}
