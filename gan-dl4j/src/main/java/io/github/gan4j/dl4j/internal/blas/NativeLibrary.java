package io.github.gan4j.dl4j.internal.blas;

import io.github.gan4j.error.EngineException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;

/** What to say of a native library that is not there. */
final class NativeLibrary {
  private NativeLibrary() {}

  /**
   * Returns the error that names the library, the platform, the reason and the cure.
   *
   * @param artifacts with the classifiers that come after the platform's name, as in {@code
   *     mkl-redist}
   */
  static EngineException missing(String name, LinkageError reason, String... artifacts) {
    String cure =
        Arrays.stream(artifacts).map(NativeLibrary::artifact).collect(Collectors.joining(" and "));
    return new EngineException(
        "the native library %s cannot be loaded on %s (%s): add %s to the class path"
            .formatted(name, Loader.getPlatform(), firstLine(reason), cure),
        reason);
  }

  /** Returns group, artifact, version and classifier of native code for this platform. */
  private static String artifact(String name) {
    String id = name.replaceFirst("-.*", "");
    String classifier = Loader.getPlatform() + name.substring(id.length());
    try {
      String version = Loader.getVersion("org.bytedeco", id);
      return "org.bytedeco:%s:%s:%s".formatted(id, version, classifier);
    } catch (IOException e) {
      // Repackaged, without Maven's files, or not there at all.
      return "org.bytedeco:%s with the classifier %s".formatted(id, classifier);
    }
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
