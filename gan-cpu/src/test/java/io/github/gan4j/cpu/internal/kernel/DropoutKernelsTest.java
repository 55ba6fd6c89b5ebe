package io.github.gan4j.cpu.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.random.DropoutMask;
import java.util.Arrays;
import java.util.Random;

class DropoutKernelsTest {
  private static final int BEYOND = 9;

  @Sizes
  void keepsExactlyWhatTheMaskKeeps(int n) {
    Random random = new Random(n);
    int[] firsts = {0, n, 12_345, Integer.MAX_VALUE - n / 2, -1};
    double[] rates = {0, 1e-6, 0.3, 0.5, 0.9, 0.999};
    for (int first : firsts) {
      for (double rate : rates) {
        long seed = random.nextLong();
        int layer = random.nextInt(6);
        int key0 = DropoutMask.key0(seed, layer);
        int key1 = DropoutMask.key1(seed, layer);
        int threshold = DropoutMask.threshold(rate);
        int[] kept = new int[n + BEYOND];
        Arrays.fill(kept, 77);
        DropoutKernels.keep(kept, key0, key1, first, threshold, n);
        for (int i = 0; i < kept.length; i++) {
          boolean dropped = DropoutMask.bits(key0, key1, first + i) >>> 8 < threshold;
          assertThat(kept[i]).as("place %d", i).isEqualTo(i >= n ? 77 : dropped ? 0 : 1);
        }
      }
    }
  }

  @Sizes
  void factorsScaleWhatIsKept(int n) {
    int[] kept = new int[n + BEYOND];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = i % 3 == 0 ? 0 : 1;
    }
    float[] factors = new float[n + BEYOND];
    Arrays.fill(factors, 77);
    DropoutKernels.factors(factors, kept, 1.25f, n);
    for (int i = 0; i < factors.length; i++) {
      assertThat(factors[i]).isEqualTo(i >= n ? 77f : i % 3 == 0 ? 0f : 1.25f);
    }
  }
}
