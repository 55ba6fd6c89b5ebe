package io.github.gan4j.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.internal.file.SafeTensors.FloatTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsBadInputTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("a.safetensors");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = smallFile();
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(catchThrowable(() -> SafeTensors.read(file)))
          .as("the first %d bytes of %d", length, whole.length)
          .isExactlyInstanceOf(ModelFormatException.class)
          .hasMessageStartingWith(file + ": ");
    }
  }

  @Test
  void bytesAfterTheLastTensorAreRefused() throws IOException {
    byte[] whole = smallFile();
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertRefused("values must have 12 bytes, as the header says, have 13");
  }

  @Test
  void anyFlippedBitOfTheHeaderIsRefusedOrReadAsAnotherHeader() throws IOException {
    byte[] whole = smallFile();
    for (int at = 0; at < whole.length - 12; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) (1 << bit);
        Files.write(file, flipped);
        Throwable thrown = catchThrowable(() -> SafeTensors.read(file));
        if (thrown != null) {
          assertThat(thrown)
              .as("bit %d of byte %d", bit, at)
              .isExactlyInstanceOf(ModelFormatException.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 5, 1000, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE})
  void aHeaderLengthThatCannotBeIsRefusedBeforeMemoryIsTaken(long length) throws IOException {
    Files.write(
        file,
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(length)
            .put("{}  ".getBytes(StandardCharsets.US_ASCII))
            .array());
    assertRefused("header length at byte 0 must be between 2 and 4, is " + length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // What the header says of tensors a and b, over 12 bytes of values.
        "[2]|[0,8]|[1]|[4,8]|tensor b must begin at 8, begins at 4",
        "[2]|[0,8]|[1]|[12,16]|tensor b must begin at 8, begins at 12",
        "[1]|[0,4]|[1]|[0,4]|tensor b must begin at 4, begins at 0",
        "[1]|[4,8]|[1]|[8,12]|tensor a must begin at 0, begins at 4",
        "[2]|[0,8]|[2]|[8,16]|values must have 16 bytes, as the header says, have 12",
        "[1]|[0,4]|[1]|[4,8]|values must have 8 bytes, as the header says, have 12",
        "[3]|[0,8]|[1]|[8,12]|a.data_offsets must span 12 bytes, are [0, 8]",
        "[2]|[8,0]|[1]|[8,12]|a.data_offsets must span 8 bytes, are [8, 0]",
        "[2]|[-8,0]|[1]|[0,4]|a.data_offsets must span 8 bytes, are [-8, 0]",
        "[2]|[0]|[1]|[8,12]|a.data_offsets must span 8 bytes, are [0]",
        "[2]|[0,8,12]|[1]|[8,12]|a.data_offsets must span 8 bytes, are [0, 8, 12]",
        "[1]|[9223372036854775807,-9223372036854775805]|[1]|[8,12]|tensor b must begin at 0",
        "[2]|[0,8]|[1]|[8,1e1]|b.data_offsets must be a whole number, is 1e1",
        "[2]|[0,8]|[1]|[8,99999999999999999999]|b.data_offsets must be a whole number",
        "[-2]|[0,8]|[1]|[8,12]|a.shape must not hold -2",
        "[-1,-2]|[0,8]|[1]|[8,12]|a.shape must not hold -1",
        "[2147483648]|[0,8]|[1]|[8,12]|a.shape must not hold 2147483648",
        "[65536,65536]|[0,0]|[3]|[0,12]|a.shape must have at most 2147483647 values, has more",
        "[2147483647,2147483647,4]|[0,8]|[1]|[8,12]|a.shape must have at most 2147483647",
        "[2.0]|[0,8]|[1]|[8,12]|a.shape must be a whole number, is 2.0",
        "2|[0,8]|[1]|[8,12]|a.shape must be a list, is 2"
      })
  void tensorsThatDoNotFitTheFileAreRefused(
      String shapeA, String offsetsA, String shapeB, String offsetsB, String message)
      throws IOException {
    write("{\"a\":%s,\"b\":%s}".formatted(f32(shapeA, offsetsA), f32(shapeB, offsetsB)), 12);
    assertRefused(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|header must be an object, is []",
        "33|header must be an object, is 33",
        "{}{}|header at byte 8: ",
        "{\"a\":3}|a must be an object, is 3",
        "{\"a\":{}}|a must have a dtype, has []",
        "{\"a\":{\"dtype\":\"F32\"}}|a must have a shape, has [dtype]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0]}}|a must have a data_offsets",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[0],\"data_offsets\":[0,0]}}|a.dtype must be F32 or"
            + " U8, is F16",
        "{\"a\":{\"dtype\":3,\"shape\":[0],\"data_offsets\":[0,0]}}|a.dtype must be text, is 3",
        "{\"__metadata__\":[]}|__metadata__ must be an object, is []",
        "{\"__metadata__\":{\"k\":1}}|__metadata__ must be text, is 1",
        "{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}|must have each key once, has two k"
      })
  void aHeaderThatIsNoneIsRefused(String header, String message) throws IOException {
    write(header, 0);
    assertRefused(message);
  }

  @Test
  void aTensorGivenTwiceIsRefused() throws IOException {
    write("{\"a\":%1$s,\"a\":%1$s}".formatted(f32("[1]", "[0,4]")), 4);
    assertRefused("must have each key once, has two a");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    write("{\"a\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}", 0);
    assertRefused("header at byte 8: ");
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedOrReplaced() throws IOException {
    byte[] bytes = new byte[8 + 64];
    Arrays.fill(bytes, (byte) 0xff);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(64);
    Files.write(file, bytes);
    assertRefused("header at byte 8: ");
  }

  @Test
  void aFileThatIsNotThereIsNoFormatProblem() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> SafeTensors.read(file))
        .withMessageContaining(file.toString());
    assertThatIOException().isThrownBy(() -> SafeTensors.read(folder));
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> SafeTensors.read(file))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining(message);
  }

  private byte[] smallFile() throws IOException {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    tensors.put("a", new FloatTensor(List.of(1, 2), new float[] {1, 2}));
    tensors.put("b", new FloatTensor(List.of(1), new float[] {3}));
    new SafeTensors(Map.of("k", "v"), tensors).write(file);
    return Files.readAllBytes(file);
  }

  private static String f32(String shape, String offsets) {
    return "{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":%s}".formatted(shape, offsets);
  }

  private void write(String header, int valueBytes) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    Files.write(
        file,
        ByteBuffer.allocate(8 + text.length + valueBytes)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .array());
  }
}
