package io.github.gan4j.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.Labels;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.loss.Losses;
import org.junit.jupiter.api.Test;

class LabelFlipsTest {
  private static final double SHARE = 0.3;

  @Test
  void aPairIsExchangedAsOftenAsAskedFor() {
    LabelFlips flips = new LabelFlips(SHARE, 5, 8);
    int exchanged = 0;
    for (int update = 1; update <= 5000; update++) {
      exchanged += exchanged(flips, update);
    }
    // Four standard deviations of 40,000 draws.
    assertThat(exchanged / 40_000.0).isCloseTo(SHARE, within(0.0092));
  }

  @Test
  void exchangingTwiceChangesNothing() {
    LabelFlips flips = new LabelFlips(0.49, 1, 4);
    flips.draw(3);
    float[] real = {1, 2, 3, 4};
    float[] fake = {5, 6, 7, 8};
    flips.exchange(real, fake);
    assertThat(real).isNotEqualTo(new float[] {1, 2, 3, 4});
    flips.exchange(real, fake);
    assertThat(real).containsExactly(1, 2, 3, 4);
    assertThat(fake).containsExactly(5, 6, 7, 8);
  }

  @Test
  void anUpdatesPairsAreAFunctionOfItsNumber() {
    int[] counts = new int[50];
    LabelFlips flips = new LabelFlips(SHARE, 5, 8);
    for (int update = 0; update < 50; update++) {
      counts[update] = exchanged(flips, update);
    }
    assertThat(counts).contains(0, 5);
    LabelFlips later = new LabelFlips(SHARE, 5, 8);
    assertThat(exchanged(later, 49)).isEqualTo(counts[49]);
    assertThat(exchanged(later, 20)).isEqualTo(counts[20]);
  }

  /**
   * A linear discriminator's gradient is that of its logits times their images: what is exchanged
   * on the way there must be exchanged back on the way back.
   */
  @Test
  void eachImageIsPulledTheWayOfItsFlippedLabel() {
    GanBuilder settings = Settings.linear().labels(new Labels(1, 0, 0.4)).seed(2);
    FakeEngine engine = new FakeEngine();
    NumberedImages images = new NumberedImages(12);
    TrainingLoop loop = new TrainingLoop(settings.config(), images, Losses.wasserstein(), engine);
    float[] before = loop.discriminator().parameters().toArray();
    loop.step(1, 1);
    float[] after = loop.discriminator().parameters().toArray();

    LabelFlips flips = new LabelFlips(0.4, 2, 4);
    flips.draw(1);
    float[] real = {-1, -1, -1, -1};
    float[] fake = {1, 1, 1, 1};
    flips.exchange(real, fake);
    assertThat(real).as("this seed flips some and not all").contains(-1, 1);
    double[][] shown = engine.inputs("D").get(0);
    for (int i = 0; i < 2; i++) {
      double slope = 0;
      for (int row = 0; row < 4; row++) {
        slope += (real[row] * shown[row][i] + fake[row] * shown[4 + row][i]) / 4;
      }
      assertThat((double) after[i]).isCloseTo(before[i] - 0.05 * slope, within(1e-6));
    }
  }

  private static int exchanged(LabelFlips flips, int update) {
    float[] real = new float[8];
    float[] fake = {1, 1, 1, 1, 1, 1, 1, 1};
    flips.draw(update);
    flips.exchange(real, fake);
    int count = 0;
    for (int i = 0; i < 8; i++) {
      count += (int) real[i];
      assertThat(real[i] + fake[i]).isEqualTo(1);
    }
    return count;
  }
}
