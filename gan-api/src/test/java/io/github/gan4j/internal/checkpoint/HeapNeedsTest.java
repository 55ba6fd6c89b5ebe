package io.github.gan4j.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gan4j.Gan;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.internal.checkpoint.HeapNeeds.Heap;
import org.junit.jupiter.api.Test;

class HeapNeedsTest {
  private static final long MEGABYTE = 1 << 20;
  private static final HeapNeeds NEEDS = new HeapNeeds(30 * MEGABYTE, 100 * MEGABYTE);

  @Test
  void everyNumberOfACheckpointIsCounted() {
    GanConfig config =
        Gan.builder()
            .latentDim(3)
            .generator(g -> g.hidden(5).noBatchNorm())
            .discriminator(d -> d.hidden(7))
            .emaDecay(0.9)
            .config();
    long generator = 3 * 5 + 5 + 5 * 4 + 4;
    long discriminator = 4 * 7 + 7 + 7 + 1;

    HeapNeeds needs = HeapNeeds.of(config, ImageShape.grey(2, 2));

    assertThat(needs.model()).isEqualTo(4 * (generator + discriminator));
    assertThat(needs.checkpoint()).isEqualTo(4 * (4 * generator + 3 * discriminator));
  }

  @Test
  void runningStatisticsAreCountedAndWithoutAnAverageThereIsNone() {
    GanConfig config =
        Gan.builder()
            .latentDim(3)
            .generator(g -> g.hidden(5).batchNorm(BatchNorm.of(0.1, 1e-5)))
            .discriminator(d -> d.hidden(7))
            .emaDecay(0)
            .config();
    long trained = 3 * 5 + 5 + 5 + 5 * 4 + 4;
    long recorded = 5 + 5;
    long discriminator = 4 * 7 + 7 + 7 + 1;

    HeapNeeds needs = HeapNeeds.of(config, ImageShape.grey(2, 2));

    assertThat(needs.model()).isEqualTo(4 * (trained + recorded + discriminator));
    assertThat(needs.checkpoint()).isEqualTo(4 * (3 * trained + recorded + 3 * discriminator));
  }

  @Test
  void aHeapThatHoldsACheckpointIsEnough() {
    assertThat(NEEDS.warning(new Heap(101 * MEGABYTE, 120 * MEGABYTE))).isEmpty();
  }

  @Test
  void aHeapTooFullForCheckpointsIsWarnedOf() {
    assertThat(NEEDS.warning(new Heap(64 * MEGABYTE, 250 * MEGABYTE)))
        .hasValue(
            "a checkpoint takes 100 MB of the heap, which has 64 MB free of at most 250: start Java"
                + " with a larger one, such as -Xmx512m; otherwise training goes on without the"
                + " checkpoints that do not fit");
  }

  @Test
  void aHeapTooSmallForTheModelIsRefused() {
    NEEDS.checkModel(new Heap(MEGABYTE, 31 * MEGABYTE));
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> NEEDS.checkModel(new Heap(5 * MEGABYTE, 30 * MEGABYTE)))
        .withMessage(
            "the trained model takes 30 MB of the heap, which has 5 MB free of at most 30: start"
                + " Java with a larger one, such as -Xmx256m");
  }
}
