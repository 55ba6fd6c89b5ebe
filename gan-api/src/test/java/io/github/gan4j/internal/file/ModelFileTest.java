package io.github.gan4j.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.gan4j.Gan;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.internal.file.SafeTensors.FloatTensor;
import io.github.gan4j.internal.network.NetworkSpecs;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final GanConfig CONFIG =
      Gan.builder()
          .latentDim(2)
          .normalization(0.25, 0.75)
          .generator(g -> g.hidden(3).batchNorm(BatchNorm.of(0.1, 0.8)))
          .discriminator(d -> d.hidden(2))
          .penalty(GradientPenalty.r1(0.1).every(4))
          .penalty(GradientPenalty.r2(0.2))
          .clipWeights(3)
          .labels(new Labels(0.9, 0.1, 0.2))
          .instanceNoise(0.5, 100)
          .discriminatorUpdatesPerStep(2)
          .generatorUpdatesPerStep(3)
          .rateSchedule(RateSchedule.cosine(50, 0.1).warmUp(5))
          .config();
  private static final ImageShape SHAPE = ImageShape.grey(1, 2);
  private static final DatasetFingerprint DATASET =
      new DatasetFingerprint("pets", 25000, SHAPE, List.of("cat", "dog"), "0af1");
  private static final History HISTORY =
      new History(
          List.of(new EpochSummary(1, 937, 1.0 / 3, 0.7, 0.6, 0.4, 0.3, 0.2, 0.1, 2e-4, 1e-4)));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeTheModel() throws IOException {
    file = folder.resolve("model.safetensors");
    ModelFile.write(
        file,
        new ModelState(
            CONFIG,
            DATASET,
            HISTORY,
            state(NetworkSpecs.generator(CONFIG, SHAPE), 1),
            state(NetworkSpecs.discriminator(CONFIG, SHAPE), 1000)));
  }

  @Test
  void aModelReadsBackEqual() throws IOException {
    ModelState read = ModelFile.read(file);
    assertThat(read.config()).isEqualTo(CONFIG);
    assertThat(read.dataset()).isEqualTo(DATASET);
    assertThat(read.shape()).isEqualTo(SHAPE);
    assertThat(read.history()).isEqualTo(HISTORY);
    NetworkState generator = state(NetworkSpecs.generator(CONFIG, SHAPE), 1);
    assertThat(read.generator().parameters()).containsExactly(generator.parameters());
    assertThat(read.generator().buffers()).containsExactly(generator.buffers()).hasSize(6);
    assertThat(read.discriminator().parameters())
        .containsExactly(state(NetworkSpecs.discriminator(CONFIG, SHAPE), 1000).parameters());
    assertThat(read.discriminator().buffers()).isEmpty();
  }

  @Test
  void tensorsHaveTheNamesThatOtherProgramsRead() throws IOException {
    SafeTensors content = SafeTensors.read(file);
    assertThat(content.tensors().keySet())
        .containsExactly(
            "generator.layers.0.linear.weight",
            "generator.layers.0.batch_norm.weight",
            "generator.layers.0.batch_norm.bias",
            "generator.layers.1.linear.weight",
            "generator.layers.1.linear.bias",
            "generator.layers.0.batch_norm.running_mean",
            "generator.layers.0.batch_norm.running_var",
            "discriminator.layers.0.linear.weight",
            "discriminator.layers.0.linear.bias",
            "discriminator.layers.1.linear.weight",
            "discriminator.layers.1.linear.bias");
    assertThat(content.tensors().get("generator.layers.1.linear.weight").shape())
        .containsExactly(2, 3);
    assertThat(content.metadata())
        .containsOnlyKeys("gan4j.format", "gan4j.config", "gan4j.dataset", "gan4j.history")
        .containsEntry("gan4j.format", "3");
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    changeMetadata("gan4j.format", "1");
    assertRefused("metadata gan4j.format must be 3, is 1; not a model of this library");
    changeMetadata("gan4j.format", null);
    assertRefused("metadata gan4j.format must be 3, is missing");
  }

  @Test
  void missingMetadataIsNamed() throws IOException {
    for (String key : List.of("gan4j.config", "gan4j.dataset", "gan4j.history")) {
      writeTheModel();
      changeMetadata(key, null);
      assertRefused("metadata must have " + key);
    }
  }

  @Test
  void aMisspeltOrSenselessFieldIsNamed() throws IOException {
    String config = SafeTensors.read(file).metadata().get("gan4j.config");
    changeMetadata("gan4j.config", config.replace("\"dim\"", "\"din\""));
    assertRefused("metadata: gan4j.config.latent must have dim");
    changeMetadata("gan4j.config", config.replace("\"dim\":2", "\"dim\":-2"));
    assertRefused("metadata: gan4j.config.latent: latentDim must be at least 1, was -2");
    writeTheModel();
    String dataset = SafeTensors.read(file).metadata().get("gan4j.dataset");
    changeMetadata("gan4j.dataset", dataset.replace("\"height\":1", "\"height\":0"));
    assertRefused("metadata: gan4j.dataset.shape: image channels, height and width must be");
    changeMetadata("gan4j.dataset", dataset.replace("25000", "0"));
    assertRefused("metadata: gan4j.dataset: images must be at least 1, was 0");
    changeMetadata("gan4j.dataset", "{\"name\":1");
    assertRefused("metadata: must be JSON: ");
  }

  @Test
  void theSameModelGivesTheSameBytes() throws IOException {
    byte[] before = Files.readAllBytes(file);
    writeTheModel();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void networksTooLargeForMemoryAreRefusedBeforeItIsTaken() throws IOException {
    String config = SafeTensors.read(file).metadata().get("gan4j.config");
    for (String widths : List.of("2147483647", "2147483647,2147483647", "500000000", "300,70000")) {
      writeTheModel();
      changeMetadata(
          "gan4j.config", config.replace("\"hidden\":[3]", "\"hidden\":[" + widths + "]"));
      assertRefused("");
    }
  }

  @Test
  void aMissingTensorIsNamed() throws IOException {
    SafeTensors content = SafeTensors.read(file);
    for (String name : content.tensors().keySet()) {
      Map<String, FloatTensor> rest = new LinkedHashMap<>(content.tensors());
      rest.remove(name);
      new SafeTensors(content.metadata(), rest).write(file);
      assertRefused("tensor " + name + " must have the shape ");
      assertRefused("is missing");
    }
  }

  @Test
  void aTensorOfAnotherShapeIsNamedEvenIfItsSizeFits() throws IOException {
    SafeTensors content = SafeTensors.read(file);
    Map<String, FloatTensor> changed = new LinkedHashMap<>(content.tensors());
    changed.computeIfPresent(
        "generator.layers.0.linear.weight",
        (name, tensor) -> new FloatTensor(List.of(2, 3), tensor.values()));
    new SafeTensors(content.metadata(), changed).write(file);
    assertRefused("tensor generator.layers.0.linear.weight must have the shape [3, 2], has [2, 3]");
  }

  @Test
  void anyFlippedBitOfTheHeaderIsRefusedOrReadAsAnotherModel() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int values = 0;
    for (FloatTensor tensor : SafeTensors.read(file).tensors().values()) {
      values += tensor.size();
    }
    for (int at = 0; at < whole.length - values * Float.BYTES; at++) {
      // Three of the eight bits tell digits, letters and signs apart.
      for (int bit : new int[] {0, 4, 6}) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << bit);
        Files.write(file, flipped);
        Throwable thrown = catchThrowable(() -> ModelFile.read(file));
        if (thrown != null) {
          assertThat(thrown)
              .as("bit %d of byte %d", bit, at)
              .isExactlyInstanceOf(ModelFormatException.class);
        }
      }
    }
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelFile.read(file))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining(message);
  }

  private void changeMetadata(String key, String value) throws IOException {
    SafeTensors content = SafeTensors.read(file);
    Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
    if (value == null) {
      metadata.remove(key);
    } else {
      metadata.put(key, value);
    }
    new SafeTensors(metadata, content.tensors()).write(file);
  }

  private static NetworkState state(NetworkSpec spec, float first) {
    return new NetworkState(
        counting(spec.parameterCount(), first), counting(spec.bufferCount(), -first));
  }

  private static float[] counting(int count, float first) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = first + i;
    }
    return values;
  }
}
