package io.github.gan4j.cpu.internal.blas;

import io.github.gan4j.error.EngineException;
import io.github.gan4j.vector.VectorApi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;

/** What to say of a native library that cannot be loaded. */
final class NativeLibrary {
  /** By name: Java tells the reason at the first attempt only. */
  private static final Map<String, LinkageError> REASONS = new ConcurrentHashMap<>();

  private NativeLibrary() {}

  /**
   * Returns the error that names the library, the platform, the reason and the cure: which of the
   * artifacts to add, or what else to do if all are there.
   */
  static EngineException notLoaded(String name, LinkageError error, NativeArtifact... artifacts) {
    LinkageError reason = REASONS.computeIfAbsent(name, none -> error);
    List<NativeArtifact> missing = NativeArtifact.missing(artifacts);
    String cure =
        missing.isEmpty()
            ? "its files are on the class path, but cannot be extracted to a folder or loaded from"
                + " there; start Java with -Dorg.bytedeco.javacpp.cachedir=FOLDER, where files can"
                + " be written and executed, or with --add-modules %s -Dgan4j.kernels=vector, which needs none"
                    .formatted(VectorApi.MODULE)
            : toAdd(missing);
    return new EngineException(
        "the native library %s cannot be loaded on %s (%s): %s"
            .formatted(name, Loader.getPlatform(), firstLine(last(reason)), cure),
        reason);
  }

  private static String toAdd(List<NativeArtifact> missing) {
    String coordinates =
        missing.stream().map(NativeArtifact::coordinates).collect(Collectors.joining(" and "));
    if (!NativeLibrary.class.getModule().isNamed()) {
      return "add %s to the class path".formatted(coordinates);
    }
    return "add %s to the module path, and start Java with --add-modules %s, which nothing requires"
        .formatted(
            coordinates,
            missing.stream().map(NativeArtifact::moduleName).collect(Collectors.joining(",")));
  }

  /** The first says only that the library is not on the system's path either. */
  private static Throwable last(Throwable reason) {
    Throwable last = reason;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last;
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
