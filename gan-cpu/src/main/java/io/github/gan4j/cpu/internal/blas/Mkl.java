package io.github.gan4j.cpu.internal.blas;

import io.github.gan4j.error.EngineException;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.mkl.global.mkl_rt;

/**
 * Products of bfloat16 by Intel's oneMKL: operands of bfloat16, sums of float. Row-major. Each call
 * computes on its own thread.
 */
public final class Mkl {
  private Mkl() {}

  /**
   * Loads the native library.
   *
   * @throws EngineException if it cannot be loaded; the message says what to do
   */
  public static void load() {
    letOpenblasBeFirst();
    try {
      Loader.load(mkl_rt.class);
      // The sequential layer is not among the files that come with it.
      mkl_rt.MKL_Set_Threading_Layer(mkl_rt.MKL_THREADING_INTEL);
    } catch (LinkageError e) {
      throw NativeLibrary.notLoaded("oneMKL", e, NativeArtifact.MKL, NativeArtifact.MKL_REDIST);
    }
  }

  /**
   * This library has functions of OpenBLAS's names, which would be called in its place later on.
   */
  private static void letOpenblasBeFirst() {
    try {
      Blas.load();
    } catch (EngineException e) {
      // Without OpenBLAS there is nothing to mistake.
    }
  }

  /** Computes c = a · b (+ c), of which a and b may be given transposed. */
  public static void multiply(
      boolean transposeA,
      boolean transposeB,
      int m,
      int n,
      int k,
      ShortPointer a,
      int aStride,
      ShortPointer b,
      int bStride,
      FloatPointer c,
      int cStride,
      boolean add) {
    if (m == 0) {
      return;
    }
    // A thread's own setting, of which there is no telling that it was made before.
    mkl_rt.MKL_Set_Num_Threads_Local(1);
    mkl_rt.cblas_gemm_bf16bf16f32(
        mkl_rt.CblasRowMajor,
        transposeA ? mkl_rt.CblasTrans : mkl_rt.CblasNoTrans,
        transposeB ? mkl_rt.CblasTrans : mkl_rt.CblasNoTrans,
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
