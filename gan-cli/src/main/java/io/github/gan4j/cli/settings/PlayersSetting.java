package io.github.gan4j.cli.settings;

import io.github.gan4j.cli.settings.type.Type;
import io.github.gan4j.config.Player;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A setting that stands for two: the generator's and the discriminator's. */
public final class PlayersSetting<T> extends Setting<T> {
  private final SingleSetting<T> generator;
  private final SingleSetting<T> discriminator;
  private final UnaryOperator<T> mirror;

  /**
   * Makes one.
   *
   * @param mirror turns the generator's value into the discriminator's, and back
   */
  private PlayersSetting(
      String name,
      SingleSetting<T> generator,
      SingleSetting<T> discriminator,
      String description,
      UnaryOperator<T> mirror) {
    super(name, generator.section(), generator.type(), description);
    this.generator = generator;
    this.discriminator = discriminator;
    this.mirror = mirror;
  }

  /** Returns a setting whose value is the same for both players. */
  static <T> PlayersSetting<T> of(String name, Section section, Type<T> type, String description) {
    return of(name, section, type, description, UnaryOperator.identity());
  }

  /**
   * Returns a setting.
   *
   * @param mirror turns the generator's value into the discriminator's, and back
   */
  static <T> PlayersSetting<T> of(
      String name, Section section, Type<T> type, String description, UnaryOperator<T> mirror) {
    return new PlayersSetting<>(
        name,
        one(Player.GENERATOR, name, section, type, description),
        one(Player.DISCRIMINATOR, name, section, type, description),
        description,
        mirror);
  }

  /**
   * Returns a setting that applies to a player only if another setting of that player has one of
   * some values.
   */
  static <T, C> PlayersSetting<T> of(
      String name,
      Section section,
      Type<T> type,
      String description,
      PlayersSetting<C> condition,
      Set<C> allowed) {
    PlayersSetting<T> always = of(name, section, type, description);
    return new PlayersSetting<>(
        name,
        always.generator.onlyIf(condition.generator, allowed),
        always.discriminator.onlyIf(condition.discriminator, allowed),
        description,
        always.mirror);
  }

  private static <T> SingleSetting<T> one(
      Player player, String name, Section section, Type<T> type, String description) {
    return SingleSetting.of(player + "-" + name, section, type, description);
  }

  /** Returns one player's part. */
  public SingleSetting<T> of(Player player) {
    return player == Player.GENERATOR ? generator : discriminator;
  }

  @Override
  void put(Values values, @Nullable T value) {
    generator.put(values, value);
    discriminator.put(values, value == null ? null : mirror.apply(value));
  }

  @Override
  public @Nullable T find(Values values) {
    T value = values.get(generator);
    return mirror.apply(value).equals(values.get(discriminator)) ? value : null;
  }

  @Override
  List<SingleSetting<T>> parts() {
    return List.of(generator, discriminator);
  }

  @Override
  public boolean applies(Values values) {
    return generator.applies(values) || discriminator.applies(values);
  }
}
