package io.github.gan4j.cli.problem;

import io.github.gan4j.datasets.DatasetException;
import io.github.gan4j.datasets.Remedy;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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

  /** Returns what went wrong, with the file if it was one. */
  public static String of(Throwable e) {
    if (e instanceof DatasetException failure) {
      return failure.messageWith(flag(failure.remedy()));
    }
    String message = e.getMessage();
    if (message == null) {
      return e.toString();
    }
    // Without a reason, the message of these is the file alone, and the type says what is wrong.
    return e instanceof FileSystemException failure && failure.getReason() == null
        ? message + ": " + reason(failure)
        : message;
  }

  /** Returns what is wrong with the file of an exception, to be read after its name. */
  public static String reason(FileSystemException e) {
    String reason = e.getReason();
    if (reason != null) {
      return reason;
    }
    if (e instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "may not be read or written";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "exists already";
    }
    if (e instanceof NotDirectoryException) {
      return "is not a folder";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "is a folder that holds something";
    }
    return "cannot be read or written";
  }
}
