package io.github.gan4j.cpu.internal.blas;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/**
 * A jar of native code for this platform, of the group {@code org.bytedeco}.
 *
 * @param id the artifact
 * @param classifierEnd what its classifier has after the platform's name
 * @param files the names of its first library, one of which it holds on each platform
 */
record NativeArtifact(String id, String classifierEnd, List<String> files) {
  static final NativeArtifact JAVACPP = jni("javacpp", "jnijavacpp");
  static final NativeArtifact OPENBLAS = jni("openblas", "jniopenblas_nolapack");
  static final NativeArtifact MKL = jni("mkl", "jnimkl_rt");
  static final NativeArtifact MKL_REDIST =
      new NativeArtifact("mkl", "-redist", List.of("libmkl_rt.so.2", "mkl_rt.2.dll"));

  private static NativeArtifact jni(String id, String library) {
    return new NativeArtifact(id, "", List.of(System.mapLibraryName(library)));
  }

  /** Returns whether it is on the class path, even if the system cannot load it from there. */
  boolean isThere() {
    return files.stream()
        .map(file -> "/org/bytedeco/%s/%s/%s".formatted(id, Loader.getPlatform(), file))
        .anyMatch(file -> Loader.class.getResource(file) != null);
  }

  /** Returns group, artifact, version and classifier, as one adds it to a build. */
  String coordinates() {
    String classifier = Loader.getPlatform() + classifierEnd;
    try {
      String version = Loader.getVersion("org.bytedeco", id);
      return "org.bytedeco:%s:%s:%s".formatted(id, version, classifier);
    } catch (IOException e) {
      // Repackaged, without Maven's files, or not there at all.
      return "org.bytedeco:%s with the classifier %s".formatted(id, classifier);
    }
  }

  /** Returns its name for the module system. */
  String moduleName() {
    return "org.bytedeco.%s.%s"
        .formatted(id, (Loader.getPlatform() + classifierEnd).replace('-', '.'));
  }

  /** Returns those that are not on the class path. */
  static List<NativeArtifact> missing(NativeArtifact... artifacts) {
    return Arrays.stream(artifacts).filter(artifact -> !artifact.isThere()).toList();
  }
}
