package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.LabelledImages;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.image.Images;
import io.github.gan4j.training.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crash leaves is enough to generate with. */
class LoadCheckpointTest {
  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void checkpointIsLoadedAsTheModelThatTheRunWasThen(double averaging) throws IOException {
    Path checkpoint = folder.resolve("checkpoint.safetensors");
    try (Trainer trainer =
        Settings.linear().emaDecay(averaging).engine(engine).trainer(new NumberedImages(12))) {
      while (trainer.steps() < 5) {
        assertThat(trainer.step().step()).isEqualTo(trainer.steps());
      }
      trainer.checkpoint(checkpoint);
      try (TrainedGan then = trainer.snapshot();
          TrainedGan loaded = TrainedGan.load(checkpoint, engine)) {
        assertThat(loaded.generate(3, 7).toArray()).containsExactly(then.generate(3, 7).toArray());
        Images images = loaded.generate(3, 7);
        assertThat(loaded.discriminator().logits(images))
            .containsExactly(then.discriminator().logits(images));
        assertThat(loaded.config()).isEqualTo(then.config());
        assertThat(loaded.dataset()).isEqualTo(then.dataset());
        assertThat(loaded.history()).isEqualTo(then.history());
        assertThat(loaded.history().epochs()).hasSize(1);
      }
    }
  }

  @Test
  void ofAFolderTheNewestIsLoaded() throws IOException {
    Checkpoints checkpoints = Checkpoints.into(folder).every(Interval.steps(1));
    try (TrainedGan gan =
            Settings.linear()
                .checkpoints(checkpoints)
                .engine(engine)
                .train(new NumberedImages(12));
        TrainedGan loaded = TrainedGan.load(folder, engine)) {
      assertThat(loaded.generate(2, 7).toArray()).containsExactly(gan.generate(2, 7).toArray());
    }
  }

  @Test
  void damagedCheckpointIsRefusedByItsName() throws IOException {
    Path checkpoint = folder.resolve("checkpoint.safetensors");
    try (Trainer trainer = Settings.linear().engine(engine).trainer(new NumberedImages(12))) {
      trainer.checkpoint(checkpoint);
    }
    byte[] content = Files.readAllBytes(checkpoint);
    content[content.length - 1] ^= 1;
    Files.write(checkpoint, content);

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> TrainedGan.load(checkpoint, engine))
        .withMessageStartingWith(checkpoint + ": ")
        .withMessageContaining("checksum");
  }

  @Test
  void folderWithoutCheckpointsAndWhatIsMissingAreRefused() {
    Path missing = folder.resolve("missing");

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> TrainedGan.load(folder, engine))
        .withMessage("%s: holds no checkpoint-STEP.safetensors", folder);
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> TrainedGan.load(missing, engine))
        .withMessage("%s: does not exist", missing);
  }

  @Test
  void classIsFoundByItsName() {
    LabelledImages animals =
        new LabelledImages(12, 3) {
          @Override
          public List<String> classNames() {
            return List.of("cat", "dog", "3");
          }
        };
    try (TrainedGan gan = Settings.linear().conditional(animals).engine(engine).train(animals)) {
      assertThat(gan.label("dog")).isEqualTo(1);
      assertThat(gan.label("3")).isEqualTo(2);
      assertThat(gan.generate(2, 7, gan.label("dog")).toArray())
          .containsExactly(gan.generator().ofClass(1).generate(2, 7).toArray());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> gan.label("dgo"))
          .withMessage("className must be one of [cat, dog, 3], was dgo");
    }
  }
}
