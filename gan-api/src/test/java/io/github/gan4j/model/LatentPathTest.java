package io.github.gan4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatentPathTest {
  private static final float HALF_ROOT = (float) Math.sqrt(0.5);

  @ParameterizedTest
  @EnumSource
  void pathBeginsAndEndsWithTheVectorsGivenToTheBit(LatentPath kind) {
    float[] from = normal(1);
    float[] to = normal(2);

    for (int steps : new int[] {2, 3, 10}) {
      float[][] path = kind.between(from, to, steps);

      assertThat(path).hasDimensions(steps, 100);
      assertThat(path[0]).isEqualTo(from).isNotSameAs(from);
      assertThat(path[steps - 1]).isEqualTo(to).isNotSameAs(to);
    }
  }

  @Test
  void linearPathHasEqualSteps() {
    assertPath(
        LatentPath.LINEAR.between(new float[] {0, 4}, new float[] {2, 0}, 5),
        new float[][] {{0, 4}, {0.5f, 3}, {1, 2}, {1.5f, 1}, {2, 0}});
  }

  @Test
  void sphericalPathIsAnArcOfEqualAngles() {
    float[][] path = LatentPath.SPHERICAL.between(new float[] {0, 1}, new float[] {1, 0}, 4);

    assertPath(path, new float[][] {{0, 1}, at(60), at(30), {1, 0}});
  }

  @Test
  void sphericalPathTakesTheShorterWayAround() {
    float[] to = at(-120);

    float[][] path = LatentPath.SPHERICAL.between(new float[] {1, 0}, to, 3);

    assertPath(path, new float[][] {{1, 0}, at(-60), to});
  }

  @Test
  void sphericalPathKeepsALengthThatBothEndsHaveAndALinearOneDoesNot() {
    float[] from = normal(1);
    float[] to = normal(2);
    double ratio = length(from) / length(to);
    for (int i = 0; i < to.length; i++) {
      to[i] *= (float) ratio;
    }

    for (float[] vector : LatentPath.SPHERICAL.between(from, to, 9)) {
      assertThat(length(vector)).isCloseTo(length(from), within(1e-5));
    }
    float[] middle = LatentPath.LINEAR.between(from, to, 3)[1];
    assertThat(length(middle)).isLessThan(0.8 * length(from));
  }

  @Test
  void lengthGrowsEvenlyBetweenVectorsOfDifferentLengths() {
    float[][] path = LatentPath.SPHERICAL.between(new float[] {0, 1}, new float[] {3, 0}, 3);

    assertPath(path, new float[][] {{0, 1}, {2 * HALF_ROOT, 2 * HALF_ROOT}, {3, 0}});
  }

  @Test
  void vectorsOfOneDirectionAreJoinedStraight() {
    assertPath(
        LatentPath.SPHERICAL.between(new float[] {1, 2, 2}, new float[] {3, 6, 6}, 3),
        new float[][] {{1, 2, 2}, {2, 4, 4}, {3, 6, 6}});
    float[] same = normal(1);
    assertPath(LatentPath.SPHERICAL.between(same, same, 3), new float[][] {same, same, same});
  }

  @Test
  void nearlyTheSameDirectionGivesNearlyAStraightLine() {
    float[] to = {1, 1e-4f};

    assertPath(
        LatentPath.SPHERICAL.between(new float[] {1, 0}, to, 3),
        new float[][] {{1, 0}, {1, 0.5e-4f}, to});
  }

  @Test
  void oppositeVectorsAreJoinedByAlwaysTheSameHalfCircle() {
    float[] from = normal(1);
    float[] to = new float[from.length];
    for (int i = 0; i < from.length; i++) {
      to[i] = -from[i];
    }

    float[][] path = LatentPath.SPHERICAL.between(from, to, 5);

    for (int i = 0; i < path.length; i++) {
      assertThat(length(path[i])).isCloseTo(length(from), within(1e-5));
      assertThat(cosine(from, path[i])).isCloseTo(Math.cos(i * Math.PI / 4), within(1e-6));
    }
    assertThat(LatentPath.SPHERICAL.between(from, to, 5)).isDeepEqualTo(path);
  }

  @Test
  void nearlyOppositeVectorsOfDifferentLengthsDoNoHarm() {
    float[] from = {1, 0, 0};
    for (float aside : new float[] {0, 1e-30f, 1e-8f, 1e-7f, 1e-6f, 1e-3f}) {
      float[][] path = LatentPath.SPHERICAL.between(from, new float[] {-3, aside, 0}, 3);

      assertThat(length(path[1])).as("aside %s", aside).isCloseTo(2, within(1e-5));
    }
  }

  @Test
  void whereThereIsNoArcThePathIsStraight() {
    assertPath(
        LatentPath.SPHERICAL.between(new float[] {2}, new float[] {-2}, 3),
        new float[][] {{2}, {0}, {-2}});
    assertPath(
        LatentPath.SPHERICAL.between(new float[] {0, 0}, new float[] {2, 4}, 3),
        new float[][] {{0, 0}, {1, 2}, {2, 4}});
    assertPath(
        LatentPath.SPHERICAL.between(new float[] {2, 4}, new float[2], 3),
        new float[][] {{2, 4}, {1, 2}, {0, 0}});
  }

  @Test
  void pathOfADistributionKeepsToWhereItsVectorsLie() {
    assertThat(LatentPath.of(LatentDistribution.NORMAL)).isEqualTo(LatentPath.SPHERICAL);
    assertThat(LatentPath.of(LatentDistribution.UNIFORM)).isEqualTo(LatentPath.LINEAR);
    assertThat(LatentPath.of(LatentDistribution.SPHERE)).isEqualTo(LatentPath.SPHERICAL);

    float[] corner = {0.9f, 0.9f, -0.9f};
    float[] side = {0.9f, -0.9f, -0.9f};
    assertThat(LatentPath.SPHERICAL.between(corner, side, 3)[1][0])
        .as("an arc leaves the cube")
        .isGreaterThan(1);
    assertThat(LatentPath.LINEAR.between(corner, side, 3)[1]).containsExactly(0.9f, 0, -0.9f);
  }

  @Test
  void mistakesAreNamed() {
    LatentPath path = LatentPath.SPHERICAL;
    float[] one = {1};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.between(one, one, 1))
        .withMessage("steps must be at least 2, was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.between(one, new float[2], 2))
        .withMessage("from and to must have the same number of values, at least 1, had 1 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.between(new float[0], new float[0], 2))
        .withMessage("from and to must have the same number of values, at least 1, had 0 and 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.between(new float[2], new float[] {0, Float.NaN}, 2))
        .withMessage("to must be finite, held NaN at 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.between(new float[] {Float.POSITIVE_INFINITY}, one, 2))
        .withMessage("from must be finite, held Infinity at 0");
  }

  private static void assertPath(float[][] path, float[][] expected) {
    assertThat(path.length).isEqualTo(expected.length);
    for (int i = 0; i < path.length; i++) {
      assertThat(path[i]).as("vector %d", i).containsExactly(expected[i], within(1e-6f));
    }
  }

  private static float[] at(double degrees) {
    double angle = Math.toRadians(degrees);
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }

  private static float[] normal(long seed) {
    float[] vector = new float[100];
    new CounterRandom(seed, RandomStream.SAMPLES, 0).fillNormal(vector, 0, vector.length);
    return vector;
  }

  private static double length(float[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double cosine(float[] a, float[] b) {
    return dot(a, b) / (length(a) * length(b));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
