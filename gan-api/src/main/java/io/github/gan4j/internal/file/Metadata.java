package io.github.gan4j.internal.file;

import com.google.gson.JsonElement;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanConfigValidator;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.network.NetworkSpecs;
import io.github.gan4j.training.History;
import java.nio.file.Path;

/** What this library's files say beside their tensors, as JSON in the metadata. */
final class Metadata {
  static final String CONFIG = "gan4j.config";
  static final String DATASET = "gan4j.dataset";
  static final String HISTORY = "gan4j.history";

  private final Path file;
  private final SafeTensors content;

  Metadata(Path file, SafeTensors content) {
    this.file = file;
    this.content = content;
  }

  /**
   * Checks what kind of file it is.
   *
   * @param kind for messages, such as "model"
   */
  void requireVersion(String key, String version, String kind) {
    String found = content.metadata().get(key);
    if (!version.equals(found) && !FlatConfig.VERSION.equals(found)) {
      throw new ModelFormatException(
          file,
          "metadata %s must be %s, is %s; not a %s of this library, or of another version of it?"
              .formatted(key, version, found == null ? "missing" : found, kind),
          null);
    }
  }

  /** Returns the configuration, which may be in the form of an earlier version. */
  GanConfig config() {
    try {
      JsonElement json = FlatConfig.nested(Json.parse(text(CONFIG)));
      return GanConfigValidator.validate(RecordJson.read(json, GanConfig.class, CONFIG)).valid();
    } catch (JsonException e) {
      throw new ModelFormatException(file, "metadata: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(file, "metadata: " + CONFIG + ": " + e.getMessage(), e);
    }
  }

  DatasetFingerprint dataset() {
    return record(DATASET, DatasetFingerprint.class);
  }

  History history() {
    return record(HISTORY, History.class);
  }

  <T extends Record> T record(String key, Class<T> type) {
    try {
      return RecordJson.read(Json.parse(text(key)), type, key);
    } catch (JsonException e) {
      throw new ModelFormatException(file, "metadata: " + e.getMessage(), e);
    }
  }

  private String text(String key) {
    String text = content.metadata().get(key);
    if (text == null) {
      throw new ModelFormatException(file, "metadata must have " + key, null);
    }
    return text;
  }

  NetworkSpec generator(GanConfig config, ImageShape shape) {
    try {
      return NetworkSpecs.generator(config, shape);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw tooLarge(e);
    }
  }

  NetworkSpec discriminator(GanConfig config, ImageShape shape) {
    try {
      return NetworkSpecs.discriminator(config, shape);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw tooLarge(e);
    }
  }

  private ModelFormatException tooLarge(RuntimeException e) {
    return new ModelFormatException(file, "metadata " + CONFIG + ": " + e.getMessage(), e);
  }
}
