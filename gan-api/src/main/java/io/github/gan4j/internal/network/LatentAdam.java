package io.github.gan4j.internal.network;

/** Adam (Kingma and Ba, 2015, arXiv:1412.6980) on latent vectors, which live on the heap. */
final class LatentAdam {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.99;
  private static final float EPSILON = 1e-12f;

  private final float[] first;
  private final float[] second;

  LatentAdam(int size) {
    first = new float[size];
    second = new float[size];
  }

  /**
   * Moves values against their gradient.
   *
   * @param step from 1 on
   */
  void update(float[] values, float[] gradient, int step, double rate) {
    float beta1 = (float) BETA1;
    float beta2 = (float) BETA2;
    float size = (float) (rate / (1 - Math.pow(BETA1, step)));
    float correction = (float) (1 / (1 - Math.pow(BETA2, step)));
    for (int i = 0; i < values.length; i++) {
      float g = gradient[i];
      first[i] = beta1 * first[i] + (1 - beta1) * g;
      second[i] = beta2 * second[i] + (1 - beta2) * g * g;
      float root = (float) Math.sqrt(second[i] * correction);
      values[i] -= size * first[i] / (root + EPSILON);
    }
  }

  /** Forgets where a value was going. */
  void stop(int index) {
    first[index] = 0;
  }
}
