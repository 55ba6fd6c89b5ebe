package io.github.gan4j.report.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the encoding against that of Protocol Buffers' own library. */
class MessageTest {
  @Test
  void fieldsAreThoseOfTheLibraryToTheByte() throws IOException {
    byte[] inner = new Message().text(1, "äöü €").toByteArray();
    byte[] message =
        new Message()
            .doubleValue(1, 1e9 / 3)
            .integer(2, 1234567890123L)
            .text(3, "")
            .floatValue(16, -1f / 3)
            .bytes(5, inner)
            .bytes(6, new byte[300])
            .toByteArray();

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(expected);
    out.writeDouble(1, 1e9 / 3);
    out.writeInt64(2, 1234567890123L);
    out.writeString(3, "");
    out.writeFloat(16, -1f / 3);
    out.writeByteArray(5, inner);
    out.writeByteArray(6, new byte[300]);
    out.flush();
    assertThat(message).isEqualTo(expected.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 127, 128, 16383, 16384, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void theLibraryReadsIntegersBack(long value) throws IOException {
    CodedInputStream in =
        CodedInputStream.newInstance(new Message().integer(2, value).toByteArray());
    assertThat(in.readTag()).isEqualTo((2 << 3) | WireFormat.WIRETYPE_VARINT);
    assertThat(in.readInt64()).isEqualTo(value);
    assertThat(in.isAtEnd()).isTrue();
  }
}
