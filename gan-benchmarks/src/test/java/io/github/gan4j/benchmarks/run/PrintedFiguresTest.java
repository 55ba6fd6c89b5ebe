package io.github.gan4j.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedFiguresTest {
  private final PrintedFigures figures = new PrintedFigures();

  @Test
  void takesEveryPairOfALine() {
    assertThat(figures.add("recipe=mnist-plain  steps=3 ms_per_step=1.5")).isTrue();

    assertThat(figures.text("recipe")).contains("mnist-plain");
    assertThat(figures.number("steps")).hasValue(3);
    assertThat(figures.number("ms_per_step")).hasValue(1.5);
    assertThat(figures.lastRemark()).isEqualTo("no output");
  }

  @Test
  void aLaterLineReplacesWhatAnEarlierOneSaid() {
    assertThat(figures.add("steps=3 loss=1")).isTrue();
    assertThat(figures.add("steps=4")).isTrue();

    assertThat(figures.number("steps")).hasValue(4);
    assertThat(figures.number("loss")).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARNING: Using incubator modules",
        "steps=3 and more",
        "steps=",
        "=3",
        "Steps=3",
        ""
      })
  void anythingElseIsARemark(String line) {
    assertThat(figures.add(line)).isFalse();

    assertThat(figures.text("steps")).isEmpty();
  }

  @Test
  void whatIsMissingOrNoNumberIsNotGuessed() {
    assertThat(figures.add("peak_rss_mb=unknown")).isTrue();

    assertThat(figures.number("peak_rss_mb")).isEmpty();
    assertThat(figures.number("steps")).isEmpty();
  }

  @Test
  void remarksAreFoundByTheirBeginning() {
    assertThat(figures.add("Core: Haswell")).isFalse();
    assertThat(figures.add("No module named 'torch'")).isFalse();
    assertThat(figures.add("")).isFalse();

    assertThat(figures.remark("Core: ")).contains("Haswell");
    assertThat(figures.remark("Cores: ")).isEmpty();
    assertThat(figures.lastRemark()).isEqualTo("No module named 'torch'");
  }
}
