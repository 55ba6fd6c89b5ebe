package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.checkpoint.FolderLock;
import io.github.gan4j.error.FolderInUseException;
import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of 2 epochs of 3 steps. */
class OneFolderOneRunTest {
  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();

  @Test
  void whileARunLastsNoOtherSavesIntoItsFolder() throws IOException {
    try (Trainer running = builder().trainer(new NumberedImages(12))) {
      assertInUse(builder());
      step(running);
      assertInUse(builder());
      step(running);
      assertInUse(resumption());
    }
    assertThat(engine.openNetworks()).isZero();
    resumption().train(new NumberedImages(12)).close();
  }

  @Test
  void aRunThatIsOverLeavesItsFolderToTheNext() throws IOException {
    try (Trainer over = builder().trainer(new NumberedImages(12))) {
      over.train().close();

      resumption().epochs(3).train(new NumberedImages(12)).close();
    }
  }

  @Test
  void aRunThatFailedLeavesItsFolderToTheNext() throws IOException {
    try (Trainer failed =
        builder().loss(new DivergingLoss(3, 100)).trainer(new NumberedImages(12))) {
      assertThatExceptionOfType(TrainingDivergedException.class).isThrownBy(failed::train);
      assertThatIllegalStateException().isThrownBy(() -> step(failed));

      Gan.resume(folder.resolve("run"))
          .loss(new DivergingLoss(100, 100))
          .engine(engine)
          .checkpoints(checkpoints())
          .train(new NumberedImages(12))
          .close();
    }
  }

  @Test
  void aRunThatIsRefusedHoldsNothingAndMakesNoFolder() throws IOException {
    builder().train(new NumberedImages(12)).close();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().trainer(new NumberedImages(12)))
        .withMessageContaining("must hold nothing later");
    FolderLock.take(folder.resolve("run")).close();

    builder()
        .checkpoints(Checkpoints.into(folder.resolve("other/run")))
        .trainer(new NumberedImages(12))
        .close();
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void whoHoldsTheFolderOutsideOfALibraryCallHoldsItToo() throws IOException {
    try (FolderLock lock = FolderLock.take(folder.resolve("run"))) {
      assertThat(lock.folder()).isDirectory();
      assertInUse(builder());
    }
    builder().train(new NumberedImages(12)).close();
  }

  private static void assertInUse(GanBuilder builder) {
    assertThatExceptionOfType(FolderInUseException.class)
        .isThrownBy(() -> builder.trainer(new NumberedImages(12)))
        .withMessageContaining("run is in use by process " + ProcessHandle.current().pid());
  }

  private static void step(Trainer trainer) {
    LossEvent unused = trainer.step();
  }

  private Checkpoints checkpoints() {
    return Checkpoints.into(folder.resolve("run")).every(Interval.steps(1));
  }

  private GanBuilder resumption() throws IOException {
    return Gan.resume(folder.resolve("run")).engine(engine).checkpoints(checkpoints());
  }

  private GanBuilder builder() {
    return Settings.linear().emaDecay(0.5).engine(engine).checkpoints(checkpoints());
  }
}
