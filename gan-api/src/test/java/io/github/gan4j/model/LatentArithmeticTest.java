package io.github.gan4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.LatentDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatentArithmeticTest {

  @Test
  void sumsDifferencesAndMeansAreThoseOfTheComponents() {
    float[] a = {1, -2};
    float[] b = {0.5f, 4};

    assertThat(LatentArithmetic.plus(a, b)).containsExactly(1.5f, 2);
    assertThat(LatentArithmetic.minus(a, b)).containsExactly(0.5f, -6);
    assertThat(LatentArithmetic.mean(a, b, new float[] {3, 1})).containsExactly(1.5f, 1);
    assertThat(LatentArithmetic.mean(a)).containsExactly(1, -2).isNotSameAs(a);
    assertThat(a).containsExactly(1, -2);
    assertThat(b).containsExactly(0.5f, 4);
  }

  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "SPHERE"})
  void aVectorIsBroughtToTheLengthThatDrawnOnesHaveAndKeepsItsDirection(
      LatentDistribution distribution) {
    // Of length 3; the root of 4 is 2.
    float[] fitted = LatentArithmetic.fitted(new float[] {2, -2, 1, 0}, distribution);

    assertThat(fitted).containsExactly(new float[] {4 / 3f, -4 / 3f, 2 / 3f, 0}, within(1e-6f));
  }

  @Test
  void aVectorIsCutOffAtTheWallsOfTheCube() {
    assertThat(
            LatentArithmetic.fitted(
                new float[] {2, -1.5f, 0.5f, -1, 1, 0}, LatentDistribution.UNIFORM))
        .containsExactly(1, -1, 0.5f, -1, 1, 0);
    assertThat(LatentArithmetic.fitted(new float[2], LatentDistribution.UNIFORM)).containsOnly(0);
  }

  @Test
  void hugeAndTinyVectorsDoNoHarm() {
    for (float size : new float[] {Float.MIN_VALUE, Float.MAX_VALUE}) {
      assertThat(LatentArithmetic.fitted(new float[] {size, size}, LatentDistribution.NORMAL))
          .containsExactly(1, 1);
    }
    float[] most = {Float.MAX_VALUE};
    assertThat(LatentArithmetic.mean(most, most)).containsExactly(Float.MAX_VALUE);
  }

  @Test
  void mistakesAreNamed() {
    float[] one = {1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LatentArithmetic.mean())
        .withMessage("vectors must be at least one, were none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LatentArithmetic.mean(one, new float[2]))
        .withMessage("vectors[1] must have as many values as the others, at least 1, had 2 of 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LatentArithmetic.plus(one, new float[0]))
        .withMessage("b must have as many values as the others, at least 1, had 0 of 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LatentArithmetic.minus(new float[0], new float[0]))
        .withMessage("a must have as many values as the others, at least 1, had 0 of 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LatentArithmetic.minus(new float[] {Float.NaN}, one))
        .withMessage("a must be finite, held NaN at 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LatentArithmetic.fitted(new float[3], LatentDistribution.NORMAL))
        .withMessage("vector must have a direction, was zero");
  }
}
