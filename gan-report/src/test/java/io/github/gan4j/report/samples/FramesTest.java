package io.github.gan4j.report.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.report.samples.Frames.Frame;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.Run;
import io.github.gan4j.training.TrainingListener;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final Gif.Packed PICTURE =
      Gif.pack(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY));

  private final Run run = new FakeRun(new TrainingListener() {}, 1000, 10);

  @Test
  void longRunKeepsFramesAtEqualIntervals() {
    Frames frames = new Frames(Interval.epochs(1), 8, Long.MAX_VALUE);
    add(frames, 90);
    assertThat(steps(frames)).containsExactly(20L, 40L, 60L, 80L);
    add(frames, 1000);

    assertThat(steps(frames)).containsExactly(160L, 320L, 480L, 640L, 800L, 960L);
  }

  @Test
  void largeFramesAreFewer() {
    Frames frames = new Frames(Interval.steps(1), 1000, 5L * PICTURE.bytes());
    add(frames, 5);
    assertThat(steps(frames)).containsExactly(1L, 2L, 3L, 4L, 5L);
    add(frames, 20);
    assertThat(steps(frames)).containsExactly(4L, 8L, 12L, 16L, 20L);
  }

  @Test
  void oneFrameIsKeptHoweverLarge() {
    Frames frames = new Frames(Interval.steps(1), 1000, PICTURE.bytes() - 1);
    add(frames, 5);

    assertThat(steps(frames)).containsExactly(4L);
  }

  private long added;

  private void add(Frames frames, long upTo) {
    while (++added <= upTo) {
      if (frames.isDueAfter(added, run)) {
        frames.add(new Frame(added, PICTURE));
      }
    }
    added--;
  }

  private static List<Long> steps(Frames frames) {
    return frames.all().stream().map(Frame::step).toList();
  }
}
