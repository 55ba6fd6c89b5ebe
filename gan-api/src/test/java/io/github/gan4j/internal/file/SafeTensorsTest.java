package io.github.gan4j.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.internal.file.SafeTensors.FloatTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("a.safetensors");
  }

  @Test
  void theFileIsLaidOutByteForByte() throws IOException {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    tensors.put("b", new FloatTensor(List.of(1, 2), new float[] {1, -2}));
    tensors.put("a", new FloatTensor(List.of(), new float[] {0.5f}));
    new SafeTensors(Map.of("k", "v\"é"), tensors).write(file);

    String header =
        "{\"__metadata__\":{\"k\":\"v\\\"é\"},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}";
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + 7) / 8 * 8;
    ByteBuffer expected = ByteBuffer.allocate(8 + padded + 12).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(padded).put(text);
    while (expected.position() < 8 + padded) {
      expected.put((byte) ' ');
    }
    expected.putFloat(1).putFloat(-2).putFloat(0.5f);
    assertThat(file).hasBinaryContent(expected.array());
  }

  @Test
  void everyBitPatternComesBack() throws IOException {
    // More than one chunk, with infinities, NaN payloads, subnormals and -0 among them.
    float[] values = new float[70_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(i * 0x9E3779B9);
    }
    values[0] = Float.intBitsToFloat(0x7fc00123);
    values[1] = -0f;
    values[2] = Float.MIN_VALUE;
    new SafeTensors(Map.of(), Map.of("t", new FloatTensor(List.of(values.length), values)))
        .write(file);

    float[] read = SafeTensors.read(file).tensors().get("t").values().array();
    assertThat(read).hasSameSizeAs(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(Float.floatToRawIntBits(values[i]));
    }
  }

  @Test
  void shapesMetadataAndOrderComeBack() throws IOException {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    tensors.put("z", new FloatTensor(List.of(2, 1, 3), new float[6]));
    tensors.put("empty", new FloatTensor(List.of(3, 0), new float[0]));
    tensors.put("a", new FloatTensor(List.of(), new float[1]));
    Map<String, String> metadata = Map.of("key", "line\nbreak", "", "");
    new SafeTensors(metadata, tensors).write(file);

    SafeTensors read = SafeTensors.read(file);
    assertThat(read.metadata()).isEqualTo(metadata);
    assertThat(read.tensors().keySet()).containsExactly("z", "empty", "a");
    assertThat(read.tensors().get("z").shape()).containsExactly(2, 1, 3);
    assertThat(read.tensors().get("empty").shape()).containsExactly(3, 0);
  }

  @Test
  void aFileWithoutMetadataAndWithoutPaddingIsRead() throws IOException {
    String header = "{\"t\":{\"shape\":[1],\"data_offsets\":[0,4],\"dtype\":\"F32\"}}";
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII)).putFloat(7);
    Files.write(file, bytes.array());

    SafeTensors read = SafeTensors.read(file);
    assertThat(read.metadata()).isEmpty();
    assertThat(read.tensors().get("t").values().array()).containsExactly(7);
  }
}
