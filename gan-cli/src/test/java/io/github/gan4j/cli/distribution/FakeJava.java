package io.github.gan4j.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes JDKs whose java prints its name and its arguments, one a line. */
final class FakeJava {
  /** The exit code of each. */
  static final int EXIT_CODE = 7;

  private FakeJava() {}

  /** Makes a JDK that tells its version in a file, as all of today do. */
  static Path make(Path home, String version) throws IOException {
    withoutRelease(home, version);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** Makes a JDK that must be asked for its version. */
  static Path withoutRelease(Path home, String version) throws IOException {
    return write(
        home,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2025-04-15' >&2
          exit
        fi
        echo '%s'
        for argument in "$@"; do
          echo "$argument"
          case $argument in
            -XX:ArchiveClassesAtExit=*)
              echo archive >"${argument#*=}"
              exit 0 ;;
          esac
        done
        exit %d
        """
            .formatted(version, home.getFileName(), EXIT_CODE));
  }

  /** Makes a JDK with a java of one's own. */
  static Path write(Path home, String script) throws IOException {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, script);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }
}
