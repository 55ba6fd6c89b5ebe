package io.github.gan4j.cli.argument;

import io.github.gan4j.cli.settings.type.UserPath;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path of the command line. */
public final class PathConverter implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    try {
      return UserPath.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "must be a path, was %s: %s".formatted(text, e.getReason()));
    }
  }
}
