package io.github.gan4j.internal.file;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON that nobody vouches for: strict, shallow, and with errors that name the field. Users'
 * programs pin old versions of Gson, which know neither a strict mode nor a limit of nesting.
 */
final class Json {
  private static final int MAX_DEPTH = 16;
  private static final TypeAdapter<JsonElement> VALUES = new Gson().getAdapter(JsonElement.class);

  private Json() {}

  /** Parses one value, which must be all of the text. */
  static JsonElement parse(String text) throws JsonException {
    JsonSyntax.check(text);
    JsonReader reader = new JsonReader(new StringReader(text));
    try {
      JsonElement value = element(reader, 0);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonException("must be one JSON value, has more after it");
      }
      return value;
    } catch (JsonSyntaxException | JsonIOException | IOException | NumberFormatException e) {
      throw new JsonException("must be JSON: " + e.getMessage(), e);
    }
  }

  /** Gson's own parser takes the last of two equal keys, another program perhaps the first. */
  private static JsonElement element(JsonReader reader, int depth)
      throws IOException, JsonException {
    JsonToken next = reader.peek();
    if (depth == MAX_DEPTH && (next == JsonToken.BEGIN_ARRAY || next == JsonToken.BEGIN_OBJECT)) {
      throw new JsonException("must be nested at most " + MAX_DEPTH + " deep, is deeper");
    }
    if (next == JsonToken.BEGIN_ARRAY) {
      JsonArray array = new JsonArray();
      reader.beginArray();
      while (reader.hasNext()) {
        array.add(element(reader, depth + 1));
      }
      reader.endArray();
      return array;
    }
    if (next == JsonToken.BEGIN_OBJECT) {
      JsonObject object = new JsonObject();
      reader.beginObject();
      while (reader.hasNext()) {
        String key = reader.nextName();
        if (object.has(key)) {
          throw new JsonException("must have each key once, has two " + key);
        }
        object.add(key, element(reader, depth + 1));
      }
      reader.endObject();
      return object;
    }
    return VALUES.read(reader);
  }

  static JsonArray toJson(List<? extends Number> numbers) {
    JsonArray array = new JsonArray();
    numbers.forEach(array::add);
    return array;
  }

  static JsonObject object(JsonElement value, String path) throws JsonException {
    if (!value.isJsonObject()) {
      throw new JsonException(path + " must be an object, is " + kind(value));
    }
    return value.getAsJsonObject();
  }

  static JsonElement member(JsonObject object, String key, String path) throws JsonException {
    JsonElement value = object.get(key);
    if (value == null) {
      throw new JsonException(path + " must have a " + key + ", has " + object.keySet());
    }
    return value;
  }

  static String string(JsonElement value, String path) throws JsonException {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new JsonException(path + " must be text, is " + kind(value));
    }
    return value.getAsString();
  }

  static long integer(JsonElement value, String path) throws JsonException {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      try {
        return Long.parseLong(value.getAsString());
      } catch (NumberFormatException e) {
        throw new JsonException(path + " must be a whole number, is " + kind(value), e);
      }
    }
    throw new JsonException(path + " must be a whole number, is " + kind(value));
  }

  static double number(JsonElement value, String path) throws JsonException {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw new JsonException(path + " must be a number, is " + kind(value));
    }
    return value.getAsDouble();
  }

  static boolean bool(JsonElement value, String path) throws JsonException {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      throw new JsonException(path + " must be true or false, is " + kind(value));
    }
    return value.getAsBoolean();
  }

  static JsonArray array(JsonElement value, String path) throws JsonException {
    if (!value.isJsonArray()) {
      throw new JsonException(path + " must be a list, is " + kind(value));
    }
    return value.getAsJsonArray();
  }

  static List<Long> longs(JsonElement value, String path) throws JsonException {
    List<Long> numbers = new ArrayList<>();
    for (JsonElement element : array(value, path)) {
      numbers.add(integer(element, path));
    }
    return numbers;
  }

  /** A value for an error message, cut short. */
  private static String kind(JsonElement value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
