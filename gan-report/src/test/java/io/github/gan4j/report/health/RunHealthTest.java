package io.github.gan4j.report.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RunHealthTest {
  private final RunHealth health = RunHealth.watch();

  @Test
  void stepsAreAddedUp() {
    new FakeRun(health, 1, 10).start().step(0.5, 0.25, 2).step(0.1, 0.2, 3);

    assertThat(health.figures().stretches())
        .containsExactly(
            new Stretch(1, 1, 0.75, 2, 0.75, 1e-7, Double.NaN, 0, 0, 1e-3, 2e-3),
            new Stretch(2, 1, 0.1 + 0.2, 3, 0.75, 1e-7, Double.NaN, 0, 0, 1e-3, 2e-3));
  }

  @Test
  void diversityIsMeasuredAtTheEndsOfEpochsTwoHundredStepsApart() {
    FakeRun run = new FakeRun(health, 10, 90).start();
    run.steps(800);

    assertThat(health.figures().diversities())
        .extracting(Diversity::step)
        .containsExactly(270L, 540L);
    assertThat(run.seeds).containsOnly(64L);
    run.end(Outcome.STOPPED);
    assertThat(health.figures().diversities()).extracting(Diversity::step).endsWith(800L);
  }

  @Test
  void generatorOfAFailedRunIsLeftAlone() {
    FakeRun run = new FakeRun(health, 10, 90).start();
    run.steps(50).end(Outcome.FAILED);

    assertThat(run.seeds).isEmpty();
    assertThat(health.verdict().health()).isEqualTo(Health.TOO_EARLY);
  }

  @Test
  void lossThatIsNotFiniteIsTheVerdictHoweverEarly() {
    new FakeRun(health, 10, 90).start().diverge();
    assertThat(health.verdict().health()).isEqualTo(Health.DIVERGED);
    assertThat(health.verdict().diagnoses().get(0).figures())
        .containsExactly(
            "step 1: the discriminator's loss; discriminator loss Infinity, generator loss NaN");

    new FakeRun(health, 10, 90).start().steps(600).diverge();
    assertThat(health.verdict().diagnoses()).hasSize(1);
    assertThat(health.verdict().diagnoses().get(0).figures())
        .containsExactly(
            "step 601: the discriminator's loss; discriminator loss Infinity, generator loss NaN",
            "mean losses of steps 551 to 600: discriminator 0.750, generator 1.000");

    new FakeRun(health, 10, 90).start().steps(5).end(Outcome.FAILED);
    assertThat(health.verdict().health()).isEqualTo(Health.TOO_EARLY);
  }

  @Test
  void diversityOfImagesThatVaryAsTheRealOnesIsOne() {
    // Those of the dataset go from grey 190 to 253, those of the generator from step to step + 63.
    new FakeRun(health, 1, 64).start().steps(64).end(Outcome.COMPLETED);

    assertThat(health.figures().diversities().get(0).ratio()).isCloseTo(1, within(1e-3));
  }

  @Test
  void verdictIsPrintedWhenTheRunHasEnded() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RunHealth printing = RunHealth.printTo(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    FakeRun run = new FakeRun(printing, 1, 600).start().steps(600);
    assertThat(bytes.size()).isZero();
    run.end(Outcome.COMPLETED);

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("The players keep each other in balance")
        .contains("0.750; guessing would cost 1.386")
        .endsWith(System.lineSeparator());
  }

  @Test
  void secondRunStartsAfresh() {
    new FakeRun(health, 1, 300).start().steps(300).end(Outcome.COMPLETED);
    new FakeRun(health, 1, 5).start().steps(2);

    assertThat(health.figures().stretches()).hasSize(2);
    assertThat(health.figures().diversities()).isEmpty();
  }

  @Test
  void nothingIsToldBeforeARun() {
    assertThatThrownBy(health::verdict)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no run has started yet");
  }
}
