package io.github.gan4j.internal.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.io.AtomicFile;
import io.github.gan4j.internal.io.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named float tensors, bytes and text in one file, in the safetensors format (Hugging Face): 8
 * bytes of header length, a JSON header, raw little-endian values. Python's safetensors package
 * reads them.
 *
 * <p>Reading trusts nothing: every length is checked against the file's before memory is taken.
 *
 * @param metadata free text by key
 * @param tensors tensors of 32-bit floats by name, in the order of the file
 * @param bytes vectors of unsigned bytes by name, after those
 */
public record SafeTensors(
    Map<String, String> metadata, Map<String, FloatTensor> tensors, Map<String, byte[]> bytes) {
  private static final int MAX_HEADER = 16 << 20;
  private static final int CHUNK = 1 << 16;
  private static final String METADATA = "__metadata__";
  private static final String FLOATS = "F32";
  private static final String BYTES = "U8";

  /**
   * Values and their dimensions, outermost first. Not copied: internal.
   *
   * @param values from its position 0 to its limit
   */
  public record FloatTensor(List<Integer> shape, FloatBuffer values) {

    /** Makes one of a whole array. */
    public FloatTensor(List<Integer> shape, float[] values) {
      this(shape, FloatBuffer.wrap(values));
    }

    /** Returns the number of values. */
    public int size() {
      return values.limit();
    }

    /** Writes the values as little-endian bytes, part by part, each at the start of an array. */
    void write(ByteSink sink) throws IOException {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
      int perChunk = CHUNK / Float.BYTES;
      for (int i = 0; i < size(); i += perChunk) {
        int count = Math.min(perChunk, size() - i);
        chunk.asFloatBuffer().put(values.slice(i, count));
        sink.take(chunk.array(), count * Float.BYTES);
      }
    }
  }

  /** Takes bytes from the start of an array. */
  @FunctionalInterface
  interface ByteSink {
    void take(byte[] bytes, int count) throws IOException;
  }

  /** Makes one without bytes. */
  public SafeTensors(Map<String, String> metadata, Map<String, FloatTensor> tensors) {
    this(metadata, tensors, Map.of());
  }

  /** Writes the file, whole or not at all. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, this::writeTo);
  }

  private void writeTo(OutputStream out) throws IOException {
    byte[] header = header().toString().getBytes(StandardCharsets.UTF_8);
    // The format's own library pads with spaces, so that the values are aligned.
    int padded = (header.length + 7) / 8 * 8;
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(padded).array());
    out.write(header);
    out.write(" ".repeat(padded - header.length).getBytes(StandardCharsets.US_ASCII));
    for (FloatTensor tensor : tensors.values()) {
      tensor.write((bytes, count) -> out.write(bytes, 0, count));
    }
    for (byte[] values : bytes.values()) {
      out.write(values);
    }
  }

  private JsonObject header() {
    JsonObject header = new JsonObject();
    JsonObject texts = new JsonObject();
    metadata.forEach(texts::addProperty);
    header.add(METADATA, texts);
    long offset = 0;
    for (Map.Entry<String, FloatTensor> entry : tensors.entrySet()) {
      long end = offset + (long) entry.getValue().size() * Float.BYTES;
      header.add(entry.getKey(), description(FLOATS, entry.getValue().shape, offset, end));
      offset = end;
    }
    for (Map.Entry<String, byte[]> entry : bytes.entrySet()) {
      int length = entry.getValue().length;
      header.add(entry.getKey(), description(BYTES, List.of(length), offset, offset + length));
      offset += length;
    }
    return header;
  }

  private static JsonObject description(String dtype, List<Integer> shape, long begin, long end) {
    JsonObject tensor = new JsonObject();
    tensor.addProperty("dtype", dtype);
    tensor.add("shape", Json.toJson(shape));
    tensor.add("data_offsets", Json.toJson(List.of(begin, end)));
    return tensor;
  }

  /**
   * Reads a file.
   *
   * @throws ModelFormatException if it is no safetensors file of 32-bit floats and bytes
   * @throws IOException if it cannot be read
   */
  public static SafeTensors read(Path file) throws IOException {
    try (FileChannel channel = InputFile.open(file)) {
      return new Reader(file, channel).read();
    }
  }

  private static final class Reader {
    private record Entry(String name, String dtype, List<Integer> shape, long begin, long end) {}

    private final Path file;
    private final FileChannel channel;
    private final long fileSize;

    Reader(Path file, FileChannel channel) throws IOException {
      this.file = file;
      this.channel = channel;
      fileSize = channel.size();
    }

    SafeTensors read() throws IOException {
      if (fileSize < Long.BYTES) {
        throw wrong("must start with a header length of 8 bytes, has %s bytes".formatted(fileSize));
      }
      long length = bytes(0, Long.BYTES).getLong();
      if (length < 2 || length > MAX_HEADER || length > fileSize - Long.BYTES) {
        throw wrong(
            "header length at byte 0 must be between 2 and %s, is %s; no safetensors file?"
                .formatted(Math.min(MAX_HEADER, fileSize - Long.BYTES), length));
      }
      JsonObject header = header((int) length);
      Map<String, String> metadata = metadata(header);
      long dataStart = Long.BYTES + length;
      Map<String, FloatTensor> tensors = new LinkedHashMap<>();
      Map<String, byte[]> bytes = new LinkedHashMap<>();
      for (Entry entry : entries(header, fileSize - dataStart)) {
        if (entry.dtype.equals(FLOATS)) {
          tensors.put(entry.name, tensor(entry, dataStart));
        } else {
          // Its length was compared with the file's.
          bytes.put(
              entry.name, bytes(dataStart + entry.begin, (int) (entry.end - entry.begin)).array());
        }
      }
      return new SafeTensors(metadata, tensors, bytes);
    }

    private JsonObject header(int length) throws IOException {
      String text = StandardCharsets.UTF_8.decode(bytes(Long.BYTES, length)).toString();
      try {
        return Json.object(Json.parse(text), "header");
      } catch (JsonException e) {
        throw wrong("header at byte 8: " + e.getMessage(), e);
      }
    }

    private Map<String, String> metadata(JsonObject header) {
      Map<String, String> texts = new LinkedHashMap<>();
      JsonElement metadata = header.remove(METADATA);
      if (metadata != null) {
        try {
          for (Map.Entry<String, JsonElement> entry : Json.object(metadata, METADATA).entrySet()) {
            texts.put(entry.getKey(), Json.string(entry.getValue(), METADATA));
          }
        } catch (JsonException e) {
          throw wrong(e.getMessage(), e);
        }
      }
      return texts;
    }

    /** The tensors in the order of their values, which must follow each other without a gap. */
    private List<Entry> entries(JsonObject header, long dataSize) {
      List<Entry> entries = new ArrayList<>();
      for (Map.Entry<String, JsonElement> field : header.entrySet()) {
        try {
          entries.add(entry(field.getKey(), Json.object(field.getValue(), field.getKey())));
        } catch (JsonException e) {
          throw wrong(e.getMessage(), e);
        }
      }
      entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
      long expected = 0;
      for (Entry entry : entries) {
        if (entry.begin != expected) {
          throw wrong(
              "tensor %s must begin at %s, begins at %s"
                  .formatted(entry.name, expected, entry.begin));
        }
        expected = entry.end;
      }
      if (expected != dataSize) {
        throw wrong(
            "values must have %s bytes, as the header says, have %s; truncated?"
                .formatted(expected, dataSize));
      }
      return entries;
    }

    private static Entry entry(String name, JsonObject field) throws JsonException {
      String dtype = Json.string(Json.member(field, "dtype", name), name + ".dtype");
      if (!dtype.equals(FLOATS) && !dtype.equals(BYTES)) {
        throw new JsonException("%s.dtype must be F32 or U8, is %s".formatted(name, dtype));
      }
      int valueBytes = dtype.equals(FLOATS) ? Float.BYTES : 1;
      List<Integer> shape = new ArrayList<>();
      long size = 1;
      for (long dimension : Json.longs(Json.member(field, "shape", name), name + ".shape")) {
        if (dimension < 0 || dimension > Integer.MAX_VALUE) {
          throw new JsonException("%s.shape must not hold %s".formatted(name, dimension));
        }
        shape.add((int) dimension);
        size *= dimension;
        if (size > Integer.MAX_VALUE) {
          throw new JsonException(
              "%s.shape must have at most 2147483647 values, has more".formatted(name));
        }
      }
      List<Long> offsets =
          Json.longs(Json.member(field, "data_offsets", name), name + ".data_offsets");
      if (offsets.size() != 2
          || offsets.get(0) < 0
          || offsets.get(1) - offsets.get(0) != size * valueBytes) {
        throw new JsonException(
            "%s.data_offsets must span %s bytes, are %s"
                .formatted(name, size * valueBytes, offsets));
      }
      return new Entry(name, dtype, List.copyOf(shape), offsets.get(0), offsets.get(1));
    }

    private FloatTensor tensor(Entry entry, long dataStart) throws IOException {
      float[] values = new float[(int) ((entry.end - entry.begin) / Float.BYTES)];
      long position = dataStart + entry.begin;
      int perChunk = CHUNK / Float.BYTES;
      for (int i = 0; i < values.length; i += perChunk) {
        int count = Math.min(perChunk, values.length - i);
        bytes(position + (long) i * Float.BYTES, count * Float.BYTES)
            .asFloatBuffer()
            .get(values, i, count);
      }
      return new FloatTensor(entry.shape, values);
    }

    private ByteBuffer bytes(long position, int count) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new EOFException(file + " became shorter while it was read");
        }
      }
      return buffer.flip();
    }

    private ModelFormatException wrong(String problem) {
      return new ModelFormatException(file, problem, null);
    }

    private ModelFormatException wrong(String problem, JsonException cause) {
      return new ModelFormatException(file, problem, cause);
    }
  }

  /** Refuses a tensor whose values do not fill its shape. */
  public SafeTensors {
    tensors.forEach(
        (name, tensor) -> {
          if (tensor.shape.stream().reduce(1, Math::multiplyExact) != tensor.size()) {
            throw new IllegalStateException(name + " does not fill its shape " + tensor.shape);
          }
        });
  }
}
