package io.github.gan4j.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
  @TempDir Path folder;

  @Test
  void fileIsReplacedInAFolderThatIsMadeAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("a/b/file");
    OutputFiles.replace("report", file, out -> out.write(new byte[] {1, 2, 3}));
    OutputFiles.replace("report", file, out -> out.write(4));

    assertThat(file).hasBinaryContent(new byte[] {4});
    assertThat(files(file.getParent())).containsExactly(file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSymbolicLinkStaysAndItsTargetIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    OutputFiles.replace("report", link, out -> out.write(1));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasBinaryContent(new byte[] {1});
  }

  @Test
  void failureLeavesTheTargetAndNothingElse() throws IOException {
    Path target = Files.createDirectories(folder.resolve("file/full"));
    Path file = target.getParent();

    assertThatThrownBy(() -> OutputFiles.replace("report", file, out -> out.write(1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write report %s: it is a folder", file);
    assertThat(files(folder)).containsExactly(file);
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedWithTheFile() throws IOException {
    Path taken = Files.createFile(folder.resolve("taken"));
    Path file = taken.resolve("file");

    assertThatThrownBy(() -> OutputFiles.replace("report", file, out -> out.write(1)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write report %s: ", file)
        .hasMessageContaining("taken");
  }

  @Test
  void aFolderInTheFilesPlaceIsRefusedEarly() {
    assertThatThrownBy(() -> OutputFiles.requireFile("report", folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("report must be a file, is a folder: " + folder);
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    }
  }
}
