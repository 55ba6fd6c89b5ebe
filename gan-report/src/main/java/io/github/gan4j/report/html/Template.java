package io.github.gan4j.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values, {@code {{name}}}. The values go in as they are, in one pass: what
 * looks like a place within a value is none.
 */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String text;

  Template(String text) {
    this.text = text;
  }

  /** Returns a file that is packed beside this class. */
  static String resource(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("gan-report is incomplete: it has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of gan-report: " + e, e);
    }
  }

  /**
   * Returns the text with all values in their places.
   *
   * @throws IllegalArgumentException if a place has no value or a value no place
   */
  String fill(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    Set<String> unused = new HashSet<>(values.keySet());
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      String value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalArgumentException("the template's place has no value: " + place.group(1));
      }
      filled.append(text, from, place.start()).append(value);
      unused.remove(place.group(1));
      from = place.end();
    }
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException("the template has no places for these: " + unused);
    }
    return filled.append(text, from, text.length()).toString();
  }
}
