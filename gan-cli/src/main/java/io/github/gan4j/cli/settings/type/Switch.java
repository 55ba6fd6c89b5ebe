package io.github.gan4j.cli.settings.type;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Yes or no. */
public final class Switch extends Type<Boolean> {
  private static final Map<String, Boolean> WORDS =
      Map.of("true", true, "false", false, "on", true, "off", false, "yes", true, "no", false);

  public Switch() {
    super("true|false", "true or false");
  }

  @Override
  public @Nullable Boolean parse(String text) {
    return WORDS.get(text.toLowerCase(Locale.ROOT));
  }

  @Override
  public String format(Boolean value) {
    return value.toString();
  }
}
