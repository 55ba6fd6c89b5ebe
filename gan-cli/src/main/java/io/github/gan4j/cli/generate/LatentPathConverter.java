package io.github.gan4j.cli.generate;

import io.github.gan4j.model.LatentPath;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds the kind of path that a flag names. */
final class LatentPathConverter implements ITypeConverter<LatentPath> {
  /** The kinds' names, for a shell to complete. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(LatentPath.values()).map(LatentPathConverter::nameOf).iterator();
    }
  }

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
