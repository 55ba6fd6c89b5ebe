package io.github.gan4j.datasets;

/**
 * Takes values at equal distances to another number of them, each a mean of those around its place
 * by the weights of a triangle. Immutable.
 *
 * <p>Weights are multiples of 2⁻²⁰ that add up to exactly 1. So every partial sum of values in [-1,
 * 1] rounds to something no farther from 0 than the weights so far: nothing leaves [-1, 1], and a
 * constant ±1 stays what it is.
 */
final class Resampling {
  private static final int ONE = 1 << 20;

  private final int from;
  private final int to;
  private final int taps;
  private final int[] first;
  private final float[] weights;

  Resampling(int from, int to) {
    this.from = from;
    this.to = to;
    double step = (double) from / to;
    double reach = Math.max(1, step);
    first = new int[to];
    int[] last = new int[to];
    int widest = 0;
    for (int i = 0; i < to; i++) {
      double center = (i + 0.5) * step - 0.5;
      first[i] = Math.max(0, (int) Math.floor(center - reach) + 1);
      last[i] = Math.min(from - 1, (int) Math.ceil(center + reach) - 1);
      widest = Math.max(widest, last[i] - first[i] + 1);
    }
    taps = widest;
    weights = new float[to * taps];
    for (int i = 0; i < to; i++) {
      double center = (i + 0.5) * step - 0.5;
      int start = Math.min(first[i], from - taps);
      weigh(center, reach, first[i], last[i], i * taps + first[i] - start);
      first[i] = start;
    }
  }

  /** Writes the weights of the inputs from first to last; the sum so far is rounded, not each. */
  private void weigh(double center, double reach, int firstInput, int lastInput, int at) {
    double total = 0;
    for (int i = firstInput; i <= lastInput; i++) {
      total += reach - Math.abs(i - center);
    }
    double sum = 0;
    long rounded = 0;
    for (int i = firstInput; i <= lastInput; i++) {
      sum += reach - Math.abs(i - center);
      long next = Math.round(sum / total * ONE);
      weights[at + i - firstInput] = (float) (next - rounded) / ONE;
      rounded = next;
    }
  }

  /** Resamples each of the rows, which stand one after the other in both arrays. */
  void alongRows(int rows, float[] in, int inOffset, float[] out, int outOffset) {
    for (int row = 0; row < rows; row++) {
      alongRow(in, inOffset + row * from, out, outOffset + row * to);
    }
  }

  private void alongRow(float[] in, int inOffset, float[] out, int outOffset) {
    int weight = 0;
    for (int i = 0; i < to; i++) {
      int source = inOffset + first[i];
      float sum = 0;
      for (int tap = 0; tap < taps; tap++) {
        sum += weights[weight++] * in[source + tap];
      }
      out[outOffset + i] = sum;
    }
  }

  /** Makes rows of this width of others, which stand one after the other in both arrays. */
  void acrossRows(int width, float[] in, int inOffset, float[] out, int outOffset) {
    for (int i = 0; i < to; i++) {
      int target = outOffset + i * width;
      int source = inOffset + first[i] * width;
      float weight = weights[i * taps];
      for (int x = 0; x < width; x++) {
        out[target + x] = weight * in[source + x];
      }
      for (int tap = 1; tap < taps; tap++) {
        add(weights[i * taps + tap], in, source + tap * width, out, target, width);
      }
    }
  }

  private static void add(
      float weight, float[] in, int source, float[] out, int target, int width) {
    for (int x = 0; x < width; x++) {
      out[target + x] += weight * in[source + x];
    }
  }
}
