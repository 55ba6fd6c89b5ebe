package io.github.gan4j.internal.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records of plain values as JSON objects and back: numbers, booleans, text, enums in lower case,
 * lists, records. A null component is left out, and one that is left out is read as null, which the
 * record's own checks take or refuse: {@code @Nullable} cannot be asked, since the library that it
 * comes from need not be there at run time. Unknown keys are refused, so that a misspelt one is
 * noticed.
 */
final class RecordJson {
  private RecordJson() {}

  static JsonElement write(@Nullable Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof Record record) {
      JsonObject object = new JsonObject();
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        Object part = get(record, component);
        if (part != null) {
          object.add(component.getName(), write(part));
        }
      }
      return object;
    }
    if (value instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(element -> array.add(write(element)));
      return array;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean bool) {
      return new JsonPrimitive(bool);
    }
    if (value instanceof Enum<?> constant) {
      return new JsonPrimitive(constant.name().toLowerCase(Locale.ROOT));
    }
    return new JsonPrimitive((String) value);
  }

  static <T extends Record> T read(JsonElement json, Class<T> type, String path)
      throws JsonException {
    JsonObject object = Json.object(json, path);
    RecordComponent[] components = type.getRecordComponents();
    Set<String> unknown = new TreeSet<>(object.keySet());
    @Nullable Object[] arguments = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      unknown.remove(name);
      JsonElement value = object.get(name);
      if (value != null && !value.isJsonNull()) {
        arguments[i] = readValue(value, components[i].getGenericType(), path + "." + name);
      } else if (components[i].getType().isPrimitive()) {
        throw new JsonException(path + " must have " + name + ", has " + object.keySet());
      }
    }
    if (!unknown.isEmpty()) {
      throw new JsonException(path + " has unknown keys " + unknown);
    }
    return construct(type, components, arguments, path);
  }

  private static Object readValue(JsonElement json, Type type, String path) throws JsonException {
    if (type instanceof ParameterizedType list) {
      List<Object> elements = new ArrayList<>();
      for (JsonElement element : Json.array(json, path)) {
        elements.add(
            readValue(
                element, list.getActualTypeArguments()[0], path + "[" + elements.size() + "]"));
      }
      return elements;
    }
    Class<?> target = (Class<?>) type;
    if (target == int.class || target == Integer.class) {
      long value = Json.integer(json, path);
      if (value != (int) value) {
        throw new JsonException(path + " must be a 32-bit number, is " + value);
      }
      return (int) value;
    }
    if (target == long.class) {
      return Json.integer(json, path);
    }
    if (target == double.class || target == Double.class) {
      return Json.number(json, path);
    }
    if (target == boolean.class) {
      return Json.bool(json, path);
    }
    if (target == String.class) {
      return Json.string(json, path);
    }
    if (target.isEnum()) {
      return constant(target, Json.string(json, path), path);
    }
    return read(json, target.asSubclass(Record.class), path);
  }

  private static Object constant(Class<?> type, String text, String path) throws JsonException {
    List<String> known = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
      if (name.equals(text)) {
        return constant;
      }
      known.add(name);
    }
    throw new JsonException(path + " must be one of " + known + ", is " + text);
  }

  private static @Nullable Object get(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static <T extends Record> T construct(
      Class<T> type, RecordComponent[] components, @Nullable Object[] arguments, String path)
      throws JsonException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException problem) {
        throw new JsonException(path + ": " + problem.getMessage(), problem);
      }
      if (e.getCause() instanceof NullPointerException missing) {
        throw new JsonException(path + " must have " + missing.getMessage(), missing);
      }
      throw new IllegalStateException("cannot make " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }
}
