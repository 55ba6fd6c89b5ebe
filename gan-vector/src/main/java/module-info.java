/** Kernels on the JDK's incubating Vector API. */
module io.github.gan4j.vector {
  requires jdk.management;
  requires static jdk.incubator.vector;
  requires static org.jspecify;

  exports io.github.gan4j.vector;
}
