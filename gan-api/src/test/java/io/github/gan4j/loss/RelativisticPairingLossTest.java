package io.github.gan4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.loss.AdversarialLoss.DiscriminatorLoss;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Its terms are of pairs: {@link LossContract}, which is about single logits, does not fit. */
class RelativisticPairingLossTest {
  private static final float STEP = 0x1p-10f;
  private static final AdversarialLoss LOSS = Losses.relativisticPairing();

  private final float[] real = logits(1);
  private final float[] fake = logits(2);
  private final float[] realGradient = new float[5];
  private final float[] fakeGradient = new float[5];

  @Test
  void onePairIsComparedByItsDifference() {
    // softplus(2) and sigmoid(2), worked out by hand.
    double softplus = 2.1269280110429727;
    double sigmoid = 0.8807970779778823;
    float[] one = new float[1];
    float[] other = new float[1];
    DiscriminatorLoss found = LOSS.discriminator(new float[] {3}, new float[] {5}, one, other);
    assertThat(found.total()).isCloseTo(softplus, within(1e-12));
    assertThat(found.real()).isEqualTo(found.fake());
    assertThat(one[0]).isCloseTo((float) -sigmoid, within(1e-7f));
    assertThat(other[0]).isCloseTo((float) sigmoid, within(1e-7f));
    assertThat(LOSS.generator(new float[] {5}, new float[] {3}, one))
        .isCloseTo(softplus, within(1e-12));
    assertThat(one[0]).isCloseTo((float) -sigmoid, within(1e-7f));
  }

  @Test
  void discriminatorGradientsAreTheDerivativesOfItsValue() {
    LOSS.discriminator(real, fake, realGradient, fakeGradient);
    for (int i = 0; i < 5; i++) {
      double byReal = (total(moved(real, i, STEP), fake) - total(moved(real, i, -STEP), fake));
      double byFake = (total(real, moved(fake, i, STEP)) - total(real, moved(fake, i, -STEP)));
      assertThat((double) realGradient[i]).isCloseTo(byReal / (2 * STEP), within(1e-6));
      assertThat((double) fakeGradient[i]).isCloseTo(byFake / (2 * STEP), within(1e-6));
    }
  }

  @Test
  void generatorGradientIsTheDerivativeOfItsValue() {
    LOSS.generator(real, fake, fakeGradient);
    for (int i = 0; i < 5; i++) {
      double up = LOSS.generator(real, moved(fake, i, STEP), new float[5]);
      double down = LOSS.generator(real, moved(fake, i, -STEP), new float[5]);
      assertThat((double) fakeGradient[i]).isCloseTo((up - down) / (2 * STEP), within(1e-6));
    }
  }

  @Test
  void extremeLogitsKeepValueAndGradientFinite() {
    float[] ends = {-1e4f, 1e4f};
    float[] others = {1e4f, -1e4f};
    float[] a = new float[2];
    float[] b = new float[2];
    assertThat(LOSS.discriminator(ends, others, a, b).total()).isEqualTo(1e4);
    assertThat(a).containsExactly(new float[] {-0.5f, 0}, within(0f));
    assertThat(b).containsExactly(new float[] {0.5f, 0}, within(0f));
    assertThat(LOSS.generator(ends, others, a)).isEqualTo(1e4);
    assertThat(a).containsExactly(new float[] {0, -0.5f}, within(0f));
  }

  @Test
  void batchesOfDifferentSizesAreRefused() {
    assertThatThrownBy(() -> LOSS.generator(new float[0], new float[2], new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("relativistic-pairing needs as many real as fake logits, had 0 and 2");
  }

  @Test
  void isFoundByItsNameAndSaysThatItPairs() {
    assertThat(Losses.byName("relativistic-pairing")).containsSame(LOSS);
    assertThat(LOSS.pairs()).isTrue();
  }

  private static double total(float[] real, float[] fake) {
    return LOSS.discriminator(real, fake, new float[5], new float[5]).total();
  }

  private static float[] moved(float[] logits, int index, float by) {
    float[] copy = logits.clone();
    copy[index] += by;
    return copy;
  }

  private static float[] logits(int seed) {
    Random random = new Random(seed);
    float[] logits = new float[5];
    for (int i = 0; i < 5; i++) {
      logits[i] = (random.nextInt(8192) - 4096) * STEP;
    }
    return logits;
  }
}
