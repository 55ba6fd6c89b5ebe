package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;

/**
 * Toy data: two moons, half circles in the plane, each of which reaches into the other.
 *
 * <p>With t uniform in [0, π], class 0 lies around (cos t, sin t) and class 1 around (1 - cos t, ½
 * - sin t), with normal noise of deviation 0.05 along both axes; this is {@code make_moons} of
 * scikit-learn with random places. All of it is then moved to the origin and halved, {@code (x - ½)
 * / 2} and {@code (y - ¼) / 2}, to lie within (-1, 1): half circles of radius 0.5, deviation 0.025.
 */
public final class TwoMoons {
  private static final double NOISE = 0.05;

  private TwoMoons() {}

  /**
   * Draws points as images of shape 1x1x2, x before y, whose label is the half circle that each was
   * drawn from; both are equally likely.
   *
   * <p>The same seed gives the same bits on every machine, and more points begin with the fewer.
   *
   * @param size how many, from 1 to 1,073,741,819; each takes 12 bytes
   * @param seed any number
   * @throws IllegalArgumentException if the size is out of range
   */
  public static Dataset sample(int size, long seed) {
    Points.checkSize(size);
    DatasetRandom draws = new DatasetRandom(DatasetRandom.Kind.TWO_MOONS, seed);
    int[] moons = draws.choices(size, 2);
    float[] angles = draws.uniforms(size, Math.PI);
    float[] points = draws.normals(2 * size);
    for (int i = 0; i < size; i++) {
      // StrictMath: the points shall be the same on every machine.
      double cos = StrictMath.cos(angles[i]);
      double sin = StrictMath.sin(angles[i]);
      double x = (moons[i] == 0 ? cos : 1 - cos) + NOISE * points[2 * i];
      double y = (moons[i] == 0 ? sin : 0.5 - sin) + NOISE * points[2 * i + 1];
      points[2 * i] = (float) ((x - 0.5) / 2);
      points[2 * i + 1] = (float) ((y - 0.25) / 2);
    }
    return new StoredDataset(
        "two-moons", new Points(points), new ClassLabels(moons, ClassNames.numbers(2)));
  }
}
