package io.github.gan4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.loss.AdversarialLoss.DiscriminatorLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every loss keeps; a case supplies the loss and its values at points worked out by hand. */
abstract class LossContract {
  /** Logits and steps are multiples of this, so that logit ± step is exact in float. */
  private static final float STEP = 0x1p-10f;

  /** The three terms, and their derivatives, of a batch of this one logit. */
  record Golden(
      double logit,
      double real,
      double realSlope,
      double fake,
      double fakeSlope,
      double generator,
      double generatorSlope) {}

  abstract AdversarialLoss loss();

  abstract List<Golden> goldenValues();

  /** Whether the loss has a derivative at this logit and a few steps around it. */
  boolean smoothAround(float logit) {
    return !Float.isNaN(logit);
  }

  @Test
  void valuesAndGradientsAreTheClosedForms() {
    for (Golden golden : goldenValues()) {
      float[] logit = {(float) golden.logit};
      float[] realGradient = {Float.NaN};
      float[] fakeGradient = {Float.NaN};
      float[] generatorGradient = {Float.NaN};
      DiscriminatorLoss found = loss().discriminator(logit, logit, realGradient, fakeGradient);
      double generator = generator(logit, generatorGradient);

      assertThat(
              new double[] {
                found.real(),
                realGradient[0],
                found.fake(),
                fakeGradient[0],
                generator,
                generatorGradient[0]
              })
          .as("at %s", golden.logit)
          .containsExactly(
              new double[] {
                golden.real,
                golden.realSlope,
                golden.fake,
                golden.fakeSlope,
                golden.generator,
                golden.generatorSlope
              },
              within(1e-7));
      assertThat(found.total()).isEqualTo(found.real() + found.fake());
    }
  }

  @Test
  void goldenValuesReachBothEnds() {
    assertThat(goldenValues()).extracting(Golden::logit).contains(-1e4, 0.0, 1e4);
  }

  @Test
  void discriminatorGradientsAreTheDerivativesOfItsValue() {
    float[] real = smoothLogits(7, 1);
    float[] fake = smoothLogits(5, 2);
    float[] realGradient = new float[7];
    float[] fakeGradient = new float[5];
    loss().discriminator(real, fake, realGradient, fakeGradient);

    for (int i = 0; i < real.length; i++) {
      double slope = (total(moved(real, i, STEP), fake) - total(moved(real, i, -STEP), fake));
      assertThat((double) realGradient[i]).isCloseTo(slope / (2 * STEP), within(1e-6));
    }
    for (int i = 0; i < fake.length; i++) {
      double slope = (total(real, moved(fake, i, STEP)) - total(real, moved(fake, i, -STEP)));
      assertThat((double) fakeGradient[i]).isCloseTo(slope / (2 * STEP), within(1e-6));
    }
  }

  @Test
  void generatorGradientIsTheDerivativeOfItsValue() {
    float[] fake = smoothLogits(6, 3);
    float[] gradient = new float[6];
    generator(fake, gradient);

    for (int i = 0; i < fake.length; i++) {
      double up = generator(moved(fake, i, STEP), new float[6]);
      double down = generator(moved(fake, i, -STEP), new float[6]);
      assertThat((double) gradient[i]).isCloseTo((up - down) / (2 * STEP), within(1e-6));
    }
  }

  @Test
  void aBatchGivesTheMeanOfItsImages() {
    float[] logits = smoothLogits(4, 4);
    double real = 0;
    double fake = 0;
    double generator = 0;
    for (float logit : logits) {
      float[] one = {logit};
      DiscriminatorLoss alone = loss().discriminator(one, one, new float[1], new float[1]);
      real += alone.real() / 4;
      fake += alone.fake() / 4;
      generator += generator(one, new float[1]) / 4;
    }
    DiscriminatorLoss all = loss().discriminator(logits, logits, new float[4], new float[4]);

    assertThat(all.real()).isCloseTo(real, within(1e-12));
    assertThat(all.fake()).isCloseTo(fake, within(1e-12));
    assertThat(generator(logits, new float[4])).isCloseTo(generator, within(1e-12));
  }

  @Test
  void extremeLogitsKeepValueAndGradientFinite() {
    float[] ends = {-1e4f, 1e4f};
    float[] realGradient = new float[2];
    float[] fakeGradient = new float[2];
    float[] generatorGradient = new float[2];

    assertThat(loss().discriminator(ends, ends, realGradient, fakeGradient).total()).isFinite();
    assertThat(generator(ends, generatorGradient)).isFinite();
    for (float[] gradient : List.of(realGradient, fakeGradient, generatorGradient)) {
      assertThat(Float.isFinite(gradient[0]) && Float.isFinite(gradient[1])).isTrue();
    }
  }

  @Test
  void logitsAreLeftAlone() {
    float[] real = smoothLogits(3, 5);
    float[] fake = smoothLogits(3, 6);
    float[] realBefore = real.clone();
    float[] fakeBefore = fake.clone();
    loss().discriminator(real, fake, new float[3], new float[3]);
    generator(fake, new float[3]);

    assertThat(real).containsExactly(realBefore);
    assertThat(fake).containsExactly(fakeBefore);
  }

  @Test
  void isFoundByItsName() {
    assertThat(Losses.byName(loss().name())).containsSame(loss());
  }

  private double generator(float[] fake, float[] gradient) {
    return loss().generator(new float[0], fake, gradient);
  }

  private double total(float[] real, float[] fake) {
    return loss().discriminator(real, fake, new float[real.length], new float[fake.length]).total();
  }

  private float[] smoothLogits(int count, int seed) {
    Random random = new Random(seed);
    float[] logits = new float[count];
    for (int i = 0; i < count; i++) {
      do {
        logits[i] = (random.nextInt(8192) - 4096) * STEP;
      } while (!smoothAround(logits[i]));
    }
    return logits;
  }

  private static float[] moved(float[] logits, int index, float by) {
    float[] copy = Arrays.copyOf(logits, logits.length);
    copy[index] += by;
    return copy;
  }
}
