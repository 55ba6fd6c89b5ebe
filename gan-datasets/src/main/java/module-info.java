/** Datasets for GAN4J. */
module io.github.gan4j.datasets {
  requires transitive io.github.gan4j;
  requires java.desktop;
  requires org.slf4j;
  requires static org.jspecify;

  exports io.github.gan4j.datasets;
}
