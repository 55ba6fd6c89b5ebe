package io.github.gan4j.report.internal;

import io.github.gan4j.config.ConfigWording;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Short numbers for people, of six characters at most in all likelihood; "-" for an unknown. */
public final class Figures {
  private static final String UNKNOWN = "-";

  private static final double SMALLEST_LOSS = 1e-3;

  private Figures() {}

  public static String loss(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    if (size > 0 && size < SMALLEST_LOSS) {
      // What three decimals would make 0, as a learning rate or a penalty may be.
      return setting(new BigDecimal(value).round(new MathContext(2)).doubleValue());
    }
    return format(size < 10 ? "%.3f" : size < 100 ? "%.2f" : size < 1e5 ? "%.0f" : "%.0e", value);
  }

  /** Returns 9.5, 950, 9500, 95.0k or 950k. */
  public static String count(double value) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    if (value < 9_999.5) {
      return format(value < 99.5 ? "%.1f" : "%.0f", value);
    }
    if (value < 999_500) {
      return format(value < 99_950 ? "%.1fk" : "%.0fk", value / 1e3);
    }
    return value < 9_999.5e6
        ? format(value < 99.95e6 ? "%.1fM" : "%.0fM", value / 1e6)
        : format("%.1fG", value / 1e9);
  }

  /** Returns 45s, 2m05s, 1h02m or 3d04h. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return UNKNOWN;
    }
    long s = Math.round(seconds);
    if (s < 60) {
      return s + "s";
    }
    if (s < 3600) {
      return format("%dm%02ds", s / 60, s % 60);
    }
    long minutes = s / 60;
    return minutes < 24 * 60
        ? format("%dh%02dm", minutes / 60, minutes % 60)
        : format("%dd%02dh", minutes / 1440, minutes / 60 % 24);
  }

  /** Returns a setting as people write it: 0.5, 64, 2e-4. */
  public static String setting(double value) {
    return ConfigWording.number(value);
  }

  /** Returns "1 step" or "2 steps". */
  public static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Formats without regard to the default locale, whose digits may be others than 0 to 9. */
  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
