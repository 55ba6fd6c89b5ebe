package io.github.gan4j.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Trainer;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.internal.file.CheckpointState.EpochSums;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import org.junit.jupiter.api.Test;

class EpochSumsTest {
  private static final Dataset DATA = new NumberedImages(12);

  private static EpochSummary means(double... penalties) {
    try (Trainer trainer = Settings.linear().engine(new FakeEngine()).trainer(DATA)) {
      EpochSums sums = EpochSums.NONE;
      LossEvent last = null;
      for (int i = 0; i < penalties.length; i++) {
        last =
            new LossEvent(
                trainer.run(),
                i + 1,
                1,
                i,
                1,
                penalties[i],
                2 * i,
                0.5,
                0.25,
                3 * i,
                4 * i,
                1e-3 * i,
                2e-3 * i);
        sums = sums.plus(last);
      }
      return sums.means(last);
    }
  }

  @Test
  void meansAreOverTheStepsAndRatesOfTheLast() {
    assertThat(means(6, 6, 6))
        .isEqualTo(new EpochSummary(1, 3, 2, 2, 0.5, 0.25, 6, 3, 4, 2e-3, 4e-3));
  }

  @Test
  void aPenaltyCountsInTheStepsInWhichItWasDue() {
    assertThat(means(6, 0, 0, 0, 8, 0, 0, 0).penalty()).isEqualTo(7);
    assertThat(means(0, 0).penalty()).isZero();
  }
}
