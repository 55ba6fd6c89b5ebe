/** The engine that runs networks on the processor. */
module io.github.gan4j.cpu {
  requires transitive io.github.gan4j;
  requires io.github.gan4j.vector;
  requires org.bytedeco.javacpp;
  requires org.bytedeco.openblas;
  requires static org.bytedeco.mkl;
  requires static org.jspecify;

  exports io.github.gan4j.cpu;

  provides io.github.gan4j.engine.GanEngineProvider with
      io.github.gan4j.cpu.CpuEngineProvider;
}
