package io.github.gan4j.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterRandomTest {
  private static final long SEED = 0x0123456789abcdefL;

  @Test
  void theCounterIsPositionStepAndStreamAndTheKeyIsTheSeed() {
    // Fixed for ever: it is what a seed means.
    long step = 0x1122334455667788L;
    int[] words = new int[4];
    Philox.block(9, 0x55667788, 0x11223344, 4, 0x89abcdef, 0x01234567, words, 0);

    assertThat(new CounterRandom(SEED, RandomStream.LATENT, step).bits(9))
        .isEqualTo(((long) words[0] << 32) | Integer.toUnsignedLong(words[1]));
  }

  @Test
  void streamNumbersNeverChange() {
    assertThat(RandomStream.values())
        .extracting(stream -> stream + "=" + stream.number())
        .startsWith(
            "GENERATOR_WEIGHTS=1",
            "DISCRIMINATOR_WEIGHTS=2",
            "DATA_ORDER=3",
            "LATENT=4",
            "GENERATOR_LATENT=5",
            "DISCRIMINATOR_DROPOUT=6",
            "GENERATOR_DROPOUT=7",
            "SAMPLES=8",
            "MADE_DATA=9",
            "INSTANCE_NOISE=10",
            "LABEL_FLIPS=11",
            "GENERATOR_INSTANCE_NOISE=12",
            "PENALTY_PLACES=13",
            "PENALTY_NOISE=14",
            "PENALTY_DROPOUT=15",
            "INVERSION=16",
            "SINGULAR_VECTORS=17",
            "DRAGAN_PLACES=18",
            "GENERATOR_SINGULAR_VECTORS=19");
    assertThat(RandomStream.values()).extracting(RandomStream::number).doesNotHaveDuplicates();
  }

  @Test
  void seedsStreamsStepsAndPositionsAllMatter() {
    Set<Long> seen = new HashSet<>();
    int drawn = 0;
    for (long seed : new long[] {0, 1, -1, 1L << 32}) {
      for (RandomStream stream : RandomStream.values()) {
        for (long step : new long[] {0, 1, -1, 1L << 32}) {
          for (int index : new int[] {0, 1, 2}) {
            seen.add(new CounterRandom(seed, stream, step).bits(index));
            drawn++;
          }
        }
      }
    }
    assertThat(seen).hasSize(drawn);
  }

  @Test
  void aLongerDrawBeginsWithTheShorterOne() {
    float[] all = normals(1001);
    for (int length : new int[] {1, 2, 3, 4, 5, 998}) {
      assertThat(normals(length)).containsExactly(Arrays.copyOf(all, length));
    }
  }

  @Test
  void theLongestDrawEnds() {
    List<String> drawn = new ArrayList<>();
    int first = Integer.MAX_VALUE - 515;
    random(0)
        .draw(
            first,
            Integer.MAX_VALUE,
            (u, spare, count, at) -> {
              // An int that counts the chunks overflows after the last and goes on for ever.
              assertThat(drawn).hasSizeLessThan(3);
              drawn.add(count + " at " + at);
            });
    assertThat(drawn).containsExactly("256 at 2147483132", "256 at 2147483388", "3 at 2147483644");
  }

  @Test
  void aLateDrawHoldsWhatAWholeOneHasThere() {
    float[] late = new float[300];
    random(0)
        .draw(
            700,
            1000,
            (u, spare, count, at) -> Normal.inverseCumulative(u, spare, count, late, at - 700));
    assertThat(late).containsExactly(Arrays.copyOfRange(normals(1000), 700, 1000));
  }

  @Test
  void onlyTheRangeIsWritten() {
    float[] target = new float[12];
    Arrays.fill(target, 99);
    random(0).fillNormal(target, 3, 6);
    assertThat(Arrays.copyOf(target, 3)).containsOnly(99);
    assertThat(Arrays.copyOfRange(target, 3, 9)).containsExactly(normals(6));
    assertThat(Arrays.copyOfRange(target, 9, 12)).containsOnly(99);
  }

  @Test
  void normalNumbersHaveTheMomentsAndTailsOfANormalDistribution() {
    int n = 1_000_000;
    float[] values = normals(n);
    double[] moments = new double[5];
    int beyondThree = 0;
    for (float value : values) {
      for (int power = 1; power <= 4; power++) {
        moments[power] += Math.pow(value, power) / n;
      }
      beyondThree += Math.abs(value) > 3 ? 1 : 0;
    }
    // Five standard errors each.
    assertThat(moments[1]).isCloseTo(0, within(5e-3));
    assertThat(moments[2]).isCloseTo(1, within(7.1e-3));
    assertThat(moments[3]).isCloseTo(0, within(2e-2));
    assertThat(moments[4]).isCloseTo(3, within(4.9e-2));
    assertThat((double) beyondThree / n).isCloseTo(0.0026998, within(2.6e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.04, 0.5, 0.7, 1, 2, 3.3})
  void truncatedNumbersHaveTheMomentsOfTheTruncatedDistribution(double threshold) {
    int n = 1_000_000;
    float[] values = truncated(n, threshold);
    double[] found = new double[5];
    for (float value : values) {
      assertThat(Math.abs((double) value) <= threshold).isTrue();
      for (int power = 1; power <= 4; power++) {
        found[power] += Math.pow(value, power) / n;
      }
    }
    double[] moments = new double[9];
    for (int power = 0; power <= 8; power++) {
      moments[power] = truncatedMoment(power, threshold);
    }
    for (int power = 1; power <= 4; power++) {
      double variance = moments[2 * power] - moments[power] * moments[power];
      assertThat(found[power])
          .as("moment %d", power)
          .isCloseTo(moments[power], within(5 * Math.sqrt(variance / n)));
    }
  }

  @Test
  void truncatedNumbersAreThoseOfANormalDistributionThatLieWithin() {
    // The largest distance of two distribution functions (Kolmogorov and Smirnov).
    float[] kept = normals(1_000_000);
    int n = 0;
    for (float value : kept) {
      if (Math.abs(value) <= 0.7) {
        kept[n++] = value;
      }
    }
    kept = Arrays.copyOf(kept, n);
    float[] truncated = new float[n];
    random(1).fillTruncatedNormal(truncated, 0, n, 0.7);
    Arrays.sort(kept);
    Arrays.sort(truncated);
    double largest = 0;
    for (int i = 0, j = 0; i < n; i++) {
      while (j < n && truncated[j] <= kept[i]) {
        j++;
      }
      largest = Math.max(largest, Math.abs(i + 1 - j) / (double) n);
    }
    // One pair in a thousand is farther apart.
    assertThat(largest).isLessThan(1.95 * Math.sqrt(2.0 / n));
  }

  @Test
  void aThresholdMovesNumbersGraduallyAndAFarOneLeavesThem() {
    float[] normal = normals(1000);
    assertThat(truncated(1000, 9.1)).containsExactly(normal);
    assertThat(truncated(1000, Double.POSITIVE_INFINITY)).containsExactly(normal);
    float[] near = truncated(1000, 0.7);
    float[] nearer = truncated(1000, 0.69);
    for (int i = 0; i < 1000; i++) {
      assertThat(near[i] / normal[i]).isBetween(0f, 1f);
      assertThat(nearer[i] / near[i]).isBetween(0.98f, 1f);
    }
    assertThat(truncated(3, 0.7)).containsExactly(Arrays.copyOf(near, 3));
  }

  @Test
  void aTinyThresholdGivesAnEvenSpread() {
    for (float value : truncated(1000, 1e-6)) {
      assertThat(Math.abs(value)).isLessThanOrEqualTo(1e-6f);
    }
    assertThat(truncated(1000, 1e-6)).doesNotHaveDuplicates();
    assertThat(truncated(1000, Double.MIN_VALUE)).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void aThresholdThatIsNotPositiveIsRefused(double threshold) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> truncated(1, threshold))
        .withMessage("threshold must be positive, was " + threshold);
  }

  @Test
  void neighboursAreUncorrelated() {
    int n = 400_000;
    float[] values = normals(n + 4);
    for (int lag = 1; lag <= 4; lag++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += (double) values[i] * values[i + lag];
      }
      assertThat(sum / n).as("lag %d", lag).isCloseTo(0, within(8e-3));
    }
  }

  @Test
  void uniformNumbersFillTheirRangeAndLeaveOutItsEnd() {
    int n = 400_000;
    float[] values = new float[n];
    random(0).fillUniform(values, 0, n, -1, 3);
    int[] tenths = new int[10];
    for (float value : values) {
      assertThat(value >= -1 && value < 3).isTrue();
      tenths[(int) ((value + 1) / 0.4)]++;
    }
    for (int count : tenths) {
      assertThat(count).isBetween(39_000, 41_000);
    }
  }

  @Test
  void roundingNeverReachesTheEndOfTheRange() {
    // Three floats fit: two thirds of all draws would round up to the end or beyond.
    float from = 1;
    float to = Math.nextUp(Math.nextUp(from));
    float[] values = new float[1000];
    random(0).fillUniform(values, 0, values.length, from, to);
    assertThat(values).containsOnly(from, Math.nextUp(from));
  }

  @Test
  void aPermutationHoldsEveryNumberOnce() {
    for (int n : new int[] {0, 1, 2, 1000}) {
      int[] sorted = random(n).permutation(n);
      Arrays.sort(sorted);
      int[] expected = new int[n];
      Arrays.setAll(expected, i -> i);
      assertThat(sorted).containsExactly(expected);
    }
  }

  @Test
  void allOrdersAreEquallyLikely() {
    int draws = 24_000;
    int[] seen = new int[256];
    for (int step = 0; step < draws; step++) {
      int[] order = random(step).permutation(4);
      seen[order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3]]++;
    }
    double chiSquare = 0;
    int orders = 0;
    for (int count : seen) {
      if (count > 0) {
        chiSquare += (count - 1000.0) * (count - 1000.0) / 1000;
        orders++;
      }
    }
    assertThat(orders).isEqualTo(24);
    // 23 degrees of freedom: 99.9 % stay below 49.7.
    assertThat(chiSquare).isLessThan(49.7);
  }

  @Test
  void theSameNumbersComeInAnyOrder() {
    CounterRandom random = random(5);
    long later = random.bits(7);
    assertThat(random.bits(0)).isNotEqualTo(later);
    assertThat(random.bits(7)).isEqualTo(later);
  }

  private static CounterRandom random(long step) {
    return new CounterRandom(SEED, RandomStream.SAMPLES, step);
  }

  private static float[] truncated(int count, double threshold) {
    float[] values = new float[count];
    random(0).fillTruncatedNormal(values, 0, count, threshold);
    return values;
  }

  /** Returns the mean of x to this power over a truncated distribution, by Simpson's rule. */
  private static double truncatedMoment(int power, double threshold) {
    int pieces = 10_000;
    double above = 0;
    double below = 0;
    for (int i = 0; i <= pieces; i++) {
      double x = threshold * (2.0 * i / pieces - 1);
      double weight = i == 0 || i == pieces ? 1 : i % 2 == 0 ? 2 : 4;
      above += weight * Math.pow(x, power) * Math.exp(-x * x / 2);
      below += weight * Math.exp(-x * x / 2);
    }
    return above / below;
  }

  private static float[] normals(int count) {
    float[] values = new float[count];
    random(0).fillNormal(values, 0, count);
    return values;
  }
}
