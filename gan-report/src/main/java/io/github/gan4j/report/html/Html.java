package io.github.gan4j.report.html;

/** Text that becomes part of a page. */
final class Html {
  private Html() {}

  /** Returns the text with everything escaped that means something in an element or attribute. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(isAllowed(c) ? c : '\uFFFD');
      }
    }
    return escaped.toString();
  }

  /** Control characters other than white space are errors in HTML. */
  private static boolean isAllowed(char c) {
    return (c >= ' ' && c != 0x7F) || c == '\n' || c == '\r' || c == '\t';
  }
}
