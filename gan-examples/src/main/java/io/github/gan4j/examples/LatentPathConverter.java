package io.github.gan4j.examples;

import io.github.gan4j.model.LatentPath;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds the kind of path that a flag names. */
final class LatentPathConverter implements ITypeConverter<LatentPath> {
  @Override
  public LatentPath convert(String name) {
    for (LatentPath path : LatentPath.values()) {
      if (nameOf(path).equals(name)) {
        return path;
      }
    }
    throw new TypeConversionException("must be spherical or linear, was " + name);
  }

  static String nameOf(LatentPath path) {
    return path.name().toLowerCase(Locale.ROOT);
  }
}
