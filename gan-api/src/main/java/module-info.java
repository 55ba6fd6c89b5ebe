/** The public API of GAN4J, its training loop, and the contract that engines keep. */
@SuppressWarnings("module") // Those that internals are exported to are compiled later.
module io.github.gan4j {
  requires transitive java.desktop;
  requires static transitive org.jspecify;
  requires static transitive com.google.errorprone.annotations;
  requires com.google.gson;
  requires org.slf4j;

  exports io.github.gan4j;
  exports io.github.gan4j.checkpoint;
  exports io.github.gan4j.config;
  exports io.github.gan4j.data;
  exports io.github.gan4j.engine;
  exports io.github.gan4j.error;
  exports io.github.gan4j.image;
  exports io.github.gan4j.loss;
  exports io.github.gan4j.model;
  exports io.github.gan4j.random;
  exports io.github.gan4j.training;
  exports io.github.gan4j.internal.argument to
      io.github.gan4j.datasets,
      io.github.gan4j.metrics;
  exports io.github.gan4j.internal.io to
      io.github.gan4j.cli,
      io.github.gan4j.report;

  uses io.github.gan4j.engine.GanEngineProvider;
  uses org.slf4j.spi.SLF4JServiceProvider;
}
