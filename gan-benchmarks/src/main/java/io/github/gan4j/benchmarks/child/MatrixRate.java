package io.github.gan4j.benchmarks.child;

import io.github.gan4j.benchmarks.run.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Measures the best rate of a large matrix product in single precision, by OpenBLAS on all
 * processors: what a step could reach if it were nothing but large products.
 */
public final class MatrixRate {
  private static final int SIZE = 2048;
  private static final double FLOPS = 2.0 * SIZE * SIZE * SIZE;

  private MatrixRate() {}

  /**
   * Runs it.
   *
   * @param args how many products are timed
   */
  public static void main(String[] args) {
    openblas_nolapack.blas_set_num_threads(Runtime.getRuntime().availableProcessors());
    List<Double> gigaflops = new ArrayList<>();
    try (FloatPointer a = new FloatPointer((long) SIZE * SIZE);
        FloatPointer b = new FloatPointer((long) SIZE * SIZE);
        FloatPointer c = new FloatPointer((long) SIZE * SIZE)) {
      Random random = new Random(1);
      for (int i = 0; i < SIZE * SIZE; i++) {
        a.put(i, random.nextFloat());
        b.put(i, random.nextFloat());
      }
      for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        long start = System.nanoTime();
        multiply(a, b, c);
        gigaflops.add(FLOPS / (System.nanoTime() - start));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "gflops=%.1f openblas=%s%n",
        new Samples(gigaflops).most(),
        openblas_nolapack.OPENBLAS_VERSION.strip().replaceAll(".* ", ""));
  }

  private static void multiply(FloatPointer a, FloatPointer b, FloatPointer c) {
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        openblas_nolapack.CblasNoTrans,
        openblas_nolapack.CblasNoTrans,
        SIZE,
        SIZE,
        SIZE,
        1,
        a,
        SIZE,
        b,
        SIZE,
        0,
        c,
        SIZE);
  }
}
