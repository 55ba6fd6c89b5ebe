package io.github.gan4j.cli.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant who misspelt a name. */
public final class Nearest {
  /** Longer than any name. */
  private static final int LONGEST = 64;

  /** With fewer, the beginning of a name says nothing. */
  private static final int FEWEST_LETTERS = 4;

  private Nearest() {}

  /** Returns "; did you mean NAME?" if a name is near, else nothing. */
  public static String suggestion(String found, Collection<String> names) {
    return to(found, names).map("; did you mean %s?"::formatted).orElse("");
  }

  /**
   * Returns the name that was meant by a usual one of other programs, as by lr, or by its first
   * letters; else the name nearest to a misspelt one, if it is near: at most a third of its letters
   * are wrong, missing, too many or swapped with their neighbour. Capitals, hyphens and underscores
   * count for nothing.
   */
  public static Optional<String> to(String found, Collection<String> names) {
    String plain = plain(found);
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    for (String ours : UsualNames.of(found)) {
      Optional<String> name = names.stream().filter(n -> plain(n).equals(plain(ours))).findFirst();
      if (name.isPresent()) {
        return name;
      }
    }
    List<String> begun =
        plain.length() < FEWEST_LETTERS
            ? List.of()
            : names.stream().filter(name -> plain(name).startsWith(plain)).toList();
    if (begun.size() == 1) {
      return Optional.of(begun.get(0));
    }
    return names.stream()
        .filter(name -> isNear(plain, plain(name)))
        .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
  }

  private static boolean isNear(String found, String name) {
    int distance = distance(found, name);
    return distance <= Math.max(1, name.length() / 3) && distance < name.length();
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Damerau's distance, no letter being edited twice. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + wrong, Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
