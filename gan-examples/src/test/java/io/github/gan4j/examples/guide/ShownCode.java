package io.github.gan4j.examples.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java code on pages, and the regions of this module's sources. */
final class ShownCode {
  private static final java.nio.file.Path BASE =
      java.nio.file.Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  static final java.nio.file.Path README = BASE.resolve("../README.md").normalize();
  private static final java.nio.file.Path GUIDE = BASE.resolve("../docs/guide").normalize();
  private static final java.nio.file.Path SOURCES = BASE.resolve("src");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// region (\\w+)\\n(.*?)\\n*^ *// endregion$");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\n");

  private ShownCode() {}

  /** Returns the README and the pages of the guide. */
  static List<java.nio.file.Path> pages() throws IOException {
    List<java.nio.file.Path> pages = new ArrayList<>(List.of(README));
    pages.addAll(files(GUIDE, ".md"));
    return pages;
  }

  /** Returns the blocks of Java code on a page. */
  static List<String> blocks(java.nio.file.Path page) throws IOException {
    return BLOCK
        .matcher(Files.readString(page, UTF_8))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /**
   * Returns the code of each region by its name, with the module's programs and tests among them.
   *
   * @throws IllegalStateException if two have one name
   */
  static Map<String, String> regions() throws IOException {
    Map<String, String> regions = new TreeMap<>();
    for (java.nio.file.Path source : files(SOURCES, ".java")) {
      for (MatchResult region :
          REGION.matcher(Files.readString(source, UTF_8)).results().toList()) {
        if (regions.put(region.group(1), region.group(2)) != null) {
          throw new IllegalStateException("two regions are called " + region.group(1));
        }
      }
    }
    return regions;
  }

  /** Returns code without imports and white space: pages break their lines elsewhere. */
  static String essence(String code) {
    return IMPORT.matcher(code).replaceAll("").replaceAll("\\s", "");
  }

  private static List<java.nio.file.Path> files(java.nio.file.Path folder, String ending)
      throws IOException {
    try (Stream<java.nio.file.Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
