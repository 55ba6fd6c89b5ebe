package io.github.gan4j.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadingLinesTest {
  @Test
  void aLongReadingShowsALineEveryTwoSeconds() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    AtomicLong seconds = new AtomicLong();
    ReadingLines lines =
        new ReadingLines(
            new PrintStream(printed, true, UTF_8), () -> seconds.get() * 1_000_000_000L);

    for (int file = 1; file <= 5; file++) {
      seconds.incrementAndGet();
      lines.onRead(file, 5);
    }

    assertThat(printed.toString(UTF_8).lines())
        .containsExactly("read 2 of 5 images", "read 4 of 5 images");
  }
}
