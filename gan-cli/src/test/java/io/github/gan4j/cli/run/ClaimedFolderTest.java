package io.github.gan4j.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gan4j.error.FolderInUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimedFolderTest {
  private static final int RUNS = 12;

  @TempDir Path parent;

  @Test
  void runsWithoutOutGetFoldersOfTheirOwnHoweverManyStartAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(RUNS);
    List<ClaimedFolder> claimed = new ArrayList<>();
    try {
      List<Callable<ClaimedFolder>> starts = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        starts.add(() -> ClaimedFolder.byDefault(parent, "mnist"));
      }
      Set<Path> paths = new HashSet<>();
      for (Future<ClaimedFolder> start : threads.invokeAll(starts)) {
        claimed.add(start.get());
        paths.add(start.get().folder().path());
      }
      assertThat(paths)
          .hasSize(RUNS)
          .allMatch(Files::isDirectory)
          .allMatch(path -> path.getFileName().toString().matches("mnist-\\d{8}-\\d{6}(-\\d+)?"));
    } finally {
      claimed.forEach(ClaimedFolder::close);
      threads.shutdown();
    }
  }

  @Test
  void aFolderThatIsGivenIsOneRunsUntilItIsClosed() throws IOException {
    Path out = parent.resolve("mine");
    try (ClaimedFolder first = ClaimedFolder.given(out)) {
      assertThat(first.folder().path()).isEqualTo(out);
      assertThatExceptionOfType(FolderInUseException.class)
          .isThrownBy(() -> ClaimedFolder.given(out).close())
          .withMessageContaining(out.toString());
    }
    ClaimedFolder.given(out).close();
  }

  @Test
  void aRunThatLeavesNothingLeavesNoFolder() throws IOException {
    Path out = parent.resolve("a").resolve("b");
    ClaimedFolder.given(out).close();
    assertThat(parent).isEmptyDirectory();
  }
}
