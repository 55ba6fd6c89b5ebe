package io.github.gan4j.config;

/**
 * Everything that decides what a run computes, apart from the data: two runs with equal
 * configurations on the same data, engine, machine and thread count give the same bits.
 *
 * <p>Immutable. {@code Gan.builder()} makes one; its defaults stand in {@link GanDefaults}. The
 * records of which it is made check each value by itself; what must go together is checked by
 * {@link GanConfigValidator} alone.
 *
 * @param latent the generator's input
 * @param normalization how pixels are shifted and scaled for the networks
 * @param generator the network that makes images
 * @param discriminator the network that tells real images from generated ones
 * @param objective what both minimise
 * @param schedule how long, and in which batches
 * @param seed decides weights, data order, latent vectors and dropout
 */
public record GanConfig(
    LatentConfig latent,
    Normalization normalization,
    GeneratorConfig generator,
    DiscriminatorConfig discriminator,
    Objective objective,
    TrainingSchedule schedule,
    long seed) {

  /** Refuses what is missing. */
  public GanConfig {
    Checks.notNull("latent", latent);
    Checks.notNull("normalization", normalization);
    Checks.notNull("generator", generator);
    Checks.notNull("discriminator", discriminator);
    Checks.notNull("objective", objective);
    Checks.notNull("schedule", schedule);
  }

  /** Returns what one player is. */
  public PlayerConfig player(Player player) {
    return player == Player.GENERATOR ? generator : discriminator;
  }

  /** Returns the same with another input of the generator. */
  public GanConfig withLatent(LatentConfig latent) {
    return new GanConfig(
        latent, normalization, generator, discriminator, objective, schedule, seed);
  }

  /** Returns the same with another normalisation. */
  public GanConfig withNormalization(Normalization normalization) {
    return new GanConfig(
        latent, normalization, generator, discriminator, objective, schedule, seed);
  }

  /** Returns the same with another generator. */
  public GanConfig withGenerator(GeneratorConfig generator) {
    return new GanConfig(
        latent, normalization, generator, discriminator, objective, schedule, seed);
  }

  /** Returns the same with another discriminator. */
  public GanConfig withDiscriminator(DiscriminatorConfig discriminator) {
    return new GanConfig(
        latent, normalization, generator, discriminator, objective, schedule, seed);
  }

  /** Returns the same with another objective. */
  public GanConfig withObjective(Objective objective) {
    return new GanConfig(
        latent, normalization, generator, discriminator, objective, schedule, seed);
  }

  /** Returns the same with another schedule. */
  public GanConfig withSchedule(TrainingSchedule schedule) {
    return new GanConfig(
        latent, normalization, generator, discriminator, objective, schedule, seed);
  }

  /** Returns the same with another seed. */
  public GanConfig withSeed(long seed) {
    return new GanConfig(
        latent, normalization, generator, discriminator, objective, schedule, seed);
  }
}
