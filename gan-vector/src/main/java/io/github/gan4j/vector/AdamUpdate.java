package io.github.gan4j.vector;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adam (Kingma and Ba, 2015, arXiv:1412.6980), with numbers that also make other methods of it, and
 * the running average of what it updates.
 *
 * <p>Subnormal moments are kept out by adding a small number and taking it away again; see the
 * engine's scalar kernel, whose bits these are.
 */
public final class AdamUpdate {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final float MEAN_FLOOR = 1e-10f;
  static final float SQUARE_FLOOR = 1e-20f;

  /**
   * One update's numbers.
   *
   * @param gradientFactor what the gradient is multiplied by first
   * @param rest1 1 − beta1, rounded once
   * @param beta2 decay of the second moment
   * @param rest2 1 − beta2, rounded once
   * @param stepSize learning rate / (1 − beta1^t)
   * @param rootCorrection 1 / √(1 − beta2^t)
   * @param epsilon added to the corrected root
   * @param decay the share of a value that is taken away, apart from its gradient
   */
  public record Numbers(
      float gradientFactor,
      float rest1,
      float beta2,
      float rest2,
      float stepSize,
      float rootCorrection,
      float epsilon,
      float decay) {}

  private static final VectorKernel UPDATE = new UpdateKernel();
  private static final VectorKernel AVERAGE = new AverageKernel();

  private AdamUpdate() {}

  static List<VectorKernel> kernels() {
    return List.of(UPDATE, AVERAGE);
  }

  private static final class UpdateKernel extends VectorKernel {
    private final int count = TURNS * SPECIES.length();
    private final float[] w = new float[count];
    private final float[] gradient = new float[count];
    private final float[] first = new float[count];
    private final float[] second = new float[count];
    private final Numbers numbers = new Numbers(1, 0.5f, 0.9f, 0.1f, 1e-3f, 1, 1, 0);

    @Override
    void call(int time) {
      boolean unused = updateVectors(count, w, 0, gradient, 0, first, 0, second, 0, numbers);
    }
  }

  private static final class AverageKernel extends VectorKernel {
    private final int count = TURNS * SPECIES.length();
    private final float[] w = new float[count];
    private final float[] average = new float[count];

    @Override
    void call(int time) {
      averageVectors(count, w, 0, average, 0, 0.1f);
    }
  }

  /**
   * Updates {@code count} values of w, and their moments, by their gradient; rounded up to whole
   * vectors, for which arrays have room.
   *
   * @return whether the values and their second moments are finite now
   */
  public static boolean update(
      int count,
      float[] w,
      int wOffset,
      float[] gradient,
      int gradientOffset,
      float[] first,
      int firstOffset,
      float[] second,
      int secondOffset,
      Numbers numbers) {
    if (UPDATE.isCompiled()) {
      return updateVectors(
          count,
          w,
          wOffset,
          gradient,
          gradientOffset,
          first,
          firstOffset,
          second,
          secondOffset,
          numbers);
    }
    return PlainKernels.update(
        wholeVectors(count),
        w,
        wOffset,
        gradient,
        gradientOffset,
        first,
        firstOffset,
        second,
        secondOffset,
        numbers);
  }

  private static int wholeVectors(int count) {
    return SPECIES.loopBound(count + SPECIES.length() - 1);
  }

  private static boolean updateVectors(
      int count,
      float[] w,
      int wOffset,
      float[] gradient,
      int gradientOffset,
      float[] first,
      int firstOffset,
      float[] second,
      int secondOffset,
      Numbers numbers) {
    FloatVector zero = FloatVector.zero(SPECIES);
    // Becomes NaN where anything is not finite.
    FloatVector nonFinite = zero;
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector g =
          floor(
              FloatVector.fromArray(SPECIES, gradient, gradientOffset + i)
                  .mul(numbers.gradientFactor),
              MEAN_FLOOR);
      FloatVector m = mean(FloatVector.fromArray(SPECIES, first, firstOffset + i), g, numbers);
      FloatVector v = square(FloatVector.fromArray(SPECIES, second, secondOffset + i), g, numbers);
      m.intoArray(first, firstOffset + i);
      v.intoArray(second, secondOffset + i);
      FloatVector moved = step(FloatVector.fromArray(SPECIES, w, wOffset + i), m, v, numbers);
      moved.intoArray(w, wOffset + i);
      nonFinite = moved.add(v).fma(zero, nonFinite);
    }
    return !nonFinite.test(VectorOperators.IS_NAN).anyTrue();
  }

  /**
   * Moves {@code count} values of a running average towards w: average += rest · (w − average);
   * rounded up to whole vectors, for which arrays have room.
   *
   * @param rest 1 − the average's decay
   */
  public static void average(
      int count, float[] w, int wOffset, float[] average, int averageOffset, float rest) {
    if (AVERAGE.isCompiled()) {
      averageVectors(count, w, wOffset, average, averageOffset, rest);
    } else {
      PlainKernels.average(wholeVectors(count), w, wOffset, average, averageOffset, rest);
    }
  }

  private static void averageVectors(
      int count, float[] w, int wOffset, float[] average, int averageOffset, float rest) {
    FloatVector share = FloatVector.broadcast(SPECIES, rest);
    for (int i = 0; i < count; i += SPECIES.length()) {
      FloatVector before = FloatVector.fromArray(SPECIES, average, averageOffset + i);
      FloatVector news = FloatVector.fromArray(SPECIES, w, wOffset + i).sub(before);
      share.fma(news, before).intoArray(average, averageOffset + i);
    }
  }

  private static FloatVector mean(FloatVector m, FloatVector g, Numbers numbers) {
    return floor(FloatVector.broadcast(SPECIES, numbers.rest1).fma(g.sub(m), m), MEAN_FLOOR);
  }

  private static FloatVector square(FloatVector v, FloatVector g, Numbers numbers) {
    FloatVector news = FloatVector.broadcast(SPECIES, numbers.rest2).mul(g).mul(g);
    return floor(FloatVector.broadcast(SPECIES, numbers.beta2).fma(v, news), SQUARE_FLOOR);
  }

  private static FloatVector step(FloatVector w, FloatVector m, FloatVector v, Numbers numbers) {
    FloatVector root =
        v.sqrt()
            .fma(
                FloatVector.broadcast(SPECIES, numbers.rootCorrection),
                FloatVector.broadcast(SPECIES, numbers.epsilon));
    FloatVector kept = FloatVector.broadcast(SPECIES, -numbers.decay).fma(w, w);
    return FloatVector.broadcast(SPECIES, -numbers.stepSize).fma(m.div(root), kept);
  }

  private static FloatVector floor(FloatVector x, float floor) {
    FloatVector small = FloatVector.broadcast(SPECIES, floor);
    return x.add(small).sub(small);
  }
}
