package io.github.gan4j.cli.settings;

import java.util.List;
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
  PlayersSetting(
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
  public boolean matters(Values values) {
    return generator.matters(values) || discriminator.matters(values);
  }
}
