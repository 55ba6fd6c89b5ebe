package io.github.gan4j.benchmarks.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
public final class Table {
  private final int columns;
  private final StringBuilder text = new StringBuilder();

  /** Makes one without rows. */
  public Table(List<String> head) {
    columns = head.size();
    row(head);
    row(Collections.nCopies(columns, "---"));
  }

  /** Makes one without rows. */
  public Table(String... head) {
    this(List.of(head));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not as many cells as the head
   */
  @CanIgnoreReturnValue
  public Table row(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "a row must have %s cells, had %s".formatted(columns, cells.size()));
    }
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    return this;
  }

  /** Adds a row. */
  @CanIgnoreReturnValue
  public Table row(String... cells) {
    return row(List.of(cells));
  }

  /** Returns the Markdown, with a line end. */
  @Override
  public String toString() {
    return text.toString();
  }
}
