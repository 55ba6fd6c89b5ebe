package io.github.gan4j.internal.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The configuration as files of format 2 hold it: one object with all fields side by side, some
 * under other names.
 */
final class FlatConfig {
  /** The format of such files, models and checkpoints alike. */
  static final String VERSION = "2";

  private final JsonObject flat;
  private final JsonObject nested = new JsonObject();

  private FlatConfig(JsonObject flat) {
    this.flat = flat;
  }

  /** Returns a flat configuration as today's, and any other as it is. */
  static JsonElement nested(JsonElement config) {
    return config instanceof JsonObject object && object.has("latentDim")
        ? new FlatConfig(object.deepCopy()).nested()
        : config;
  }

  private JsonObject nested() {
    move("latentDim", "latent", "dim");
    move("latent", "latent", "distribution");
    move("normalization", "normalization");
    move("generator", "generator", "network");
    move("generatorOutput", "generator", "output");
    move("generatorOptimizer", "generator", "optimizer");
    move("averaging", "generator", "emaDecay");
    move("discriminator", "discriminator", "network");
    move("discriminatorOptimizer", "discriminator", "optimizer");
    move("packing", "discriminator", "packing");
    move("minibatchDeviation", "discriminator", "minibatchStdDev");
    if (flat.remove("turns") instanceof JsonObject turns) {
      part("generator").add("updatesPerStep", turns.get("generator"));
      part("discriminator").add("updatesPerStep", turns.get("discriminator"));
    }
    move("loss", "objective", "loss");
    move("conditioning", "objective", "conditioning");
    move("regularization", "objective", "regularization");
    move("batchSize", "schedule", "batchSize");
    move("generatorBatchSize", "schedule", "generatorBatchSize");
    move("epochs", "schedule", "epochs");
    move("stepsPerEpoch", "schedule", "stepsPerEpoch");
    move("rateSchedule", "schedule", "rateSchedule");
    move("seed", "seed");
    // What is left is unknown, which the reader of today's form says.
    flat.entrySet().forEach(left -> nested.add(left.getKey(), left.getValue()));
    return nested;
  }

  private void move(String from, String to) {
    if (flat.has(from)) {
      nested.add(to, flat.remove(from));
    }
  }

  private void move(String from, String part, String to) {
    if (flat.has(from)) {
      part(part).add(to, flat.remove(from));
    }
  }

  private JsonObject part(String name) {
    if (!nested.has(name)) {
      nested.add(name, new JsonObject());
    }
    return nested.getAsJsonObject(name);
  }
}
