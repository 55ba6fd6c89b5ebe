package io.github.gan4j.datasets;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names of files and folders, the same in every locale and on every file system.
 *
 * <p>Java decodes names by the locale that it was started in: under {@code LC_ALL=C} all of {@code
 * ä}, {@code é} and {@code ö} are the same two question marks. The bytes are still there, in the
 * path's URI. And some systems store {@code ä} as one character, some as two.
 */
final class FileNames {
  private static final Set<String> RELATIVE = Set.of("", ".", "..");
  private static final char UNDECODABLE = '\ufffd';

  private FileNames() {}

  /** Returns the last name of a path, also of the empty path and of a root; composed (NFC). */
  static String of(Path path) {
    String name = shown(path);
    if (name.chars().allMatch(c -> c < 0x80)) {
      return name;
    }
    boolean isDefault = path.getFileSystem().equals(FileSystems.getDefault());
    return Normalizer.normalize(isDefault ? decoded(path, name) : name, Normalizer.Form.NFC);
  }

  /** Returns whether a name is no text in UTF-8, so that nobody knows what it says. */
  static boolean isUndecodable(String name) {
    return name.indexOf(UNDECODABLE) >= 0;
  }

  /** Sorts by name, as {@link String#compareTo} does; names that are the same by their bytes. */
  static List<Path> sorted(Stream<Path> paths) {
    return paths
        .map(path -> new Named(of(path), path))
        .sorted(
            Comparator.comparing(Named::name).thenComparing(named -> named.path.toUri().toString()))
        .map(Named::path)
        .toList();
  }

  private record Named(String name, Path path) {}

  private static String shown(Path path) {
    Path last = path.getFileName();
    if (last != null && !RELATIVE.contains(last.toString())) {
      return last.toString();
    }
    Path absolute = path.toAbsolutePath().normalize();
    Path name = absolute.getFileName();
    return (name == null ? absolute : name).toString();
  }

  /** Reads the bytes as UTF-8, whatever the locale; or keeps what the locale made of others. */
  private static String decoded(Path path, String shown) {
    String uri = path.toAbsolutePath().normalize().toUri().getPath();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    String name = uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
    return isUndecodable(name) ? shown : name;
  }
}
