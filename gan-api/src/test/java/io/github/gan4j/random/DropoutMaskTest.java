package io.github.gan4j.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMaskTest {
  private static final long SEED = 0x0123456789abcdefL;

  @Test
  void bitsAreTheOnesThatEveryEngineComputes() {
    // Worked out by another implementation, in Python's unbounded integers.
    int[][] expected = {
      {0x5b52c370, 0x0cc142d3, 0xecb56bfd, 0x529b93fa, 0x3de024e7},
      {0x5a0a680f, 0x17aff7e7, 0x99ad63f2, 0x54915b35, 0xb24971f2},
      {0x36ff5ee5, 0x1fea3c9a, 0xbef1364e, 0xc4df85ce, 0xc3edc28f}
    };
    for (int layer = 0; layer < 3; layer++) {
      int key0 = DropoutMask.key0(SEED, layer);
      int key1 = DropoutMask.key1(SEED, layer);
      assertThat(
              new int[] {
                key0,
                key1,
                DropoutMask.bits(key0, key1, 0),
                DropoutMask.bits(key0, key1, 1),
                DropoutMask.bits(key0, key1, -1)
              })
          .containsExactly(expected[layer]);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.5, 0.9})
  void theShareOfDroppedOutputsIsTheRate(double rate) {
    int n = 400_000;
    int dropped = 0;
    for (int i = 0; i < n; i++) {
      dropped += dropped(SEED, 0, i, rate) ? 1 : 0;
    }
    // Five standard errors.
    assertThat((double) dropped / n).isCloseTo(rate, within(5 * Math.sqrt(rate * (1 - rate) / n)));
  }

  @Test
  void aRateOfZeroDropsNothing() {
    assertThat(DropoutMask.threshold(0)).isZero();
  }

  @Test
  void theLargestRateKeepsOneOfAllBits() {
    assertThat(DropoutMask.threshold(DropoutMask.LARGEST_RATE)).isEqualTo((1 << 24) - 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1 - 0x1p-25, 1 - 0x1p-53, 1, -0.1, Double.NaN})
  void aRateThatWouldDropEverythingIsRefused(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DropoutMask.threshold(rate))
        .withMessage(
            "dropout rate must be in [0, 1 - 2^-24], or nothing would be kept, was " + rate);
  }

  @Test
  void seedsAndLayersDropIndependently() {
    assertThat(agreement(SEED, 0, SEED, 1, 0)).isCloseTo(0.5, within(0.01));
    assertThat(agreement(SEED, 0, SEED + 1, 0, 0)).isCloseTo(0.5, within(0.01));
    assertThat(agreement(SEED, 0, SEED + (1L << 32), 0, 0)).isCloseTo(0.5, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64, 128, 1024})
  void neighboursAndRowsDropIndependently(int distance) {
    assertThat(agreement(SEED, 0, SEED, 0, distance)).isCloseTo(0.5, within(0.01));
  }

  /** How often two masks of rate ½ agree; 0.01 is more than six standard errors. */
  private static double agreement(long seed, int layer, long seed2, int layer2, int distance) {
    int n = 100_000;
    int agreed = 0;
    for (int i = 0; i < n; i++) {
      agreed += dropped(seed, layer, i, 0.5) == dropped(seed2, layer2, i + distance, 0.5) ? 1 : 0;
    }
    return (double) agreed / n;
  }

  private static boolean dropped(long seed, int layer, int index, double rate) {
    int key0 = DropoutMask.key0(seed, layer);
    int key1 = DropoutMask.key1(seed, layer);
    return DropoutMask.bits(key0, key1, index) >>> 8 < DropoutMask.threshold(rate);
  }
}
