package io.github.gan4j.internal.file;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.file.CheckpointState.PlayerState;
import io.github.gan4j.internal.file.CheckpointState.Progress;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.internal.network.NetworkSpecs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A run between two steps as a safetensors file: of each player the values, the running average
 * ({@code generator.average.…}) and the optimiser's two vectors ({@code generator.adam.first.…} and
 * {@code second}, whatever its method), the states of listeners as bytes ({@code listener.…});
 * configuration, dataset, the engine's numerics, history, progress and a checksum of all of it in
 * the metadata.
 */
public final class CheckpointFile {
  private static final String VERSION_KEY = "gan4j.checkpoint";
  private static final String VERSION = "3";
  private static final String PROGRESS = "gan4j.progress";
  private static final String NUMERICS = "gan4j.numerics";
  private static final String GENERATOR = "generator.";
  private static final String DISCRIMINATOR = "discriminator.";
  private static final String LISTENER = "listener.";
  private static final String AVERAGE = "average.";
  private static final String FIRST_MOMENT = "adam.first.";
  private static final String SECOND_MOMENT = "adam.second.";

  private CheckpointFile() {}

  /** Writes a checkpoint, whole or not at all. */
  public static void write(Path file, CheckpointState state) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(VERSION_KEY, VERSION);
    metadata.put(Metadata.CONFIG, RecordJson.write(state.config()).toString());
    metadata.put(Metadata.DATASET, RecordJson.write(state.dataset()).toString());
    if (state.numerics() != null) {
      metadata.put(NUMERICS, state.numerics());
    }
    metadata.put(Metadata.HISTORY, RecordJson.write(state.history()).toString());
    metadata.put(PROGRESS, RecordJson.write(state.progress()).toString());
    NetworkTensors tensors = new NetworkTensors();
    add(
        tensors,
        GENERATOR,
        NetworkSpecs.generator(state.config(), state.shape()),
        state.generator());
    add(
        tensors,
        DISCRIMINATOR,
        NetworkSpecs.discriminator(state.config(), state.shape()),
        state.discriminator());
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    state.listeners().forEach((key, value) -> bytes.put(LISTENER + key, value));
    Checksum.withChecksum(new SafeTensors(metadata, tensors.tensors(), bytes)).write(file);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws ModelFormatException if the file is none, or not as it was written; the message names
   *     the byte or field
   * @throws IOException if it cannot be read
   */
  public static CheckpointState read(Path file) throws IOException {
    return read(file, SafeTensors.read(file));
  }

  /** Returns whether a file says that it is a checkpoint, of whatever version. */
  static boolean isCheckpoint(SafeTensors content) {
    return content.metadata().containsKey(VERSION_KEY);
  }

  static CheckpointState read(Path file, SafeTensors content) {
    Metadata metadata = new Metadata(file, content);
    metadata.requireVersion(VERSION_KEY, VERSION, "checkpoint");
    Checksum.require(file, content);
    GanConfig config = metadata.config();
    DatasetFingerprint dataset = metadata.dataset();
    ImageShape shape = dataset.shape();
    return new CheckpointState(
        config,
        dataset,
        content.metadata().get(NUMERICS),
        metadata.history(),
        metadata.record(PROGRESS, Progress.class),
        player(
            file,
            content,
            GENERATOR,
            metadata.generator(config, shape),
            config.generator().emaDecay() > 0),
        player(file, content, DISCRIMINATOR, metadata.discriminator(config, shape), false),
        listeners(content));
  }

  private static Map<String, byte[]> listeners(SafeTensors content) {
    Map<String, byte[]> listeners = new LinkedHashMap<>();
    content
        .bytes()
        .forEach(
            (name, value) -> {
              if (name.startsWith(LISTENER)) {
                listeners.put(name.substring(LISTENER.length()), value);
              }
            });
    return listeners;
  }

  private static void add(
      NetworkTensors tensors, String prefix, NetworkSpec spec, PlayerState player) {
    ModelFile.add(tensors, prefix, spec, player.values());
    NetworkState average = player.average();
    if (average != null) {
      ModelFile.add(tensors, prefix + AVERAGE, spec, average);
    }
    tensors.add(prefix + FIRST_MOMENT, spec.parameters(), player.moments(), 0);
    tensors.add(prefix + SECOND_MOMENT, spec.parameters(), player.moments(), spec.parameterCount());
  }

  private static PlayerState player(
      Path file, SafeTensors content, String prefix, NetworkSpec spec, boolean averaged) {
    int count = spec.parameterCount();
    NetworkState values = ModelFile.state(file, content, prefix, spec);
    NetworkState average = averaged ? ModelFile.state(file, content, prefix + AVERAGE, spec) : null;
    float[] first = NetworkTensors.read(file, content, prefix + FIRST_MOMENT, spec.parameters());
    float[] second = NetworkTensors.read(file, content, prefix + SECOND_MOMENT, spec.parameters());
    float[] moments = new float[Math.multiplyExact(2, count)];
    System.arraycopy(first, 0, moments, 0, count);
    System.arraycopy(second, 0, moments, count, count);
    return new PlayerState(values, average, moments);
  }
}
