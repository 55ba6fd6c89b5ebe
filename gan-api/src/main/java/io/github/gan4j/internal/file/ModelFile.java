package io.github.gan4j.internal.file;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.internal.network.NetworkSpecs;
import io.github.gan4j.training.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained GAN as a safetensors file: tensors {@code generator.…} and {@code discriminator.…},
 * configuration, dataset and history as JSON in the metadata.
 */
public final class ModelFile {
  private static final String VERSION_KEY = "gan4j.format";
  private static final String VERSION = "3";
  private static final String GENERATOR = "generator.";
  private static final String DISCRIMINATOR = "discriminator.";

  private ModelFile() {}

  /** Writes a model, whole or not at all. */
  public static void write(Path file, ModelState model) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(VERSION_KEY, VERSION);
    metadata.put(Metadata.CONFIG, RecordJson.write(model.config()).toString());
    metadata.put(Metadata.DATASET, RecordJson.write(model.dataset()).toString());
    metadata.put(Metadata.HISTORY, RecordJson.write(model.history()).toString());
    NetworkTensors tensors = new NetworkTensors();
    add(
        tensors,
        GENERATOR,
        NetworkSpecs.generator(model.config(), model.shape()),
        model.generator());
    add(
        tensors,
        DISCRIMINATOR,
        NetworkSpecs.discriminator(model.config(), model.shape()),
        model.discriminator());
    new SafeTensors(metadata, tensors.tensors()).write(file);
  }

  /**
   * Reads a model, or from a checkpoint the model that the run would have saved after that step.
   *
   * @throws ModelFormatException if the file is neither; the message names the byte or field
   * @throws IOException if it cannot be read
   */
  public static ModelState read(Path file) throws IOException {
    SafeTensors content = SafeTensors.read(file);
    if (CheckpointFile.isCheckpoint(content)) {
      return CheckpointFile.read(file, content).model();
    }
    Metadata metadata = new Metadata(file, content);
    metadata.requireVersion(VERSION_KEY, VERSION, "model");
    GanConfig config = metadata.config();
    DatasetFingerprint dataset = metadata.dataset();
    History history = metadata.history();
    return new ModelState(
        config,
        dataset,
        history,
        state(file, content, GENERATOR, metadata.generator(config, dataset.shape())),
        state(file, content, DISCRIMINATOR, metadata.discriminator(config, dataset.shape())));
  }

  static void add(NetworkTensors tensors, String prefix, NetworkSpec spec, NetworkState state) {
    tensors.add(prefix, spec.parameters(), state.parameters(), 0);
    tensors.add(prefix, spec.buffers(), state.buffers(), 0);
  }

  static NetworkState state(Path file, SafeTensors content, String prefix, NetworkSpec spec) {
    return new NetworkState(
        NetworkTensors.read(file, content, prefix, spec.parameters()),
        NetworkTensors.read(file, content, prefix, spec.buffers()));
  }
}
