package io.github.gan4j.report.health;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.report.health.Advice.Players;
import io.github.gan4j.report.health.Advice.Setting;
import io.github.gan4j.report.internal.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to try: settings, each with a value to try and the one that the run has. What the run has
 * already is not advised, and nothing about the data, which were checked before the first step.
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
        .slower(Players.GENERATOR, 0.5)
        .discriminatorDropout()
        .advice();
  }

  static List<Advice> againstOscillation(GanConfig config) {
    return new Advisor(config).slower(0.5).calmerMoments().average().largerBatch().advice();
  }

  static List<Advice> againstDiscriminator(GanConfig config) {
    return new Advisor(config)
        .noFasterGenerator()
        .noSlower(Players.GENERATOR)
        .discriminatorDropout()
        .widths(0.5, "a smaller discriminator")
        .normalisedGenerator()
        .slower(Players.DISCRIMINATOR, 0.5)
        .advice();
  }

  static List<Advice> againstGenerator(GanConfig config) {
    return new Advisor(config)
        .noSlower(Players.DISCRIMINATOR)
        .lessDropout()
        .widths(2, "a larger discriminator")
        .slower(Players.GENERATOR, 0.5)
        .advice();
  }

  /** Of each setting the first change alone: two of them would contradict each other. */
  private List<Advice> advice() {
    List<Advice> first = new ArrayList<>();
    for (Advice candidate : advice) {
      if (first.stream().noneMatch(other -> isOfTheSame(candidate, other))) {
        first.add(candidate);
      }
    }
    return first.stream().limit(MOST).toList();
  }

  private static boolean isOfTheSame(Advice a, Advice b) {
    return a.setting() == b.setting() && a.players() == b.players();
  }

  private Advisor add(
      Setting setting, Players players, String value, String instead, String reason) {
    advice.add(new Advice(setting, players, value, instead, reason, config));
    return this;
  }

  private Advisor add(
      Setting setting, Players players, double value, double instead, String reason) {
    return add(setting, players, Figures.setting(value), Figures.setting(instead), reason);
  }

  private OptimizerConfig optimizer(Players players) {
    return players == Players.DISCRIMINATOR
        ? config.discriminatorOptimizer()
        : config.generatorOptimizer();
  }

  /** Returns whom to advise where both have one optimiser, or each has its own. */
  private List<Players> byOptimizer() {
    return config.generatorOptimizer().equals(config.discriminatorOptimizer())
        ? List.of(Players.BOTH)
        : List.of(Players.GENERATOR, Players.DISCRIMINATOR);
  }

  /** The player that falls behind learns at least as fast as the other. */
  private Advisor noSlower(Players behind) {
    Players other = behind == Players.GENERATOR ? Players.DISCRIMINATOR : Players.GENERATOR;
    double own = optimizer(behind).learningRate();
    double others = optimizer(other).learningRate();
    return comparable() && own < others
        ? add(Setting.LEARNING_RATE, behind, others, own, "as fast as the other player")
        : this;
  }

  /** A generator that leaps overshoots what the discriminator tells it. */
  private Advisor noFasterGenerator() {
    double other = config.discriminatorOptimizer().learningRate();
    double own = config.generatorOptimizer().learningRate();
    return comparable() && own > other
        ? add(
            Setting.LEARNING_RATE, Players.GENERATOR, other, own, "no faster than the other player")
        : this;
  }

  /** Learning rates of two methods say nothing about each other. */
  private boolean comparable() {
    return config.generatorOptimizer().method() == config.discriminatorOptimizer().method();
  }

  private Advisor slower(double factor) {
    byOptimizer().forEach(players -> slower(players, factor));
    return this;
  }

  /** Goes back to the default, where that is slower still and the method's own. */
  private Advisor slower(Players players, double factor) {
    OptimizerConfig optimizer = optimizer(players);
    double usual = GanDefaults.OPTIMIZER.learningRate();
    double now = optimizer.learningRate();
    boolean isUsual = optimizer.method() == GanDefaults.OPTIMIZER.method();
    double tried = isUsual && now > usual ? usual : now * factor;
    return add(Setting.LEARNING_RATE, players, tried, now, "slower steps");
  }

  private Advisor calmerMoments() {
    double usual = GanDefaults.OPTIMIZER.beta1();
    for (Players players : byOptimizer()) {
      double now = optimizer(players).beta1();
      if (now > usual) {
        add(Setting.BETA1, players, usual, now, "less momentum");
      }
    }
    return this;
  }

  private Advisor average() {
    double usual = GanDefaults.AVERAGING;
    return config.averaging() < usual
        ? add(
            Setting.AVERAGING,
            Players.BOTH,
            usual,
            config.averaging(),
            "evens out the turns in what is generated")
        : this;
  }

  private Advisor largerBatch() {
    int batch = config.batchSize();
    int larger = Math.min(LARGE_BATCH, 2 * batch) / config.packing() * config.packing();
    return larger > batch
        ? add(Setting.BATCH_SIZE, Players.BOTH, larger, batch, "more of the data in each step")
        : this;
  }

  /** Spectral normalisation takes the place of batch normalisation: there cannot be both. */
  private Advisor normalisedGenerator() {
    NetworkConfig generator = config.generator();
    return generator.batchNorm() == null && !generator.spectralNorm()
        ? add(Setting.BATCH_NORM, Players.GENERATOR, "true", "none", "it keeps images apart")
        : this;
  }

  /** Not beside a gradient penalty, which measures slopes that dropout changes each time. */
  private Advisor discriminatorDropout() {
    double usual = GanDefaults.DISCRIMINATOR.dropout();
    double now = config.discriminator().dropout();
    return now < 0.5 && config.regularization().penalties().isEmpty()
        ? add(
            Setting.DROPOUT,
            Players.DISCRIMINATOR,
            now < usual ? usual : 0.5,
            now,
            "it learns less by heart")
        : this;
  }

  private Advisor lessDropout() {
    double now = config.discriminator().dropout();
    return now > 0 ? add(Setting.DROPOUT, Players.DISCRIMINATOR, 0, now, "it sees more") : this;
  }

  private Advisor widths(double factor, String reason) {
    List<Integer> now = config.discriminator().hidden();
    if (now.isEmpty()) {
      return this;
    }
    List<Integer> tried = now.stream().map(width -> (int) Math.max(1, width * factor)).toList();
    return add(Setting.HIDDEN, Players.DISCRIMINATOR, list(tried), list(now), reason);
  }

  private static String list(List<Integer> widths) {
    return widths.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
