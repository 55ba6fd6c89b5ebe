package io.github.gan4j.internal.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.config.Turns;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.network.NetworkSpecs;
import io.github.gan4j.training.History;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this library's files say beside their tensors, as JSON in the metadata. */
final class Metadata {
  static final String CONFIG = "gan4j.config";
  static final String SHAPE = "gan4j.image_shape";
  static final String HISTORY = "gan4j.history";

  private static final Map<String, Object> BEFORE_THERE_WAS_A_CHOICE =
      Map.of(
          "normalization",
          new Normalization(0.5, 0.5),
          "packing",
          1,
          "minibatchDeviation",
          false,
          "regularization",
          Regularization.NONE,
          "turns",
          Turns.ONE_EACH,
          "rateSchedule",
          RateSchedule.CONSTANT);

  private static final List<String> OPTIMIZERS =
      List.of("generatorOptimizer", "discriminatorOptimizer");
  private static final String METHOD = "method";

  private static final List<String> NETWORKS = List.of("generator", "discriminator");
  private static final String SPECTRAL_NORM = "spectralNorm";

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
    if (!version.equals(found)) {
      throw new ModelFormatException(
          file,
          "metadata %s must be %s, is %s; not a %s of this library, or of a later version?"
              .formatted(key, version, found == null ? "missing" : found, kind),
          null);
    }
  }

  GanConfig config() {
    return record(CONFIG, GanConfig.class);
  }

  ImageShape shape() {
    return record(SHAPE, ImageShape.class);
  }

  History history() {
    return record(HISTORY, History.class);
  }

  <T extends Record> T record(String key, Class<T> type) {
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

  /** Adds how it was before there was a choice. */
  private static void addWhatOlderFilesLack(JsonElement config) {
    if (config instanceof JsonObject object) {
      BEFORE_THERE_WAS_A_CHOICE.forEach(
          (key, value) -> {
            if (!object.has(key)) {
              object.add(key, RecordJson.write(value));
            }
          });
      OPTIMIZERS.forEach(key -> addMethod(object.get(key)));
      NETWORKS.forEach(key -> addSpectralNorm(object.get(key)));
    }
  }

  private static void addSpectralNorm(@Nullable JsonElement network) {
    if (network instanceof JsonObject object && !object.has(SPECTRAL_NORM)) {
      object.addProperty(SPECTRAL_NORM, false);
    }
  }

  private static void addMethod(@Nullable JsonElement optimizer) {
    if (optimizer instanceof JsonObject object && !object.has(METHOD)) {
      object.add(METHOD, RecordJson.write(OptimizerConfig.Method.ADAM));
      object.addProperty("weightDecay", 0);
    }
  }
}
