package io.github.gan4j.cli.settings.type;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows and columns. */
public final class SizeType extends Type<Size> {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})(?:x([0-9]{1,9}))?");

  private final int most;

  public SizeType(int most) {
    super("N|NxN", "rows x columns, as in 32x48, or one number for both, up to " + most);
    this.most = most;
  }

  @Override
  public @Nullable Size parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int rows = Integer.parseInt(matcher.group(1));
    int columns = matcher.group(2) == null ? rows : Integer.parseInt(matcher.group(2));
    return rows >= 1 && columns >= 1 && Math.max(rows, columns) <= most
        ? new Size(rows, columns)
        : null;
  }

  @Override
  public String format(Size value) {
    return value.rows() + "x" + value.columns();
  }
}
