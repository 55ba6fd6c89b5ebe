package io.github.gan4j.examples.guide;

/** Stands in for the real one in the snippets of this package: all they write is in one folder. */
final class Path {
  private static java.nio.file.Path folder;

  private Path() {}

  static void allIn(java.nio.file.Path newFolder) {
    folder = newFolder;
  }

  static java.nio.file.Path of(String name) {
    return folder.resolve(name);
  }
}
