package io.github.gan4j.random;

/**
 * Random numbers as a function of (seed, stream, step, position): nothing is consumed and there is
 * no state to save, so a run that goes on at step k draws what an uninterrupted one would.
 *
 * <p>The generator is {@linkplain Philox Philox4x32-10}. Immutable and thread-safe. The numbers are
 * the same on every machine.
 */
public final class CounterRandom {
  private static final int WORDS = 4;

  /**
   * Numbers drawn at once; a multiple of {@link #WORDS}. Enough for loops that work on vectors, and
   * few, since their arrays are garbage after each call.
   */
  private static final int CHUNK = 256;

  private static final double TWO_POW_MINUS_32 = 0x1p-32;

  private final int key0;
  private final int key1;
  private final int stream;
  private final int step0;
  private final int step1;

  /** Makes the numbers of one step of one stream; any seed and step will do. */
  public CounterRandom(long seed, RandomStream stream, long step) {
    key0 = (int) seed;
    key1 = (int) (seed >>> 32);
    this.stream = stream.number();
    step0 = (int) step;
    step1 = (int) (step >>> 32);
  }

  /**
   * Fills a range with standard normal numbers, by the inverse distribution function of one 32-bit
   * word each; none is beyond ±6.4.
   */
  public void fillNormal(float[] target, int offset, int length) {
    fill(
        offset,
        length,
        (u, spare, count, at) -> Normal.inverseCumulative(u, spare, count, target, at));
  }

  /**
   * Fills a range with standard normal numbers of those within ±threshold alone, as if others were
   * drawn again, by the inverse of the truncated distribution function: one word each, whatever the
   * threshold, and another threshold moves every number without changing their order.
   *
   * @param threshold positive; infinity gives what {@link #fillNormal} gives
   * @throws IllegalArgumentException if the threshold is not positive
   */
  public void fillTruncatedNormal(float[] target, int offset, int length, double threshold) {
    if (!(threshold > 0)) {
      throw new IllegalArgumentException("threshold must be positive, was " + threshold);
    }
    double share = Normal.within(threshold);
    float last =
        (float) threshold <= threshold ? (float) threshold : Math.nextDown((float) threshold);
    fill(
        offset,
        length,
        (u, spare, count, at) -> {
          for (int i = 0; i < count; i++) {
            u[i] = 0.5 + (u[i] - 0.5) * share;
          }
          Normal.inverseCumulative(u, spare, count, target, at);
          // Rounding to float may go beyond the threshold.
          for (int i = at; i < at + count; i++) {
            target[i] = Math.max(-last, Math.min(target[i], last));
          }
        });
  }

  /** Fills a range with numbers uniform in [{@code from}, {@code to}). */
  public void fillUniform(float[] target, int offset, int length, double from, double to) {
    double width = to - from;
    float last = Math.nextDown((float) to);
    // Rounding to float may reach the excluded end.
    fill(
        offset,
        length,
        (u, spare, count, at) -> {
          for (int i = 0; i < count; i++) {
            target[at + i] = Math.min((float) (from + width * u[i]), last);
          }
        });
  }

  /** Returns 64 random bits; another index, from 0 on, gives others. */
  public long bits(int index) {
    int[] words = new int[WORDS];
    block(index, words);
    return join(words[0], words[1]);
  }

  /** Returns the numbers from 0 to {@code n - 1} in random order (Fisher and Yates). */
  public int[] permutation(int n) {
    int[] order = new int[n];
    int[] words = new int[WORDS];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      block(i, words);
      // 63 bits against at most 31: the bias is below 2^-32.
      long draw = join(words[0], words[1]) >>> 1;
      int j = (int) (draw % (i + 1));
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  private static long join(int high, int low) {
    return ((long) high << 32) | (low & 0xFFFFFFFFL);
  }

  /** What becomes of numbers uniform in (0, 1). */
  interface FromUniform {
    /**
     * Maps the first {@code count} of u, in (0, 1), to the target from a place on; {@code spare} is
     * as long as u and may be written.
     */
    void map(double[] u, double[] spare, int count, int at);
  }

  private void fill(int offset, int length, FromUniform map) {
    draw(0, length, (u, spare, count, at) -> map.map(u, spare, count, offset + at));
  }

  /**
   * Draws the numbers at positions from {@code first}, a multiple of {@link #WORDS}, to {@code
   * end}, which is left out. Longs, since the chunk after the last of an array may lie beyond all
   * ints.
   */
  void draw(long first, long end, FromUniform map) {
    double[] u = new double[(int) Math.min(CHUNK, end - first)];
    double[] spare = new double[u.length];
    int[] words = new int[WORDS];
    for (long from = first; from < end; from += CHUNK) {
      int count = (int) Math.min(CHUNK, end - from);
      for (int i = 0; i < count; i += WORDS) {
        block((int) ((from + i) / WORDS), words);
        int lanes = Math.min(WORDS, count - i);
        for (int lane = 0; lane < lanes; lane++) {
          u[i + lane] = ((words[lane] & 0xFFFFFFFFL) + 0.5) * TWO_POW_MINUS_32;
        }
      }
      map.map(u, spare, count, (int) from);
    }
  }

  private void block(int index, int[] words) {
    Philox.block(index, step0, step1, stream, key0, key1, words, 0);
  }
}
