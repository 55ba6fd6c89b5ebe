package io.github.gan4j.examples.problem;

import io.github.gan4j.datasets.DatasetException;
import io.github.gan4j.datasets.Remedy;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;

/** What to tell a person of an exception. */
public final class Messages {
  private Messages() {}

  /** Returns the flag that helps against data that cannot be read. */
  private static String flag(Remedy remedy) {
    return switch (remedy) {
      case NONE -> "";
      case RESAMPLE -> "--image-size 64 resamples images to 64 x 64";
      case SKIP_BAD_FILES -> "--skip-bad-files goes on without them";
      case STATE_RANGE -> "state it by --value-range BLACK:WHITE, as in 0:1";
    };
  }

  /** Returns the line that tells of an error. */
  public static String error(CommandLine command, String message) {
    return command.getColorScheme().ansi().string("@|bold,red error:|@ ") + message;
  }

  public static String of(Throwable e) {
    if (e instanceof DatasetException failure) {
      return failure.messageWith(flag(failure.remedy()));
    }
    String message = e.getMessage();
    if (message == null) {
      return e.toString();
    }
    // The message of these is the file alone.
    if (e instanceof NoSuchFileException) {
      return message + " does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return message + " may not be read or written";
    }
    if (e instanceof FileAlreadyExistsException) {
      return message + " exists already";
    }
    if (e instanceof NotDirectoryException) {
      return message + " is not a folder";
    }
    return message;
  }
}
