package io.github.gan4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final List<String> progress = new ArrayList<>();

  @Test
  void contendersTakeTurns() {
    Contender a = contender("a", "print", "x=1");
    Contender b = contender("b", "print", "x=2");

    Results results = run(2, Duration.ofMinutes(1), a, b);

    assertThat(progress)
        .filteredOn(line -> line.startsWith("round"))
        .containsExactly(
            "round 1 of 2: a", "round 1 of 2: b", "round 2 of 2: a", "round 2 of 2: b");
    assertThat(results.samples(a, "x").values()).containsExactly(1.0, 1.0);
    assertThat(results.samples(b, "x").values()).containsExactly(2.0, 2.0);
    assertThat(results.samples(b, Child.FIRST_LINE).values()).hasSize(2);
    assertThat(results.failures()).isEmpty();
  }

  @Test
  void oneThatFailsIsToldWithItsReasonAndHarmsNoOther() {
    Contender good = contender("good", "print", "x=1");
    Contender bad = contender("bad", "fail", "no such thing");
    Contender worse = Contender.alone("worse", Program.of(List.of("/no/such/program")));

    Results results = run(2, Duration.ofMinutes(1), bad, worse, good);

    assertThat(results.samples(good, "x").values()).hasSize(2);
    assertThat(results.samples(bad, "x")).isEqualTo(Samples.none());
    assertThat(results.failures())
        .contains("Failed, with exit code 3: no such thing: bad.")
        .contains("/no/such/program");
    assertThat(progress).filteredOn(line -> line.endsWith(": bad")).hasSize(1);
  }

  @Test
  void oneThatHangsIsEnded() {
    Contender hanging = contender("hanging", "hang");

    Results results = run(1, Duration.ofSeconds(1), hanging);

    assertThat(results.failures())
        .isEqualToNormalizingNewlines("Failed, with not done after 1 s: hanging.\n");
  }

  @Test
  void whatRunsBesideEndsWithTheContender() {
    Contender a = contender("a", "print", "x=1");
    Contender besideIt = a.beside("hanging", contender("hanging", "hang").program());

    Results results = run(1, Duration.ofMinutes(1), besideIt);

    assertThat(besideIt.name()).isEqualTo("a beside hanging");
    assertThat(results.samples(besideIt, "x").values()).hasSize(1);
    assertThat(ProcessHandle.current().descendants()).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void aProgramsEnvironmentIsSetButNotInherited() {
    Contender plain = contender("plain", "environment", "OPENBLAS_CORETYPE");
    Contender set = plain.with("OPENBLAS_CORETYPE", "Haswell");

    Results results = run(1, Duration.ofMinutes(1), plain, set);

    assertThat(set.name()).isEqualTo("plain OPENBLAS_CORETYPE=Haswell");
    assertThat(results.samples(plain, "letters").values()).containsExactly(0.0);
    assertThat(results.samples(set, "letters").values()).containsExactly(7.0);
  }

  private Results run(int rounds, Duration limit, Contender... contenders) {
    return new Rounds(rounds, limit, progress::add).run(List.of(contenders));
  }

  private static Contender contender(String name, String... arguments) {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Puppet.class.getName());
    return Contender.alone(
        name, Program.of(Stream.concat(java.stream(), Arrays.stream(arguments)).toList()));
  }

  /** A program that does as it is told. */
  static final class Puppet {
    private Puppet() {}

    public static void main(String[] args) throws InterruptedException {
      switch (args[0]) {
        case "print" -> System.out.println(args[1]);
        case "environment" ->
            System.out.println("letters=" + System.getenv().getOrDefault(args[1], "").length());
        case "fail" -> {
          System.err.println(args[1]);
          System.exit(3);
        }
        case "hang" -> {
          System.out.println("hanging=1");
          Thread.sleep(Long.MAX_VALUE);
        }
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }
}
