package io.github.gan4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against PyTorch 2.13's {@code parametrizations.spectral_norm}, in double precision. */
class SpectralNormTest {
  private static final float[] WEIGHT = {9, 0.5f, -1.25f, 2, 1.5f, 0.75f, -0.25f};
  private static final float[] U = {0.9383431f, 0.34570536f};
  private static final float[] V = {0.44104758f, -0.407969f, 0.7993987f};

  @Test
  void theNormIsThatOfTheVectors() {
    assertThat(sigma(U, V, 1)).isCloseTo(2.239508057914375, within(1e-7));
    assertThat(sigma(U, V, 0.5f)).as("of shorter vectors").isCloseTo(2.239508058, within(1e-7));
  }

  @Test
  void anIterationGivesVOfUAndThenUOfV() {
    float[] vectors = {9, U[0], U[1], 0, 0, 0};

    SpectralNorm.iterate(WEIGHT, 1, 2, 3, vectors, 1);

    // The second iteration of PyTorch begins with u.
    float[] expected = {9, 0.9977721f, 0.06671494f, V[0], V[1], V[2]};
    assertThat(vectors).containsExactly(expected, within(1e-6f));
  }

  @Test
  void iterationsComeToTheLargestSingularValue() {
    float[] weight = {3, 0, 4, 5}; // Singular values: the roots of 45 and 5.
    float[] vectors = {1, 0, 0, 0};
    for (int i = 0; i < 20; i++) {
      SpectralNorm.iterate(weight, 0, 2, 2, vectors, 0);
    }

    assertThat(SpectralNorm.sigma(weight, 0, 2, 2, vectors, 0))
        .isCloseTo(Math.sqrt(45), within(1e-6));
  }

  private static double sigma(float[] u, float[] v, float length) {
    float[] vectors = new float[6];
    for (int i = 0; i < 2; i++) {
      vectors[1 + i] = length * u[i];
    }
    for (int i = 0; i < 3; i++) {
      vectors[3 + i] = length * v[i];
    }
    return SpectralNorm.sigma(WEIGHT, 1, 2, 3, vectors, 1);
  }
}
