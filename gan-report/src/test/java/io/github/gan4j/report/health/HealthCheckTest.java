package io.github.gan4j.report.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.loss.AdversarialLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckTest {
  private static final double GUESSING = 2 * Math.log(2);

  @ParameterizedTest
  @CsvSource({
    "healthy, BALANCED",
    "slow-generator, DISCRIMINATOR_WINNING",
    "slow-discriminator, 'DIVERSITY_FALLING, GENERATOR_WINNING'",
    "tiny-discriminator, GENERATOR_WINNING",
    "fast-generator, 'DIVERSITY_FALLING, DISCRIMINATOR_WINNING'",
    "both-too-fast, DIVERGED",
    "no-batch-norm, DIVERSITY_FALLING",
    "momentum, 'DIVERSITY_FALLING, OSCILLATING'",
    "hinge, BALANCED",
    "hinge-slow-generator, DISCRIMINATOR_WINNING",
    "least-squares, BALANCED",
    "least-squares-slow-generator, DISCRIMINATOR_WINNING",
  })
  void realRunsAreToldForWhatTheyAre(String run, String expected) {
    assertThat(states(RecordedRun.read(run, 1200))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"healthy", "hinge", "least-squares"})
  void healthyRunIsNeverCalledIll(String run) {
    for (int steps = 25; steps <= 1200; steps += 25) {
      assertThat(states(RecordedRun.read(run, steps)))
          .as("after step %d", steps)
          .isEqualTo(steps < 500 ? "TOO_EARLY" : "BALANCED");
    }
  }

  @Test
  void divergenceIsToldAtOnce() {
    assertThat(states(RecordedRun.read("both-too-fast", 50))).isEqualTo("DIVERGED");
  }

  @Test
  void runWithoutAStepIsTooEarly() {
    Verdict verdict = HealthCheck.of(figures(0, step -> 1, List.of()));

    assertThat(verdict.health()).isEqualTo(Health.TOO_EARLY);
    assertThat(verdict.main().figures()).containsExactly("0 steps are done, a verdict takes 500");
  }

  @Test
  void verdictIsOnTheNewestPartOfARun() {
    IntToDoubleFunction lost = step -> step <= 3000 ? 1.2 : 0.1;

    assertThat(states(figures(3000, lost, List.of()))).isEqualTo("BALANCED");
    assertThat(states(figures(3800, lost, List.of()))).isEqualTo("DISCRIMINATOR_WINNING");
  }

  @Test
  void fallFromTheBestDiversityIsCollapseBeforeTheLevelIsLow() {
    List<Diversity> slight = List.of(new Diversity(600, 0.9), new Diversity(1200, 0.7));
    List<Diversity> heavy = List.of(new Diversity(600, 0.9), new Diversity(1200, 0.66));

    assertThat(states(figures(1200, step -> 1.2, slight))).isEqualTo("BALANCED");
    Verdict verdict = HealthCheck.of(figures(1200, step -> 1.2, heavy));
    assertThat(verdict.health()).isEqualTo(Health.DIVERSITY_FALLING);
    assertThat(verdict.main().figures())
        .containsExactly(
            "diversity after step 1200: 0.660, where real images have 1",
            "its best was 0.900 after step 600");
  }

  @Test
  void greyFirstImagesAreNoCollapseAndUnknownDiversityIsNone() {
    List<Diversity> early = List.of(new Diversity(300, 0.3));
    List<Diversity> unknown = List.of(new Diversity(600, Double.NaN));

    assertThat(states(figures(900, step -> 1.2, early))).isEqualTo("BALANCED");
    assertThat(states(figures(900, step -> 1.2, unknown))).isEqualTo("BALANCED");
  }

  @Test
  void playersThatTakeTurnsOscillate() {
    IntToDoubleFunction turns = step -> 0.9 + 0.5 * Math.sin(step / 40.0);
    Verdict verdict = HealthCheck.of(figures(2000, turns, List.of()));

    assertThat(verdict.health()).isEqualTo(Health.OSCILLATING);
    assertThat(verdict.main().figures().get(0)).contains("in steps 1201 to 1992, 6 times");
    assertThat(states(figures(2000, step -> 0.9 + 0.1 * Math.sin(step / 40.0), List.of())))
        .as("a narrow band")
        .isEqualTo("BALANCED");
    assertThat(states(figures(2000, step -> 1.38 - Math.max(0, step - 1200) / 1000.0, List.of())))
        .as("a drift")
        .isEqualTo("BALANCED");
  }

  @Test
  void discriminatorThatOnlyGuessesIsToldFromOneThatIsFooled() {
    assertThat(HealthCheck.of(figures(900, step -> GUESSING + 0.005, List.of())).main().summary())
        .startsWith("The discriminator only guesses.");
    assertThat(HealthCheck.of(figures(900, step -> GUESSING + 0.2, List.of())).main().summary())
        .startsWith("The discriminator is fooled");
    assertThat(states(figures(900, step -> GUESSING - 0.005, List.of()))).isEqualTo("BALANCED");
  }

  @Test
  void figuresSayWhatTheVerdictRestsOn() {
    assertThat(HealthCheck.of(RecordedRun.read("slow-generator", 1200)).toString())
        .startsWith("The discriminator tells real from generated almost without error.")
        .contains(
            "discriminator's loss, mean of steps 901 to 1200: 5.7e-4; guessing would cost 1.386")
        .contains("it gives real images 1.000 and generated ones 5e-4 on average; 0.5 is a guess")
        .contains("\n  try: .discriminator(d -> d.dropout(0.5)) instead of 0.3");
  }

  @Test
  void onlyCrossEntropyHasProbabilitiesToSpeakOf() {
    assertThat(HealthCheck.of(RecordedRun.read("hinge", 1200)).toString())
        .contains("guessing would cost 2.000")
        .doesNotContain("it gives");
    assertThat(HealthCheck.of(RecordedRun.read("least-squares", 1200)).toString())
        .contains("guessing would cost 0.250")
        .doesNotContain("it gives");
  }

  @Test
  void lossOfOnesOwnIsJudgedByDiversityAndDivergenceAlone() {
    GanConfig own = Gan.builder().loss(new OwnLoss()).config();
    List<Stretch> zero = List.of(new Stretch(900, 900, 0, 0, 1, 0));
    List<Stretch> million = List.of(new Stretch(900, 900, 0, -2e6, 1, 0));
    List<Diversity> collapsed = List.of(new Diversity(900, 0.1));

    assertThat(states(new RunFigures(own, new OwnLoss(), zero, List.of())))
        .isEqualTo("NOTHING_FOUND");
    assertThat(states(new RunFigures(own, new OwnLoss(), zero, collapsed)))
        .isEqualTo("DIVERSITY_FALLING");
    assertThat(states(new RunFigures(own, new OwnLoss(), million, List.of())))
        .isEqualTo("DIVERGED");
    assertThat(new RunFigures(own, new OwnLoss(), zero, List.of()).guessingLoss()).isEmpty();
  }

  @Test
  void lossesThatAreNotNumbersAreDivergence() {
    assertThat(states(figures(10, step -> step == 10 ? Double.NaN : 1, List.of())))
        .isEqualTo("DIVERGED");
  }

  private static RunFigures figures(
      int steps, IntToDoubleFunction discriminatorLoss, List<Diversity> diversities) {
    List<Stretch> stretches = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      stretches.add(new Stretch(step, 1, discriminatorLoss.applyAsDouble(step), 1, 0.5, 0.5));
    }
    return new RunFigures(Gan.builder().config(), GanDefaults.LOSS, stretches, diversities);
  }

  private static String states(RunFigures figures) {
    return String.join(
        ", ",
        HealthCheck.of(figures).diagnoses().stream()
            .map(diagnosis -> diagnosis.health().name())
            .toList());
  }

  private static final class OwnLoss implements AdversarialLoss {
    @Override
    public String name() {
      return "own";
    }

    @Override
    public DiscriminatorLoss discriminator(
        float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
      return new DiscriminatorLoss(0, 0);
    }

    @Override
    public double generator(float[] real, float[] fake, float[] fakeGradient) {
      return 0;
    }
  }
}
