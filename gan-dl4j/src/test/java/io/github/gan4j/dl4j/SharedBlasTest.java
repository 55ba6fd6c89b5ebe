package io.github.gan4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.cpu.CpuEngine;
import io.github.gan4j.cpu.Kernels;
import io.github.gan4j.engine.GanEngine;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J and the engine use one OpenBLAS, whose number of threads each sets for itself. */
class SharedBlasTest {
  @Test
  void theEngineTellsOpenblasAgainAfterNd4jDid() {
    assertThat(Nd4j.ones(4, 4).mmul(Nd4j.ones(4, 4)).sumNumber().intValue()).isEqualTo(64);
    Nd4j.factory().blas().setMaxThreads(2);
    assertThat(openblas_nolapack.blas_get_num_threads()).as("one library for both").isEqualTo(2);

    try (GanEngine engine = new CpuEngine(2, Kernels.OPENBLAS)) {
      assertThat(engine.description()).contains("OpenBLAS");
    }

    assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
  }
}
