package io.github.gan4j.internal.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NetworkSpec.Part;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.file.ModelState.NetworkState;
import io.github.gan4j.internal.file.SafeTensors.FloatTensor;
import io.github.gan4j.internal.network.NetworkSpecs;
import io.github.gan4j.training.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained GAN as a safetensors file: tensors {@code generator.…} and {@code discriminator.…},
 * configuration, image shape and history as JSON in the metadata.
 */
public final class ModelFile {
  private static final String VERSION_KEY = "gan4j.format";
  private static final String VERSION = "1";
  private static final String CONFIG_KEY = "gan4j.config";
  private static final String SHAPE_KEY = "gan4j.image_shape";
  private static final String HISTORY_KEY = "gan4j.history";
  private static final String NORMALIZATION = "normalization";
  private static final String GENERATOR = "generator.";
  private static final String DISCRIMINATOR = "discriminator.";

  private ModelFile() {}

  /** Writes a model, whole or not at all. */
  public static void write(Path file, ModelState model) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(VERSION_KEY, VERSION);
    metadata.put(CONFIG_KEY, RecordJson.write(model.config()).toString());
    metadata.put(SHAPE_KEY, RecordJson.write(model.shape()).toString());
    metadata.put(HISTORY_KEY, RecordJson.write(model.history()).toString());
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    NetworkSpec generator = NetworkSpecs.generator(model.config(), model.shape());
    NetworkSpec discriminator = NetworkSpecs.discriminator(model.config(), model.shape());
    add(tensors, GENERATOR, generator, model.generator());
    add(tensors, DISCRIMINATOR, discriminator, model.discriminator());
    new SafeTensors(metadata, tensors).write(file);
  }

  /**
   * Reads a model.
   *
   * @throws ModelFormatException if the file is none; the message names the byte or field
   * @throws IOException if it cannot be read
   */
  public static ModelState read(Path file) throws IOException {
    SafeTensors content = SafeTensors.read(file);
    String version = content.metadata().get(VERSION_KEY);
    if (!VERSION.equals(version)) {
      throw new ModelFormatException(
          file,
          "metadata %s must be %s, is %s; not a model of this library, or of a later version?"
              .formatted(VERSION_KEY, VERSION, version == null ? "missing" : version),
          null);
    }
    GanConfig config = metadata(file, content, CONFIG_KEY, GanConfig.class);
    ImageShape shape = metadata(file, content, SHAPE_KEY, ImageShape.class);
    History history = metadata(file, content, HISTORY_KEY, History.class);
    NetworkSpec generator;
    NetworkSpec discriminator;
    try {
      generator = NetworkSpecs.generator(config, shape);
      discriminator = NetworkSpecs.discriminator(config, shape);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ModelFormatException(file, "metadata " + CONFIG_KEY + ": " + e.getMessage(), e);
    }
    return new ModelState(
        config,
        shape,
        history,
        state(file, content, GENERATOR, generator),
        state(file, content, DISCRIMINATOR, discriminator));
  }

  private static <T extends Record> T metadata(
      Path file, SafeTensors content, String key, Class<T> type) {
    String text = content.metadata().get(key);
    if (text == null) {
      throw new ModelFormatException(file, "metadata must have " + key, null);
    }
    try {
      JsonElement json = Json.parse(text);
      if (type == GanConfig.class) {
        addWhatOlderFilesLack(json);
      }
      return RecordJson.read(json, type, key);
    } catch (JsonException e) {
      throw new ModelFormatException(file, "metadata: " + e.getMessage(), e);
    }
  }

  /** Before normalisation could be set, pixels were shown as they stand in images. */
  private static void addWhatOlderFilesLack(JsonElement config) {
    if (config instanceof JsonObject object && !object.has(NORMALIZATION)) {
      object.add(NORMALIZATION, RecordJson.write(new Normalization(0.5, 0.5)));
    }
  }

  private static void add(
      Map<String, FloatTensor> tensors, String prefix, NetworkSpec spec, NetworkState state) {
    addParts(tensors, prefix, spec.parameters(), state.parameters());
    addParts(tensors, prefix, spec.buffers(), state.buffers());
  }

  private static void addParts(
      Map<String, FloatTensor> tensors, String prefix, List<Part> parts, float[] values) {
    for (Part part : parts) {
      float[] own = Arrays.copyOfRange(values, part.offset(), part.offset() + part.size());
      tensors.put(prefix + part.name(), new FloatTensor(part.shape(), own));
    }
  }

  private static NetworkState state(
      Path file, SafeTensors content, String prefix, NetworkSpec spec) {
    return new NetworkState(
        values(file, content, prefix, spec.parameters()),
        values(file, content, prefix, spec.buffers()));
  }

  private static float[] values(Path file, SafeTensors content, String prefix, List<Part> parts) {
    // Shapes are compared first: memory is taken only for values that the file holds.
    for (Part part : parts) {
      FloatTensor tensor = content.tensors().get(prefix + part.name());
      if (tensor == null || !tensor.shape().equals(part.shape())) {
        throw new ModelFormatException(
            file,
            "tensor %s must have the shape %s, %s"
                .formatted(
                    prefix + part.name(),
                    part.shape(),
                    tensor == null ? "is missing" : "has " + tensor.shape()),
            null);
      }
    }
    float[] values = new float[parts.stream().mapToInt(Part::size).sum()];
    for (Part part : parts) {
      FloatTensor tensor = content.tensors().get(prefix + part.name());
      if (tensor != null) {
        System.arraycopy(tensor.values(), 0, values, part.offset(), part.size());
      }
    }
    return values;
  }
}
