package io.github.gan4j.report.health;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.report.internal.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to try: settings by their names, each with a value to try and the one that the run has. What
 * the run has already is not advised.
 */
final class Advice {
  private static final int MOST = 4;
  private static final int LARGE_BATCH = 256;

  private final GanConfig config;
  private final List<String> lines = new ArrayList<>();

  private Advice(GanConfig config) {
    this.config = config;
  }

  static List<String> againstDivergence(GanConfig config) {
    return new Advice(config)
        .slower(0.1)
        .calmerMoments()
        .add("images whose values lie in [-1, 1]: see that the dataset gives such")
        .lines();
  }

  static List<String> againstCollapse(GanConfig config) {
    return new Advice(config)
        .noFasterGenerator()
        .normalisedGenerator()
        .largerBatch()
        .generatorSlower()
        .discriminatorDropout()
        .lines();
  }

  static List<String> againstOscillation(GanConfig config) {
    return new Advice(config).slower(0.5).calmerMoments().average().largerBatch().lines();
  }

  static List<String> againstDiscriminator(GanConfig config) {
    return new Advice(config)
        .noFasterGenerator()
        .noSlower("generator", config.generatorOptimizer(), config.discriminatorOptimizer())
        .discriminatorDropout()
        .smallerDiscriminator()
        .normalisedGenerator()
        .discriminatorSlower()
        .lines();
  }

  static List<String> againstGenerator(GanConfig config) {
    return new Advice(config)
        .noSlower("discriminator", config.discriminatorOptimizer(), config.generatorOptimizer())
        .lessDropout()
        .largerDiscriminator()
        .generatorSlower()
        .lines();
  }

  private List<String> lines() {
    return lines.stream().distinct().limit(MOST).toList();
  }

  private Advice add(String line) {
    lines.add(line);
    return this;
  }

  /** The player that falls behind learns at least as fast as the other. */
  private Advice noSlower(String player, OptimizerConfig behind, OptimizerConfig other) {
    return comparable() && behind.learningRate() < other.learningRate()
        ? change(
            player + ".optimizer learningRate",
            other.learningRate(),
            behind.learningRate(),
            "as fast as the other player")
        : this;
  }

  /** A generator that leaps overshoots what the discriminator tells it. */
  private Advice noFasterGenerator() {
    double other = config.discriminatorOptimizer().learningRate();
    double own = config.generatorOptimizer().learningRate();
    return comparable() && own > other
        ? change("generator.optimizer learningRate", other, own, "no faster than the other player")
        : this;
  }

  /** Learning rates of two methods say nothing about each other. */
  private boolean comparable() {
    return config.generatorOptimizer().method() == config.discriminatorOptimizer().method();
  }

  private Advice slower(double factor) {
    generatorSlower(factor);
    return discriminatorSlower(factor);
  }

  private Advice generatorSlower() {
    return generatorSlower(0.5);
  }

  private Advice discriminatorSlower() {
    return discriminatorSlower(0.5);
  }

  private Advice generatorSlower(double factor) {
    return slower("generator", config.generatorOptimizer(), factor);
  }

  private Advice discriminatorSlower(double factor) {
    return slower("discriminator", config.discriminatorOptimizer(), factor);
  }

  /** Goes back to the default, where that is slower still and the method's own. */
  private Advice slower(String player, OptimizerConfig optimizer, double factor) {
    double usual = GanDefaults.OPTIMIZER.learningRate();
    double now = optimizer.learningRate();
    boolean isUsual = optimizer.method() == GanDefaults.OPTIMIZER.method();
    double tried = isUsual && now > usual ? usual : now * factor;
    return change(player + ".optimizer learningRate", tried, now, "slower steps");
  }

  private Advice calmerMoments() {
    double usual = GanDefaults.OPTIMIZER.beta1();
    double highest =
        Math.max(config.generatorOptimizer().beta1(), config.discriminatorOptimizer().beta1());
    return highest > usual ? change("optimizer beta1", usual, highest, "less momentum") : this;
  }

  private Advice average() {
    double usual = GanDefaults.AVERAGING;
    return config.averaging() < usual
        ? change("averaging", usual, config.averaging(), "evens out the turns in what is generated")
        : this;
  }

  private Advice largerBatch() {
    int batch = config.batchSize();
    return batch < LARGE_BATCH
        ? change(
            "batchSize", Math.min(LARGE_BATCH, 2 * batch), batch, "more of the data in each step")
        : this;
  }

  private Advice normalisedGenerator() {
    return config.generator().batchNorm() == null
        ? add("generator.batchNorm, which the run has not: it keeps images apart")
        : this;
  }

  private Advice discriminatorDropout() {
    double usual = GanDefaults.DISCRIMINATOR.dropout();
    double now = config.discriminator().dropout();
    return now < 0.5
        ? change("discriminator.dropout", now < usual ? usual : 0.5, now, "it learns less by heart")
        : this;
  }

  private Advice lessDropout() {
    double now = config.discriminator().dropout();
    return now > 0 ? change("discriminator.dropout", 0, now, "it sees more") : this;
  }

  private Advice smallerDiscriminator() {
    return widths(0.5, "a smaller discriminator");
  }

  private Advice largerDiscriminator() {
    return widths(2, "a larger discriminator");
  }

  private Advice widths(double factor, String why) {
    NetworkConfig discriminator = config.discriminator();
    if (discriminator.hidden().isEmpty()) {
      return this;
    }
    List<Integer> tried =
        discriminator.hidden().stream().map(width -> (int) Math.max(1, width * factor)).toList();
    return add(
        Figures.format(
            "discriminator.hidden %s instead of %s: %s",
            list(tried), list(discriminator.hidden()), why));
  }

  private Advice change(String setting, double tried, double now, String why) {
    return add(
        Figures.format(
            "%s %s instead of %s: %s", setting, Figures.setting(tried), Figures.setting(now), why));
  }

  private static String list(List<Integer> widths) {
    return widths.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
