package io.github.gan4j.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownSectionIsWrongUsage() {
    assertThat(execute("--out", "report.md", "--only", "steps,speed")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--only must be of [steps, ");
  }

  @Test
  void aReportWithoutMarkersIsRefusedBeforeAnythingIsMeasured() throws IOException {
    Path report = Files.writeString(folder.resolve("report.md"), "text");

    assertThat(execute("--out", report.toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("error: " + report + " must have a line ");
    assertThat(report).hasContent("text");
  }

  @Test
  void theHelpNamesEverySection() {
    assertThat(Compare.commandLine().getUsageMessage().replaceAll("\\s+", " "))
        .contains(String.join(", ", Compare.names()));
  }

  private int execute(String... args) {
    return Compare.commandLine().setErr(new PrintWriter(err, true)).execute(args);
  }
}
