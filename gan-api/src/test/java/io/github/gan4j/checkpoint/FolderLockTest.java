package io.github.gan4j.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gan4j.error.FolderInUseException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300) // Instead of a build that hangs.
class FolderLockTest {
  private static final String LOCK = ".gan4j.lock";

  @TempDir private Path folder;

  @Test
  void aFolderIsTakenOnceAtATime() throws IOException {
    try (FolderLock lock = FolderLock.take(folder)) {
      assertInUse(lock.folder(), ProcessHandle.current().pid());
      assertInUse(folder.resolve("../" + folder.getFileName()), ProcessHandle.current().pid());
    }
    FolderLock.take(folder).close();
  }

  @Test
  void aRefusalDoesNotFreeTheFolder() throws IOException {
    try (FolderLock lock = FolderLock.take(folder)) {
      assertInUse(lock.folder(), ProcessHandle.current().pid());
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> HoldingProcess.take(folder).close());
    }
  }

  @Test
  void anotherProcessIsToldByNumberComputerAndTime() throws IOException {
    try (HoldingProcess other = HoldingProcess.take(folder)) {
      assertThatExceptionOfType(FolderInUseException.class)
          .isThrownBy(() -> FolderLock.take(folder).close())
          .withMessageMatching(
              "folder \\S+ is in use by process \\d+ on \\S+ since"
                  + " \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ; let that run end, or choose"
                  + " another folder")
          .satisfies(e -> assertThat(e.folder()).isEqualTo(folder))
          .satisfies(e -> assertThat(e.holder()).startsWith("process " + other.pid() + " on "));
    }
  }

  @Test
  void whatAKilledProcessLeftStopsNobody() throws IOException {
    HoldingProcess.take(folder).close();
    assertThat(folder.resolve(LOCK)).content().startsWith("process ");

    FolderLock.take(folder).close();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the file stays there, and stops nobody")
  void theLockAndFoldersThatHoldNothingAreRemoved() throws IOException {
    Path made = folder.resolve("a/b");
    FolderLock.take(made).close();
    assertThat(folder).isEmptyDirectory();

    try (FolderLock lock = FolderLock.take(made)) {
      Files.createFile(lock.folder().resolve("model"));
    }
    assertThat(made.toFile().list()).containsExactly("model");
  }

  @Test
  void aFolderThatWasThereIsNeitherNewNorRemoved() throws IOException {
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> FolderLock.takeNew(folder).close());
    FolderLock.take(folder).close();
    assertThat(folder).isDirectory();
  }

  @Test
  void aFileInTheWayIsNamedAndNothingIsLeft() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    for (Path blocked : List.of(file, file.resolve("run"))) {
      for (Callable<FolderLock> take :
          List.<Callable<FolderLock>>of(
              () -> FolderLock.take(blocked), () -> FolderLock.takeNew(blocked))) {
        assertThatExceptionOfType(FileAlreadyExistsException.class)
            .isThrownBy(() -> take.call().close())
            .withMessage(file.toString());
      }
    }
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void ofManyThatTakeAFolderAtOnceOneGetsIt() throws Exception {
    Path shared = folder.resolve("shared");
    for (int round = 0; round < 50; round++) {
      List<FolderLock> taken = atOnce(8, () -> FolderLock.take(shared));
      assertThat(taken).hasSize(1);
      taken.get(0).close();
      Path made = folder.resolve("new" + round);
      List<FolderLock> takenNew = atOnce(8, () -> FolderLock.takeNew(made));
      assertThat(takenNew).hasSize(1);
      takenNew.get(0).close();
    }
  }

  @Test
  void noTwoHaveAFolderThatChangesHands() throws Exception {
    Path shared = folder.resolve("shared");
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    atOnce(
        4,
        () -> {
          for (int i = 0; i < 500; i++) {
            try (FolderLock lock = FolderLock.take(shared)) {
              assertThat(holders.incrementAndGet()).as("holders of %s", lock).isEqualTo(1);
              taken.incrementAndGet();
              holders.decrementAndGet();
            } catch (FolderInUseException e) {
              Thread.onSpinWait();
            }
          }
          return null;
        });
    assertThat(taken).hasPositiveValue();
  }

  @Test
  void anInterruptedThreadTakesItAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    FolderLock lock = FolderLock.take(folder);
    assertThat(Thread.interrupted()).isTrue();
    try (lock) {
      assertInUse(folder, ProcessHandle.current().pid());
    }
  }

  @Test
  void theLockIsKnownByItsName() throws IOException {
    try (FolderLock lock = FolderLock.take(folder)) {
      assertThat(FolderLock.isLock(lock.folder().resolve(LOCK))).isTrue();
      assertThat(FolderLock.isLock(folder.resolve("config.yaml"))).isFalse();
    }
  }

  /** Calls many times at the same moment and returns what those got that were not refused. */
  private static <T> List<T> atOnce(int threads, Callable<T> call) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService service = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            service.submit(
                () -> {
                  start.await();
                  try {
                    return call.call();
                  } catch (FolderInUseException | FileAlreadyExistsException e) {
                    return null;
                  }
                }));
      }
      List<T> got = new ArrayList<>();
      for (Future<T> future : futures) {
        T value = future.get();
        if (value != null) {
          got.add(value);
        }
      }
      return got;
    } finally {
      service.shutdownNow();
    }
  }

  private static void assertInUse(Path folder, long pid) {
    assertThatExceptionOfType(FolderInUseException.class)
        .isThrownBy(() -> FolderLock.take(folder).close())
        .withMessageContaining("in use by process " + pid + " on ");
  }
}
