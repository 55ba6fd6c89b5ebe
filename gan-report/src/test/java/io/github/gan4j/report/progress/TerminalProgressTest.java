package io.github.gan4j.report.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
  private final TerminalProgress lines =
      new TerminalProgress(() -> new LineView(out), this::nanoTime);
  private final TerminalProgress bar =
      new TerminalProgress(() -> new BarView(out, false), this::nanoTime);
  private long millis = Long.MAX_VALUE / 1_000_000;

  @Test
  void linesTellTheStartEachEpochAndTheEnd() {
    FakeRun run = new FakeRun(lines, 3, 2).start();
    run.steps(6).end(Outcome.COMPLETED);

    assertThat(lines())
        .containsExactly(
            "squares: 20 images of 1x2x2, 3 epochs of 2 steps, batch 10",
            "engine: fake engine",
            "epoch 1/3  step 2/6  D 7.000 G 8.000  - images/s  - left",
            "epoch 2/3  step 4/6  D 7.000 G 8.000  - images/s  - left",
            "epoch 3/3  step 6/6  D 7.000 G 8.000  - images/s  - left",
            "done in epoch 3 after 6 steps; took 1m40s, 0.6 images/s");
  }

  @Test
  void speedCountsTheImagesOfEachOfTheDiscriminatorsUpdates() {
    FakeRun run = new FakeRun(lines, 3, 2);
    run.setUp = builder -> builder.discriminatorUpdatesPerStep(5);
    run.start().steps(1);
    millis += 100;
    run.steps(1).end(Outcome.STOPPED);

    assertThat(lines())
        .endsWith(
            "epoch 1/3  step 2/6  D 7.000 G 8.000  500 images/s  0s left",
            "stopped in epoch 1 after 2 steps; took 1m40s, 1.0 images/s");
  }

  @Test
  void runThatWentBackSaysSoAndIsMeasuredAnew() {
    FakeRun run = new FakeRun(lines, 2, 4).start().steps(5);
    millis += 31_000;
    run.step(9, 9, 9).goBack(4, new byte[0]);
    millis += 31_000;
    run.steps(1);
    millis += 31_000;
    run.steps(1);

    assertThat(lines())
        .containsSubsequence(
            "step 7 diverged (the generator's loss); back to step 4, learning rates times 0.5",
            "epoch 2/2  step 5/8  D 0.750 G 1.000  - images/s  - left",
            "epoch 2/2  step 6/8  D 0.750 G 1.000  0.3 images/s  1m02s left");
  }

  @Test
  void barKeepsTheLineOfARunThatWentBack() {
    FakeRun run = new FakeRun(bar, 2, 4).start().steps(5);
    run.goBack(4, new byte[0]).steps(1);
    assertThat(text())
        .containsPattern(
            "\\r"
                + "step 6 diverged \\(the generator's loss\\); back to step 4, learning rates times"
                + " 0.5 *\\R\\r"
                + "epoch 2/2");
  }

  @Test
  void longEpochIsHeardOfEveryThirtySeconds() {
    FakeRun run = new FakeRun(lines, 2, 100).start();
    run.step(1, 2, 3);
    for (int i = 0; i < 99; i++) {
      millis += 1000;
      run.steps(1);
    }

    assertThat(lines()).hasSize(6);
    assertThat(lines().get(2))
        .isEqualTo("epoch 1/2  step  31/200  D 0.823 G 1.065  10.0 images/s  2m49s left");
    assertThat(lines().get(3))
        .as("losses since the line before")
        .isEqualTo("epoch 1/2  step  61/200  D 0.750 G 1.000  10.0 images/s  2m19s left");
    assertThat(lines().get(5)).startsWith("epoch 1/2  step 100/200  D 7.000 G 8.000");
  }

  @Test
  void barRedrawsAfterTheFirstStepAndThenAtMostEvery150Milliseconds() {
    FakeRun run = new FakeRun(bar, 1, 5000).start();
    for (int i = 0; i < 1000; i++) {
      run.steps(1);
      millis++;
    }

    assertThat(text().chars().filter(c -> c == '\r')).hasSize(7);
  }

  @Test
  void barShowsEpochStepLossesSpeedAndTimeLeft() {
    FakeRun run = new FakeRun(bar, 20, 938).start();
    for (int i = 0; i < 9380; i++) {
      run.steps(1);
      millis += 5;
    }

    assertThat(lastDrawn())
        .isEqualTo(
            "epoch 10/20 [=====>      ] " + "step  9361  D 0.750 G 1.000   2000 img/s    47s left")
        .hasSize(79);
  }

  @Test
  void barFitsIntoEightyColumnsWhateverTheFigures() {
    for (double loss : new double[] {-1e30, -12345, 99999.4, 1234, 1e-9, 0.5}) {
      bytes.reset();
      FakeRun run = new FakeRun(bar, 1000, 1000).start();
      run.step(loss, loss, loss);
      millis += 200_000;
      run.step(loss, loss, loss);

      assertThat(lastDrawn()).hasSizeLessThan(80).contains("left");
    }
  }

  @Test
  void barGoesWithoutItsCellsWhereFiguresNeedTheRoom() {
    Progress progress = new Progress(1, 1_000_000, 1, 10_000_000_000L, -1e99, -1e99, 1, 1e9);

    assertThat(ProgressText.bar(progress, 79)).doesNotContain("[").contains("-1e+99");
  }

  @Test
  void barBlanksWhatItDrewBefore() {
    BarView view = new BarView(out, false);
    view.show(new Progress(1, 1_000_000, 1, 10_000_000_000L, -1e99, -1e99, 1e6, 1e13));
    view.show(new Progress(1, 1, 1, 1, 1, 1, 1, 1));
    List<String> drawn = Arrays.asList(text().split("\r", -1));

    assertThat(drawn.get(1)).hasSizeGreaterThan(79);
    assertThat(drawn.get(2)).hasSameSizeAs(drawn.get(1)).matches("epoch 1/1 .* left +");
  }

  @Test
  void barThatMayUseEscapesTurnsWrappingOffAndOnAgain() {
    new BarView(out, true).show(new Progress(1, 1, 1, 2, 1, 1, 1, 1));

    assertThat(text()).startsWith("\r\033[?7l" + "epoch").endsWith("left\033[?7h");
  }

  @Test
  void barEndsWithTheLastStepAndAnEmptyLineForThePrompt() {
    FakeRun run = new FakeRun(bar, 1, 100).start();
    run.steps(100).end(Outcome.COMPLETED);

    assertThat(lines()).hasSize(4);
    assertThat(lastDrawn()).startsWith("epoch 1/1 [================] step 100");
    assertThat(text()).endsWith("\ndone in epoch 1 after 100 steps; took 1m40s, 10.0 images/s\n");
  }

  @Test
  void stoppedAndFailedRunsSayWhere() {
    FakeRun run = new FakeRun(lines, 3, 10).start();
    run.steps(12).end(Outcome.STOPPED);
    assertThat(text()).endsWith("stopped in epoch 2 after 12 steps; took 1m40s, 1.2 images/s\n");

    run = new FakeRun(bar, 3, 10).start();
    run.steps(25).end(Outcome.FAILED);
    assertThat(text()).endsWith("failed in epoch 3 after 25 steps; took 1m40s, 2.5 images/s\n");

    new FakeRun(bar, 3, 10).start().end(Outcome.FAILED);
    assertThat(text()).endsWith("fake engine\nfailed before the first step\n");
  }

  @Test
  void unknownsAreDashes() {
    FakeRun run = new FakeRun(bar, 3, 10).start();
    run.step(Double.NaN, 1, Double.POSITIVE_INFINITY).end(Outcome.FAILED);

    assertThat(text()).contains("D     - G     -      - img/s      - left");
    assertThat(text()).doesNotContainIgnoringCase("nan").doesNotContain("null", "nfinity");
  }

  @Test
  void speedIsThatOfTheLastSecondsAndCountsFromTheFirstStepOn() {
    FakeRun run = new FakeRun(bar, 1, 1000).start();
    millis += 60_000;
    run.steps(1);
    millis += 1000;
    run.steps(1);
    assertThat(lastDrawn()).as("start-up is not counted").contains(" 10.0 img/s");
    for (int i = 0; i < 50; i++) {
      millis += 1000;
      run.steps(1);
    }
    for (int i = 0; i < 60; i++) {
      millis += 200;
      run.steps(1);
    }

    assertThat(lastDrawn()).contains(" 50.0 img/s");
  }

  @Test
  void secondRunStartsAfresh() {
    FakeRun run = new FakeRun(lines, 1, 5).start();
    run.steps(3).end(Outcome.STOPPED);
    millis += 1_000_000;
    bytes.reset();
    run = new FakeRun(lines, 1, 5).start();
    run.steps(5).end(Outcome.COMPLETED);

    assertThat(lines()).hasSize(4);
    assertThat(lines().get(2)).contains("- images/s");
    assertThat(lines().get(3)).contains("0.5 images/s");
  }

  @Test
  void figuresDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      linesTellTheStartEachEpochAndTheEnd();
    } finally {
      Locale.setDefault(before);
    }
  }

  private long nanoTime() {
    // Near overflow, as System.nanoTime may be.
    return millis * 1_000_000;
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private List<String> lines() {
    // Not String.lines(), to which a carriage return ends a line.
    return Pattern.compile("\n").splitAsStream(text()).toList();
  }

  private String lastDrawn() {
    return text().substring(text().lastIndexOf('\r') + 1);
  }
}
