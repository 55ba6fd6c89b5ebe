package io.github.gan4j.report.html;

import java.util.regex.Pattern;

/** Text that becomes part of a page. */
final class Html {
  private static final Pattern NUMBER_WITH_HYPHEN =
      Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?e-\\d+(?!\\w)");

  private Html() {}

  /** Returns the text for an element's content, with numbers such as 2e-4 kept in one piece. */
  static String prose(String text) {
    return NUMBER_WITH_HYPHEN.matcher(text(text)).replaceAll("<span class=\"number\">$0</span>");
  }

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
