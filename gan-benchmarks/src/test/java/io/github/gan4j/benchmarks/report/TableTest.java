package io.github.gan4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void isMarkdown() {
    assertThat(new Table("step", "ms").row("first", "3").row("second", ""))
        .hasToString("| step | ms |\n| --- | --- |\n| first | 3 |\n| second |  |\n");
  }

  @Test
  void refusesARowOfAnotherLength() {
    Table table = new Table("step", "ms");

    assertThatThrownBy(() -> table.row("first"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row must have 2 cells, had 1");
  }
}
