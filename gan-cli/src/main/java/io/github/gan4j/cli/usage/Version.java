package io.github.gan4j.cli.usage;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  /** Returns the program's name and version. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "gan4j " + Objects.requireNonNullElse(version, "(not from a jar)");
  }
}
