package io.github.gan4j.internal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeTheOldFile() throws IOException {
    file = Files.writeString(folder.resolve("a.bin"), "old");
  }

  @Test
  void anExistingFileIsReplaced() throws IOException {
    AtomicFile.write(file, out -> out.write(NEW));
    assertThat(file).hasBinaryContent(NEW);
    assertThat(folder.toFile().list()).containsExactly("a.bin");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSymbolicLinkStaysAndItsTargetIsWritten() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a.bin"));
    Path dangling =
        Files.createSymbolicLink(folder.resolve("dangling"), elsewhere.resolve("b.bin"));
    AtomicFile.write(link, out -> out.write(NEW));
    AtomicFile.write(dangling, out -> out.write(NEW));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasBinaryContent(NEW);
    assertThat(dangling).isSymbolicLink();
    assertThat(elsewhere.resolve("b.bin")).hasBinaryContent(NEW);
    assertThat(elsewhere.toFile().list()).containsExactly("b.bin");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCircleOfSymbolicLinksIsCalledSo() throws IOException {
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    assertThatIOException()
        .isThrownBy(() -> AtomicFile.write(circle, out -> out.write(NEW)))
        .withMessage(
            "cannot write %s: it is a symbolic link of more than 40 links, or of a circle of them",
            circle);
  }

  @Test
  void moreThanTheBufferArrivesWhole() throws IOException {
    byte[] large = new byte[300_001];
    large[300_000] = 7;
    AtomicFile.write(file, out -> out.write(large));
    assertThat(file).hasBinaryContent(large);
  }

  @Test
  void theOldFileStaysWhileTheNewOneIsWritten() throws IOException {
    AtomicFile.write(
        file,
        out -> {
          out.write(NEW);
          out.flush();
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void interruptedThreadWritesTheFileAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    AtomicFile.write(file, out -> out.write(NEW));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void threadThatIsInterruptedMeanwhileBeginsAgain() throws IOException {
    int[] times = new int[1];
    AtomicFile.write(
        file,
        out -> {
          if (++times[0] == 1) {
            Thread.currentThread().interrupt();
          }
          out.write(NEW);
        });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(times[0]).isEqualTo(2);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(folder.toFile().list()).containsExactly("a.bin");
  }

  @Test
  void theOldFileStaysWhenTheContentFails() {
    assertThatIOException()
        .isThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(NEW);
                      throw new IOException("disk full");
                    }))
        .withMessage("cannot write " + file + ": disk full");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.bin");
  }

  @Test
  void theOldFileStaysWhenTheContentThrowsAnythingElse() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      throw new IllegalStateException("closed");
                    }));
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.bin");
  }

  @Test
  void aFolderInTheFilesPlaceStaysAndNothingIsLeftBeside() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();
    assertThatIOException().isThrownBy(() -> AtomicFile.write(taken, out -> out.write(NEW)));
    assertThat(taken.resolve("inside")).isDirectory();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.bin", "taken");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path inside = folder.resolve("none/a.bin");
    assertThatIOException()
        .isThrownBy(() -> AtomicFile.write(inside, out -> out.write(NEW)))
        .withMessage("cannot write %s: %s does not exist", inside, inside.getParent());
  }

  @Test
  void whatIsNoPlaceForAFileIsToldAsSuch() {
    assertFails(Path.of("/").toAbsolutePath(), "cannot write %1$s: it is a folder");
    assertFails(folder, "cannot write %1$s: it is a folder");
    assertFails(Path.of(""), "cannot write %2$s: it is a folder");
    assertFails(file.resolve("a.bin"), "cannot write %1$s: " + file + " is not a folder");
  }

  @Test
  void messagesCallTheFileByWhatItIs() {
    Path inside = folder.resolve("none/a.bin");

    assertThatIOException()
        .isThrownBy(() -> AtomicFile.write("report", inside, out -> out.write(NEW)))
        .withMessage("cannot write report %s: %s does not exist", inside, inside.getParent());
    assertThatIOException()
        .isThrownBy(() -> AtomicFile.write("report", folder, out -> out.write(NEW)))
        .withMessage("cannot write report %s: it is a folder", folder);
    assertThatIOException()
        .isThrownBy(
            () ->
                AtomicFile.write(
                    "report",
                    file,
                    out -> {
                      throw new IOException("disk full");
                    }))
        .withMessage("cannot write report %s: disk full", file);
  }

  @Test
  void whatTheSystemRefusesIsToldOfTheFileAndNotOfTheOneBesideIt() {
    Path tooLong = folder.resolve("a".repeat(255));

    assertThatIOException()
        .isThrownBy(() -> AtomicFile.write(tooLong, out -> out.write(NEW)))
        .withMessageMatching("cannot write \\Q" + tooLong + "\\E: [^/]+");
  }

  private static void assertFails(Path path, String message) {
    assertThatIOException()
        .isThrownBy(() -> AtomicFile.write(path, out -> out.write(NEW)))
        .withMessage(message.formatted(path, path.toAbsolutePath()));
  }
}
