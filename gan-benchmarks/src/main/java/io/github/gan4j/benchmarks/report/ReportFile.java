package io.github.gan4j.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gan4j.internal.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file that somebody writes, with a region between two markers that a program writes. The region
 * consists of sections, each of which begins with a marker of its own.
 */
public final class ReportFile {
  private static final String BEGIN = "<!-- comparison:begin -->";
  private static final String END = "<!-- comparison:end -->";
  private static final Pattern SECTION =
      Pattern.compile(
          "<!-- comparison:section (\\S+) -->\\R(.*?)\\R*(?=<!-- comparison:section |\\z)",
          Pattern.DOTALL);

  private final Path file;
  private final List<String> order;

  /**
   * Names a file.
   *
   * @param order the names of all sections that the region may have
   */
  public ReportFile(Path file, List<String> order) {
    this.file = file;
    this.order = List.copyOf(order);
  }

  /**
   * Checks that a section can be put.
   *
   * @throws IOException if the file cannot be read or lacks a marker
   */
  public void check() throws IOException {
    read();
  }

  /**
   * Puts a section in the place of the one of its name, or among the others in order. Everything
   * else stays as it is.
   *
   * @throws IOException if the file cannot be read or written, or lacks a marker
   */
  public void put(String name, String markdown) throws IOException {
    String text = read();
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    Map<String, String> sections = new HashMap<>();
    for (MatchResult section : SECTION.matcher(text.substring(begin, end)).results().toList()) {
      sections.put(section.group(1), section.group(2));
    }
    sections.put(name, markdown.strip());
    StringBuilder region = new StringBuilder("\n");
    for (String each : order) {
      if (sections.containsKey(each)) {
        region
            .append("<!-- comparison:section %s -->\n".formatted(each))
            .append(sections.get(each))
            .append("\n\n");
      }
    }
    byte[] bytes = (text.substring(0, begin) + region + text.substring(end)).getBytes(UTF_8);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  private String read() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no file " + file);
    }
    String text = Files.readString(file, UTF_8);
    int begin = text.indexOf(BEGIN);
    if (begin < 0 || text.indexOf(END) < begin) {
      throw new IOException(
          "%s must have a line %s and after it a line %s".formatted(file, BEGIN, END));
    }
    return text;
  }
}
