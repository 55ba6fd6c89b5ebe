package io.github.gan4j.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A discriminator of weights 3 and 4, whose gradient has the length 5 everywhere. */
class PenaltyTermTest {
  private static final int ROWS = 500;
  private static final int[] NO_LABELS = {};

  private final FakeEngine engine = new FakeEngine();
  private final TrainableNetwork discriminator =
      engine.trainable(
          new NetworkSpec(2, List.of(new LayerSpec(1, null, Activation.linear(), 0))),
          OptimizerConfig.adam(0.1, 0, 0),
          0);
  private final float[] real = uniform(1, -1, 1);
  private final float[] fake = uniform(2, 5, 9);

  @Test
  void valuesAreThoseOfTheClosedForm() {
    assertThat(term(GradientPenalty.r1(0.5)).apply(1, NO_LABELS))
        .isCloseTo(0.25 * 25, within(1e-12));
    assertThat(term(GradientPenalty.r2(3)).apply(1, NO_LABELS)).isCloseTo(1.5 * 25, within(1e-12));
    assertThat(term(GradientPenalty.wganGp()).apply(1, NO_LABELS))
        .isCloseTo(10 * 16, within(1e-12));
    assertThat(term(GradientPenalty.dragan(2)).apply(1, NO_LABELS))
        .isCloseTo(2 * 16, within(1e-12));
  }

  @Test
  void whatIsNotDueIsNothing() {
    PenaltyTerm term = term(GradientPenalty.r1(0.5).every(3));
    for (int update = 1; update <= 9; update++) {
      assertThat(term.apply(update, NO_LABELS)).isEqualTo(update % 3 == 1 ? 6.25 : 0);
    }
  }

  @Test
  void aGradientOfLengthZeroIsFinite() {
    PenaltyTerm term = term(GradientPenalty.wganGp());
    discriminator.parameters().copyFrom(new float[3]);
    assertThat(term.apply(1, NO_LABELS)).isEqualTo(10);
  }

  @Test
  void r1IsAtRealImagesAndR2AtGeneratedOnes() {
    assertThat(points(GradientPenalty.r1(1), 1)).isDeepEqualTo(rows(real));
    assertThat(points(GradientPenalty.r2(1), 1)).isDeepEqualTo(rows(fake));
  }

  @Test
  void pointsOfWganGpLieOnTheLinesFromRealToGeneratedImages() {
    double[][] points = points(GradientPenalty.wganGp(), 3);
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double place = place(points[row][0], real[2 * row], fake[2 * row]);
      assertThat(place).isBetween(0.0, 1.0);
      assertThat(place(points[row][1], real[2 * row + 1], fake[2 * row + 1]))
          .isCloseTo(place, within(1e-5));
      sum += place / ROWS;
    }
    assertThat(sum).isCloseTo(0.5, within(4 * 0.289 / Math.sqrt(ROWS)));
    assertThat(points(GradientPenalty.wganGp(), 4)[0]).isNotEqualTo(points[0]);
  }

  @Test
  void pointsOfDraganAreBrighterThanRealImagesByLessThanHalfTheDeviation() {
    // Uniform in [-1, 1).
    double half = 0.5 / Math.sqrt(3);
    double[][] points = points(GradientPenalty.dragan(), 3);
    double furthest = 0;
    double sum = 0;
    for (int i = 0; i < 2 * ROWS; i++) {
      double brighter = points[i / 2][i % 2] - real[i];
      assertThat(brighter).isGreaterThanOrEqualTo(0);
      furthest = Math.max(furthest, brighter);
      sum += brighter / (2 * ROWS);
    }
    // The way is a product of two uniform numbers, whose mean is a quarter.
    assertThat(furthest).isBetween(0.8 * half, 1.03 * half);
    assertThat(sum).isCloseTo(half / 4, within(0.02 * half));
  }

  @Test
  void penaltiesOfOneStepHavePlacesOfTheirOwn() {
    double[][] wganGp = points(GradientPenalty.wganGp(), 3);
    double[][] dragan = points(GradientPenalty.dragan(), 3);
    // What is left of DRAGAN's way without its noise is a multiple of the place.
    float[] noise = new float[2 * ROWS];
    new CounterRandom(1, RandomStream.PENALTY_NOISE, 3).fillUniform(noise, 0, noise.length, 0, 1);
    double[] places = new double[ROWS];
    double[] others = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      places[row] = place(wganGp[row][0], real[2 * row], fake[2 * row]);
      others[row] = (dragan[row][0] - real[2 * row]) / noise[2 * row];
    }
    // Four standard errors.
    assertThat(correlation(places, others)).isCloseTo(0, within(4 / Math.sqrt(ROWS)));
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      products += (a[i] - meanA) * (b[i] - meanB);
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return products / Math.sqrt(squaresA * squaresB);
  }

  private double[][] points(GradientPenalty penalty, int update) {
    term(penalty).apply(update, NO_LABELS);
    List<double[][]> inputs = engine.inputs("D");
    return inputs.get(inputs.size() - 1);
  }

  private PenaltyTerm term(GradientPenalty penalty) {
    discriminator.parameters().copyFrom(new float[] {3, 4, 7});
    Tensor images = engine.allocate(2 * ROWS, 2);
    images.rowRange(0, ROWS).copyFrom(real, 0);
    images.rowRange(ROWS, 2 * ROWS).copyFrom(fake, 0);
    GanConfig config = Settings.linear().batchSize(ROWS).config();
    return new PenaltyTerm(
        engine,
        config,
        discriminator,
        penalty,
        new DiscriminatorInput(engine, config, RandomStream.INSTANCE_NOISE, images, 2));
  }

  private static double place(double point, double from, double to) {
    return (point - from) / (to - from);
  }

  private static double[][] rows(float[] values) {
    double[][] rows = new double[ROWS][2];
    for (int i = 0; i < values.length; i++) {
      rows[i / 2][i % 2] = values[i];
    }
    return rows;
  }

  private static float[] uniform(int step, double from, double to) {
    float[] values = new float[2 * ROWS];
    new CounterRandom(9, RandomStream.MADE_DATA, step).fillUniform(values, 0, 2 * ROWS, from, to);
    return values;
  }
}
