/** Metrics of generated images: classifier, mode coverage, nearest real images. */
module io.github.gan4j.metrics {
  requires transitive io.github.gan4j;

  exports io.github.gan4j.metrics.classifier;
  exports io.github.gan4j.metrics.modes;
  exports io.github.gan4j.metrics.nearest;
}
