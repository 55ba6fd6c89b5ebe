package io.github.gan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private final List<Long> taken = new ArrayList<>();

  @Test
  void framesAreThinnedAndTheFirstStays() {
    Timeline timeline = timeline(60, 1000, 10_000);

    assertThat(steps(timeline)).hasSizeBetween(30, 60).startsWith(0L, 32L, 64L).endsWith(992L);
    assertThat(taken).as("those not kept are hardly taken").hasSizeLessThan(200);
  }

  @Test
  void everySecondFrameIsDroppedWhenThereAreTooMany() {
    assertThat(steps(timeline(4, 4, 100))).containsExactly(0L, 1L, 2L, 3L);
    assertThat(steps(timeline(4, 5, 100))).containsExactly(0L, 2L, 4L);
    assertThat(steps(timeline(4, 6, 100))).as("the newest").containsExactly(0L, 2L, 4L);
    assertThat(steps(timeline(4, 9, 100))).containsExactly(0L, 4L, 8L);
    assertThat(steps(timeline(3, 4, 100)))
        .as("the newest is there although it is dropped")
        .containsExactly(0L, 2L, 3L);
  }

  @Test
  void heavyFramesAreFewer() {
    assertThat(steps(timeline(60, 9, 25))).containsExactly(0L, 8L);
  }

  @Test
  void newestIsShownUntilTheNextFrame() {
    Timeline timeline = new Timeline(60, 1000);
    timeline.moment(() -> frame(0));
    timeline.newest(0, () -> frame(0));
    assertThat(steps(timeline)).containsExactly(0L);
    timeline.newest(3, () -> frame(3));
    assertThat(steps(timeline)).containsExactly(0L, 3L);
    timeline.newest(4, () -> frame(4));
    assertThat(steps(timeline)).containsExactly(0L, 4L);
    timeline.moment(() -> frame(5));

    assertThat(steps(timeline)).containsExactly(0L, 5L);
    assertThat(taken).as("one of a step").containsExactly(0L, 3L, 4L, 5L);
  }

  /** Moments 0, 1, 2 and so on, each of ten characters. */
  private Timeline timeline(int mostFrames, int moments, long mostCharacters) {
    Timeline timeline = new Timeline(mostFrames, mostCharacters);
    LongStream.range(0, moments).forEach(step -> timeline.moment(() -> frame(step)));
    return timeline;
  }

  private TimelineFrame frame(long step) {
    taken.add(step);
    return new TimelineFrame(step, "after step " + step, new Picture(1, 1, "0123456789"));
  }

  private static List<Long> steps(Timeline timeline) {
    return timeline.frames().stream().map(TimelineFrame::step).toList();
  }
}
