package io.github.gan4j.internal.file;

/**
 * Refuses what Gson's reader takes beside JSON (RFC 8259) without its strict mode, which old
 * versions do not have: names of values in capitals, line breaks and other control characters
 * within text, and escapes that JSON does not know. What the reader refuses by itself is left to
 * it.
 */
final class JsonSyntax {
  private static final String ESCAPES = "\"\\/bfnrtu";

  private JsonSyntax() {}

  static void check(String text) throws JsonException {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        checkOutsideOfText(text, i);
      } else if (c < ' ') {
        throw wrong("text without control characters", text, i);
      } else if (c == '\\') {
        i++;
        if (i == text.length() || ESCAPES.indexOf(text.charAt(i)) < 0) {
          throw wrong("a known escape after \\", text, Math.min(i, text.length() - 1));
        }
      }
    }
  }

  private static void checkOutsideOfText(String text, int at) throws JsonException {
    char c = text.charAt(at);
    boolean exponent = c == 'E' && at > 0 && Character.isDigit(text.charAt(at - 1));
    if (c >= 'A' && c <= 'Z' && !exponent) {
      throw wrong("true, false, null or a number", text, at);
    }
  }

  private static JsonException wrong(String wanted, String text, int at) {
    return new JsonException(
        "must be JSON: wanted "
            + wanted
            + ", found character "
            + (int) text.charAt(at)
            + " at index "
            + at);
  }
}
