package io.github.gan4j.cpu.internal.blas;

import io.github.gan4j.error.EngineException;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Single-precision matrix products of row-major matrices by OpenBLAS. The calling thread does all
 * of the work: threads are the engine's business.
 */
public final class Blas {
  private Blas() {}

  /**
   * Loads the native library and tells it to use one thread a call.
   *
   * @throws EngineException if it cannot be loaded; the message says what to do
   */
  public static void load() {
    try {
      Loader.load(openblas_nolapack.class);
      useCallingThreadOnly();
      bind();
    } catch (LinkageError e) {
      throw NativeLibrary.notLoaded("OpenBLAS", e, NativeArtifact.OPENBLAS, NativeArtifact.JAVACPP);
    }
  }

  /**
   * Multiplies once. The system looks a function up at its first call, and would find that of
   * another library of the same functions if one had been loaded meanwhile.
   */
  private static void bind() {
    try (FloatPointer one = new FloatPointer(1f);
        FloatPointer product = new FloatPointer(0f)) {
      multiply(1, 1, 1, one, 1, one, 1, product, 1, false);
    }
  }

  /** Tells OpenBLAS again, in case somebody else in this process told it otherwise. */
  public static void useCallingThreadOnly() {
    if (openblas_nolapack.blas_get_num_threads() != 1) {
      openblas_nolapack.blas_set_num_threads(1);
    }
  }

  /** Returns the library's name and version. */
  public static String version() {
    return openblas_nolapack.OPENBLAS_VERSION.strip();
  }

  /** Computes c = a · b (+ c), for a of m × k, b of k × n and c of m × n. */
  public static void multiply(
      int m,
      int n,
      int k,
      FloatPointer a,
      int aStride,
      FloatPointer b,
      int bStride,
      FloatPointer c,
      int cStride,
      boolean add) {
    gemm(false, false, m, n, k, a, aStride, b, bStride, c, cStride, add);
  }

  /** Computes c = a · bᵀ (+ c), for a of m × k, b of n × k and c of m × n. */
  public static void multiplyTransposed(
      int m,
      int n,
      int k,
      FloatPointer a,
      int aStride,
      FloatPointer b,
      int bStride,
      FloatPointer c,
      int cStride,
      boolean add) {
    gemm(false, true, m, n, k, a, aStride, b, bStride, c, cStride, add);
  }

  /** Computes c = aᵀ · b (+ c), for a of k × m, b of k × n and c of m × n. */
  public static void transposedMultiply(
      int m,
      int n,
      int k,
      FloatPointer a,
      int aStride,
      FloatPointer b,
      int bStride,
      FloatPointer c,
      int cStride,
      boolean add) {
    gemm(true, false, m, n, k, a, aStride, b, bStride, c, cStride, add);
  }

  private static void gemm(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      FloatPointer a,
      int aStride,
      FloatPointer b,
      int bStride,
      FloatPointer c,
      int cStride,
      boolean add) {
    if (m == 0) {
      return;
    }
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        transposeA ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        transposeB ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        m,
        n,
        k,
        1f,
        a,
        aStride,
        b,
        bStride,
        add ? 1f : 0f,
        c,
        cStride);
  }
}
