package io.github.gan4j.report.health;

import io.github.gan4j.config.ConfigChange;
import io.github.gan4j.config.ConfigField;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.Player;
import java.util.ArrayList;
import java.util.List;

/**
 * What to try: changes of the configuration, each with its reason. What the run has already is not
 * advised, and nothing about the data, which were checked before the first step.
 */
final class Advisor {
  private static final int MOST = 4;
  private static final int LARGE_BATCH = 256;

  private final GanConfig config;
  private final List<Advice> advice = new ArrayList<>();

  private Advisor(GanConfig config) {
    this.config = config;
  }

  static List<Advice> againstDivergence(GanConfig config) {
    return new Advisor(config).slower(0.1).calmerMoments().advice();
  }

  static List<Advice> againstCollapse(GanConfig config) {
    return new Advisor(config)
        .noFasterGenerator()
        .normalisedGenerator()
        .largerBatch()
        .slower(List.of(Player.GENERATOR), 0.5)
        .discriminatorDropout()
        .advice();
  }

  static List<Advice> againstOscillation(GanConfig config) {
    return new Advisor(config).slower(0.5).calmerMoments().average().largerBatch().advice();
  }

  static List<Advice> againstDiscriminator(GanConfig config) {
    return new Advisor(config)
        .noFasterGenerator()
        .noSlower(Player.GENERATOR)
        .discriminatorDropout()
        .widths(0.5, "a smaller discriminator")
        .normalisedGenerator()
        .slower(List.of(Player.DISCRIMINATOR), 0.5)
        .advice();
  }

  static List<Advice> againstGenerator(GanConfig config) {
    return new Advisor(config)
        .noSlower(Player.DISCRIMINATOR)
        .lessDropout()
        .widths(2, "a larger discriminator")
        .slower(List.of(Player.GENERATOR), 0.5)
        .advice();
  }

  /** Of each field the first change alone: two of them would contradict each other. */
  private List<Advice> advice() {
    List<Advice> first = new ArrayList<>();
    for (Advice candidate : advice) {
      if (first.stream().noneMatch(other -> fields(other).equals(fields(candidate)))) {
        first.add(candidate);
      }
    }
    return first.stream().limit(MOST).toList();
  }

  private static List<ConfigField> fields(Advice advice) {
    return advice.changes().stream().map(ConfigChange::field).toList();
  }

  private Advisor add(ConfigField field, Object value, String reason) {
    return add(List.of(field), value, reason);
  }

  private Advisor add(List<ConfigField> fields, Object value, String reason) {
    List<ConfigChange> changes =
        fields.stream().map(field -> new ConfigChange(field, value)).toList();
    advice.add(new Advice(changes, reason, config));
    return this;
  }

  private OptimizerConfig optimizer(Player player) {
    return config.player(player).optimizer();
  }

  /** Returns whom to advise together: both where they have one optimiser. */
  private List<List<Player>> byOptimizer() {
    return optimizer(Player.GENERATOR).equals(optimizer(Player.DISCRIMINATOR))
        ? List.of(List.of(Player.values()))
        : List.of(List.of(Player.GENERATOR), List.of(Player.DISCRIMINATOR));
  }

  private static List<ConfigField> of(List<Player> players, ConfigField field) {
    return players.stream().map(field::of).toList();
  }

  /** The player that falls behind learns at least as fast as the other. */
  private Advisor noSlower(Player behind) {
    Player opponent = behind == Player.GENERATOR ? Player.DISCRIMINATOR : Player.GENERATOR;
    double own = optimizer(behind).learningRate();
    double opponents = optimizer(opponent).learningRate();
    return comparable() && own < opponents
        ? add(
            ConfigField.GENERATOR_LEARNING_RATE.of(behind),
            opponents,
            "as fast as the other player")
        : this;
  }

  /** A generator that leaps overshoots what the discriminator's gradient tells it. */
  private Advisor noFasterGenerator() {
    double discriminators = optimizer(Player.DISCRIMINATOR).learningRate();
    double own = optimizer(Player.GENERATOR).learningRate();
    return comparable() && own > discriminators
        ? add(
            ConfigField.GENERATOR_LEARNING_RATE, discriminators, "no faster than the other player")
        : this;
  }

  /** Learning rates of two methods say nothing about each other. */
  private boolean comparable() {
    return optimizer(Player.GENERATOR).method() == optimizer(Player.DISCRIMINATOR).method();
  }

  private Advisor slower(double factor) {
    byOptimizer().forEach(players -> slower(players, factor));
    return this;
  }

  /** Goes back to the default, where that is slower still and the method's own. */
  private Advisor slower(List<Player> players, double factor) {
    OptimizerConfig optimizer = optimizer(players.get(0));
    double usual = GanDefaults.OPTIMIZER.learningRate();
    double now = optimizer.learningRate();
    boolean isUsual = optimizer.method() == GanDefaults.OPTIMIZER.method();
    double tried = isUsual && now > usual ? usual : now * factor;
    return add(of(players, ConfigField.GENERATOR_LEARNING_RATE), tried, "slower steps");
  }

  private Advisor calmerMoments() {
    double usual = GanDefaults.OPTIMIZER.beta1();
    for (List<Player> players : byOptimizer()) {
      if (optimizer(players.get(0)).beta1() > usual) {
        add(of(players, ConfigField.GENERATOR_BETA1), usual, "less momentum");
      }
    }
    return this;
  }

  private Advisor average() {
    double usual = GanDefaults.AVERAGING;
    return config.generator().emaDecay() < usual
        ? add(ConfigField.EMA_DECAY, usual, "evens out the turns in what is generated")
        : this;
  }

  private Advisor largerBatch() {
    int batch = config.schedule().batchSize();
    int packing = config.discriminator().packing();
    int larger = Math.min(LARGE_BATCH, 2 * batch) / packing * packing;
    return larger > batch
        ? add(ConfigField.BATCH_SIZE, larger, "more of the data in each step")
        : this;
  }

  /** Spectral normalisation takes the place of batch normalisation: there cannot be both. */
  private Advisor normalisedGenerator() {
    NetworkConfig generator = config.generator().network();
    return generator.batchNorm() == null && !generator.spectralNorm()
        ? add(ConfigField.GENERATOR_BATCH_NORM, true, "it keeps images apart")
        : this;
  }

  /** Not beside a gradient penalty, which measures slopes that dropout changes each time. */
  private Advisor discriminatorDropout() {
    double usual = GanDefaults.DISCRIMINATOR.dropout();
    double now = config.discriminator().network().dropout();
    return now < 0.5 && config.objective().regularization().penalties().isEmpty()
        ? add(
            ConfigField.DISCRIMINATOR_DROPOUT, now < usual ? usual : 0.5, "it learns less by heart")
        : this;
  }

  private Advisor lessDropout() {
    return config.discriminator().network().dropout() > 0
        ? add(ConfigField.DISCRIMINATOR_DROPOUT, 0.0, "it sees more")
        : this;
  }

  private Advisor widths(double factor, String reason) {
    List<Integer> now = config.discriminator().network().hidden();
    if (now.isEmpty()) {
      return this;
    }
    List<Integer> tried = now.stream().map(width -> (int) Math.max(1, width * factor)).toList();
    return add(ConfigField.DISCRIMINATOR_HIDDEN, tried, reason);
  }
}
