package io.github.gan4j.cli.problem;

/**
 * Something that is wrong with what a person wrote.
 *
 * @param file the file; empty for what stood on the command line
 * @param line from 1 on; 0 for the file as a whole
 * @param text what is wrong, by name, rule and what was found
 */
public record Problem(String file, int line, String text) {

  /** Returns a problem with the command line. */
  public static Problem ofArguments(String text) {
    return new Problem("", 0, text);
  }

  @Override
  public String toString() {
    if (file.isEmpty()) {
      return text;
    }
    return line == 0 ? file + ": " + text : file + ":" + line + ": " + text;
  }
}
