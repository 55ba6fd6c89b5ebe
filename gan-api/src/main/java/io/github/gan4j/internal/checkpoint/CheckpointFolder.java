package io.github.gan4j.internal.checkpoint;

import io.github.gan4j.internal.io.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkpoints in a folder; other files there are none of its business. */
public final class CheckpointFolder {
  private static final Pattern NAME =
      Pattern.compile("(checkpoint|best)-([0-9]{10,19})\\.safetensors");

  /** What AtomicFile writes before it is renamed. */
  private static final Pattern HALF =
      Pattern.compile("\\.(checkpoint|best)-[0-9]{10,19}\\.safetensors\\.[0-9a-f]+\\.part");

  /** A file and the step after which it was saved. */
  record Entry(Path file, boolean best, long step) {}

  private final Path folder;

  CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the newest checkpoint of a folder, or the file itself.
   *
   * @throws NoSuchFileException if there is none
   */
  public static Path newest(Path fileOrFolder) throws IOException {
    InputFile.requireExisting(fileOrFolder);
    if (!Files.isDirectory(fileOrFolder)) {
      return fileOrFolder;
    }
    return newestIn(fileOrFolder)
        .orElseThrow(
            () ->
                new NoSuchFileException(
                    InputFile.shown(fileOrFolder), null, "holds no checkpoint-STEP.safetensors"));
  }

  /** Returns the newest checkpoint of a folder, if there is any, or a folder. */
  public static Optional<Path> newestIn(Path folder) throws IOException {
    List<Entry> entries = new CheckpointFolder(folder).entries();
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1).file);
  }

  Path path() {
    return folder;
  }

  Path file(long step) {
    return folder.resolve(String.format(Locale.ROOT, "checkpoint-%010d.safetensors", step));
  }

  Path bestFile(long step) {
    return folder.resolve(String.format(Locale.ROOT, "best-%010d.safetensors", step));
  }

  /** Deletes what a process left that was killed as it wrote. */
  void deleteHalfWritten() throws IOException {
    List<Path> halves;
    try (Stream<Path> files = Files.list(folder)) {
      halves =
          files.filter(file -> HALF.matcher(String.valueOf(file.getFileName())).matches()).toList();
    }
    for (Path half : halves) {
      Files.deleteIfExists(half);
    }
  }

  /** Returns all, the newest last. */
  List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> add(entries, file));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::step).thenComparing(Entry::file));
    return entries;
  }

  private static void add(List<Entry> entries, Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (name.matches()) {
      try {
        entries.add(new Entry(file, name.group(1).equals("best"), Long.parseLong(name.group(2))));
      } catch (NumberFormatException e) {
        // More than a long holds: none of ours.
      }
    }
  }
}
