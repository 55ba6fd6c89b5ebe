package io.github.gan4j.internal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  @TempDir private Path folder;

  @Test
  void aFileIsOpenedForReading() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "abc");

    try (FileChannel channel = InputFile.open(file)) {
      assertThat(channel.size()).isEqualTo(3);
    }
  }

  @Test
  void whatIsNotThereIsToldByItsPath() throws IOException {
    Path missing = folder.resolve("missing");
    Path inFile = Files.writeString(folder.resolve("a.txt"), "abc").resolve("b");

    assertRefused(missing, NoSuchFileException.class, missing + ": does not exist");
    assertRefused(inFile, NoSuchFileException.class, inFile + ": does not exist");
  }

  @Test
  void aFolderIsToldAsOneByItsPathAlsoIfThatIsEmpty() {
    assertRefused(folder, FileSystemException.class, folder + ": must be a file, is a folder");
    assertRefused(
        Path.of(""),
        FileSystemException.class,
        Path.of("").toAbsolutePath() + ": must be a file, is a folder");
  }

  @Test
  void aFileThatMayNotBeReadIsToldByItsPath() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "abc");
    assumeThat(file.toFile().setReadable(false) && !Files.isReadable(file))
        .as("not for the superuser, nor on Windows")
        .isTrue();

    assertRefused(file, AccessDeniedException.class, file + ": may not be read");
  }

  private static void assertRefused(Path path, Class<? extends IOException> type, String message) {
    assertThatExceptionOfType(type)
        .isThrownBy(() -> InputFile.open(path).close())
        .withMessage(message);
  }
}
