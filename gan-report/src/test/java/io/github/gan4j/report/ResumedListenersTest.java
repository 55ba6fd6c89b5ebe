package io.github.gan4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.report.health.RunHealth;
import io.github.gan4j.report.html.HtmlReport;
import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.report.losses.LossCsv;
import io.github.gan4j.report.losses.LossPlot;
import io.github.gan4j.report.losses.TrainingLog;
import io.github.gan4j.report.samples.EpochAnimation;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of a run that was killed and resumed is what is left of one that was not. */
class ResumedListenersTest {
  private static final int EPOCHS = 30;
  private static final int STEPS = 25;
  @TempDir private Path folder;

  private interface OfFile extends Function<Path, ResumableListener> {}

  static Stream<Named<OfFile>> listeners() {
    return Stream.of(
        Named.of("CSV", LossCsv::continueIn),
        Named.of("plot", LossPlot::writeTo),
        Named.of("plot by step", file -> LossPlot.writeTo(file).every(Interval.steps(7))),
        Named.of("animation", EpochAnimation::writeTo),
        Named.of("small animation", file -> EpochAnimation.writeTo(file).size(2, 3)));
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void sameFile(OfFile listener) throws IOException {
    Path whole = folder.resolve("whole");
    Path resumed = folder.resolve("resumed");
    varied(new FakeRun(listener.apply(whole), EPOCHS, STEPS).start(), 0, EPOCHS * STEPS)
        .end(Outcome.COMPLETED);
    goOnAfter(312, listener, resumed);

    assertThat(resumed).hasSameBinaryContentAs(whole);
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void sameFileIfTheRunWentBackMeanwhile(OfFile listener) throws IOException {
    Path whole = folder.resolve("whole");
    Path wentBack = folder.resolve("back");
    varied(new FakeRun(listener.apply(whole), EPOCHS, STEPS).start(), 0, EPOCHS * STEPS)
        .end(Outcome.COMPLETED);
    ResumableListener other = listener.apply(wentBack);
    FakeRun run = varied(new FakeRun(other, EPOCHS, STEPS).start(), 0, 312);
    byte[] state = other.state();
    varied(run, 312, 372).goBack(312, state);
    varied(run, 312, EPOCHS * STEPS).end(Outcome.COMPLETED);

    assertThat(wentBack).hasSameBinaryContentAs(whole);
  }

  /** Runs for a while after the state was saved, as a process does that is killed later. */
  private static void goOnAfter(int saved, OfFile listener, Path file) {
    ResumableListener first = listener.apply(file);
    FakeRun killed = varied(new FakeRun(first, EPOCHS, STEPS).start(), 0, saved);
    byte[] state = first.state();
    varied(killed, saved, saved + 60);
    FakeRun resumed = new FakeRun(listener.apply(file), EPOCHS, STEPS).resume(saved, state);
    varied(resumed, saved, EPOCHS * STEPS).end(Outcome.COMPLETED);
  }

  private static FakeRun varied(FakeRun run, int from, int to) {
    for (int i = from; i < to; i++) {
      run.step(0.5 + i % 7 * 0.1, 0.25 + i % 11 * 0.01, 1 - i % 13 * 0.02);
    }
    return run;
  }

  @Test
  void reportShowsTheSame() throws IOException {
    Path whole = folder.resolve("whole.html");
    Path resumed = folder.resolve("resumed.html");
    OfFile listener = HtmlReport::writeTo;
    varied(new FakeRun(listener.apply(whole), EPOCHS, STEPS).start(), 0, EPOCHS * STEPS)
        .end(Outcome.COMPLETED);
    goOnAfter(312, listener, resumed);

    assertThat(withoutTimes(resumed)).isEqualTo(withoutTimes(whole));
  }

  private static String withoutTimes(Path report) throws IOException {
    return Pattern.compile("data-written=\"\\d+\"|Started [^<]*|steps in [^<]*")
        .matcher(Files.readString(report))
        .replaceAll("");
  }

  @Test
  void healthIsTheSame() {
    RunHealth whole = RunHealth.watch();
    varied(new FakeRun(whole, 100, 50).start(), 0, 3000);
    RunHealth first = RunHealth.watch();
    varied(new FakeRun(first, 100, 50).start(), 0, 1357);
    RunHealth second = RunHealth.watch();
    varied(new FakeRun(second, 100, 50).resume(1357, first.state()), 1357, 3000);

    assertThat(second.figures().stretches()).isEqualTo(whole.figures().stretches());
    assertThat(second.figures().diversities()).isEqualTo(whole.figures().diversities());
    assertThat(second.figures().diversities()).hasSizeGreaterThan(8);
  }

  @Test
  void fileThatIsGoneIsMadeAnew() throws IOException {
    Path file = folder.resolve("losses.csv");
    LossCsv first = LossCsv.writeTo(file);
    new FakeRun(first, 3, 5).start().steps(7);
    byte[] state = first.state();
    Files.delete(file);
    new FakeRun(LossCsv.continueIn(file), 3, 5).resume(7, state).steps(1).end(Outcome.STOPPED);

    assertThat(file).content().startsWith("step,epoch").contains("\n8,2,").hasLineCount(2);
  }

  @Test
  void fileThatLostLinesIsLeftAlone() throws IOException {
    Path file = folder.resolve("losses.csv");
    LossCsv first = LossCsv.writeTo(file);
    new FakeRun(first, 3, 5).start().steps(7);
    byte[] state = first.state();
    Files.writeString(file, "step");
    assertThatThrownBy(() -> new FakeRun(LossCsv.continueIn(file), 3, 5).resume(7, state))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("must have at least the");
    assertThat(file).hasContent("step");
  }

  @Test
  void newRunNeedsNewFiles() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> LossCsv.writeTo(file)).hasMessageContaining("must be a new file");
    assertThatThrownBy(() -> TrainingLog.writeTo(file)).hasMessageContaining("must be a new file");
    assertThatThrownBy(() -> LossCsv.continueIn(folder)).hasMessageContaining("must be a new file");
  }

  @ParameterizedTest
  @MethodSource("listeners")
  void damagedStateIsRefused(OfFile listener) {
    ResumableListener first = listener.apply(folder.resolve("a"));
    new FakeRun(first, 3, 5).start().steps(7);
    byte[] state = first.state();
    byte[] shorter = Arrays.copyOf(state, state.length - 1);
    byte[] other = state.clone();
    other[3]++;
    assertThatThrownBy(
            () -> new FakeRun(listener.apply(folder.resolve("b")), 3, 5).resume(7, shorter))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot read the state of");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FakeRun(listener.apply(folder.resolve("c")), 3, 5).resume(7, other))
        .withMessageContaining("must have the version 1, has 2");
  }
}
