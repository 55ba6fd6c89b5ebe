package io.github.gan4j.report.losses;

import io.github.gan4j.report.internal.OutputFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A text file that grows while a run goes on: created with the first run, appended to in each
 * further one. Where it cannot be written any more it throws once and is then left alone: a file
 * that ends early is better than one with a gap.
 */
final class RunFile {
  private final String content;
  private final Path path;
  private boolean created;
  private @Nullable Writer writer;

  /**
   * Makes nothing yet.
   *
   * @param content what the file holds, for messages
   * @throws UncheckedIOException at once if the file exists or its folder cannot be written
   */
  RunFile(String content, Path path) {
    this(content, path, false);
  }

  private RunFile(String content, Path path, boolean mayExist) {
    if (!mayExist || !Files.isRegularFile(path)) {
      OutputFiles.requireNew(content + " file", path);
    }
    this.content = content;
    this.path = path;
    created = mayExist && Files.isRegularFile(path);
  }

  /** Makes one that may exist, and is appended to. */
  static RunFile continued(String content, Path path) {
    return new RunFile(content, path, true);
  }

  Path path() {
    return path;
  }

  /**
   * Opens the file, for which it makes the folder, and returns whether it is new.
   *
   * @throws UncheckedIOException if it cannot be written or was made by somebody else meanwhile
   */
  boolean open() {
    close();
    try {
      if (created) {
        writer = writer();
        return false;
      }
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.createFile(path);
      created = true;
      writer = writer();
      return true;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Writer writer() throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(OutputFiles.appendTo(path), StandardCharsets.UTF_8));
  }

  /**
   * Cuts off what came after a length, and opens the file.
   *
   * @throws UncheckedIOException if it is shorter, or cannot be written
   */
  void reopen(long length) {
    close();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      if (channel.size() < length) {
        throw new IOException(
            "it must have at least the %s bytes that it had, has %s"
                .formatted(length, channel.size()));
      }
      channel.truncate(length);
    } catch (IOException e) {
      throw failed(e);
    }
    created = true;
    open();
  }

  /** Flushes, and returns how long the file is; -1 if it is not written any more. */
  long length() {
    flush();
    try {
      return writer == null ? -1 : Files.size(path);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  void append(CharSequence text) {
    act(open -> open.append(text));
  }

  void flush() {
    act(Writer::flush);
  }

  void close() {
    act(Writer::close);
    writer = null;
  }

  private void act(Action action) {
    if (writer != null) {
      try {
        action.on(writer);
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  private UncheckedIOException failed(IOException reason) {
    Writer broken = writer;
    writer = null;
    if (broken != null) {
      try {
        broken.close();
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
    return OutputFiles.failure("cannot write " + content + " to " + path + ": " + reason, reason);
  }

  @FunctionalInterface
  private interface Action {
    void on(Writer open) throws IOException;
  }
}
