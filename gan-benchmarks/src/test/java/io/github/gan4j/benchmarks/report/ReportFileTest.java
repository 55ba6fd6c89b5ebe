package io.github.gan4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
  private static final String EMPTY =
      "# Before\n<!-- comparison:begin -->\nold\n<!-- comparison:end -->\nAfter $1 \\ é\n";

  @TempDir Path folder;
  private Path file;
  private ReportFile report;

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("report.md");
    Files.writeString(file, EMPTY);
    report = new ReportFile(file, List.of("first", "second", "third"));
  }

  @Test
  void aSectionReplacesTheRegionOnly() throws IOException {
    report.put("second", "\ntext $2\n\n| a |\n\n");

    assertThat(file)
        .hasContent(
            """
            # Before
            <!-- comparison:begin -->
            <!-- comparison:section second -->
            text $2

            | a |

            <!-- comparison:end -->
            After $1 \\ é
            """);
  }

  @Test
  void otherSectionsStayAndAllAreInOrder() throws IOException {
    report.put("third", "3");
    report.put("first", "1\n\n<!-- a remark -->\n\nmore");
    report.put("second", "2");

    assertThat(Files.readString(file))
        .contains(
            """
            <!-- comparison:begin -->
            <!-- comparison:section first -->
            1

            <!-- a remark -->

            more

            <!-- comparison:section second -->
            2

            <!-- comparison:section third -->
            3

            <!-- comparison:end -->
            """);
  }

  @Test
  void aSectionOfTheSameNameIsReplaced() throws IOException {
    report.put("first", "1");
    report.put("second", "2");
    String once = Files.readString(file);

    report.put("first", "one");
    report.put("first", "1");

    assertThat(file).hasContent(once);
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    report.put("first", "1");

    assertThat(folder.toFile().list()).containsExactly("report.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!-- comparison:begin -->",
        "<!-- comparison:end -->",
        "<!-- comparison:end --> <!-- comparison:begin -->"
      })
  void aFileWithoutMarkersIsRefusedAndStaysAsItIs(String text) throws IOException {
    Files.writeString(file, text);

    assertThatThrownBy(report::check).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> report.put("first", "1"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file
                + " must have a line <!-- comparison:begin --> and after it a line"
                + " <!-- comparison:end -->");
    assertThat(file).hasContent(text);
  }

  @Test
  void aFileThatIsNotThereIsTold() throws IOException {
    Files.delete(file);

    assertThatThrownBy(report::check)
        .isInstanceOf(IOException.class)
        .hasMessage("there is no file " + file);
  }
}
