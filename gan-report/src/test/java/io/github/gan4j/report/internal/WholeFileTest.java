package io.github.gan4j.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void fileIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("a/b/file");
    WholeFile.write(file, new byte[] {1, 2, 3});
    WholeFile.write(file, new byte[] {4});

    assertThat(file).hasBinaryContent(new byte[] {4});
    assertThat(files(file.getParent())).containsExactly(file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whoReadsTheOldFileReadsItToItsEnd() throws IOException {
    Path file = folder.resolve("file");
    WholeFile.write(file, new byte[] {1, 2, 3});
    try (InputStream old = Files.newInputStream(file)) {
      WholeFile.write(file, new byte[] {4, 5, 6, 7});

      assertThat(old.readAllBytes()).containsExactly(1, 2, 3);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSymbolicLinkStaysAndItsTargetIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    WholeFile.write(link, new byte[] {1});

    assertThat(link).isSymbolicLink();
    assertThat(file).hasBinaryContent(new byte[] {1});
  }

  @Test
  void failureLeavesTheTargetAndNothingElse() throws IOException {
    Path target = Files.createDirectories(folder.resolve("file/full"));

    assertThatThrownBy(() -> WholeFile.write(target.getParent(), new byte[1]))
        .isInstanceOf(IOException.class);
    assertThat(files(folder)).containsExactly(target.getParent());
    assertThat(target).isEmptyDirectory();
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    }
  }
}
