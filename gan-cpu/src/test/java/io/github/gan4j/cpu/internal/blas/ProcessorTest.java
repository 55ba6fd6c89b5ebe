package io.github.gan4j.cpu.internal.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {
  private static final List<String> FLAGS = List.of("amx_bf16", "avx512_bf16");

  @TempDir Path folder;

  @Test
  void onlyAListWithoutTheFlagsTellsThatTheyAreLacking() throws IOException {
    assertThat(lacks("flags\t\t: fpu avx2 avx512f\n")).isTrue();
    assertThat(lacks("flags\t\t: fpu avx512_bf16_not\n")).isTrue();
    assertThat(lacks("processor\t: 0\nflags\t\t: fpu amx_bf16 avx2\n")).isFalse();
    assertThat(lacks("flags\t\t: fpu avx512_bf16")).isFalse();
  }

  @Test
  void whereNobodyTellsNothingIsLacking() throws IOException {
    assertThat(lacks("Features\t: fp asimd\n")).isFalse();
    assertThat(Processor.lacks(FLAGS, folder.resolve("none"))).isFalse();
  }

  private boolean lacks(String text) throws IOException {
    return Processor.lacks(FLAGS, Files.writeString(folder.resolve("cpuinfo"), text));
  }
}
