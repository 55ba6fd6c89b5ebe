package io.github.gan4j.config;

import io.github.gan4j.config.GradientPenalty.Kind;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What goes together in a configuration, and what seldom does. */
public final class Combinations {
  /** Above this share the discriminator learns little from labels. */
  private static final double MANY_FLIPS = 0.2;

  private Combinations() {}

  /**
   * Checks that a run can go well with a loss.
   *
   * @throws IllegalArgumentException if it cannot; the message says why and what helps
   */
  public static void check(
      AdversarialLoss loss,
      NetworkConfig discriminator,
      Regularization regularization,
      int batchSize,
      int generatorBatchSize) {
    if (loss.unbounded() && !regularization.bounds() && !discriminator.spectralNorm()) {
      throw new IllegalArgumentException(
          "loss "
              + loss.name()
              + " needs a bound on the discriminator's slope, without which it has no minimum: add"
              + " penalty(GradientPenalty.wganGp()), clipWeights(0.01) or"
              + " discriminator(d -> d.spectralNorm())");
    }
    if (loss.pairs() && batchSize != generatorBatchSize) {
      throw new IllegalArgumentException(
          "loss %s pairs generated with real images: generatorBatchSize must be batchSize, %s, was %s"
              .formatted(loss.name(), batchSize, generatorBatchSize));
    }
    Labels labels = regularization.labels();
    if (labels.smoothed()) {
      AdversarialLoss unused = loss.withLabels(labels.real(), labels.fake());
    }
  }

  /**
   * Returns what speaks against a configuration that can be trained: a sentence each, with the
   * reason and what helps. Empty if nothing does. A run logs them when it is set up.
   */
  public static List<String> doubts(GanConfig config) {
    List<String> doubts = new ArrayList<>();
    if (config.loss().equals(Losses.minimax().name())) {
      doubts.add(
          "loss minimax gives the generator hardly any gradient once the discriminator tells its"
              + " images apart (Goodfellow et al., 2014, arXiv:1406.2661): take loss"
              + " non-saturating, which keeps it");
    }
    if (config.loss().equals(Losses.wasserstein().name())) {
      addWasserstein(doubts, config);
    }
    if (config.loss().equals(Losses.relativisticPairing().name())) {
      addRelativistic(doubts, config.regularization());
    }
    addDiscriminator(doubts, config);
    Turns turns = config.turns();
    if (turns.generator() > turns.discriminator()) {
      doubts.add(
          "the generator is updated more often a step than the discriminator, %s to %s times: it"
                  .formatted(turns.generator(), turns.discriminator())
              + " trains against one that has not seen what it makes by now; as many updates of the"
              + " discriminator help");
    }
    return List.copyOf(doubts);
  }

  private static void addWasserstein(List<String> doubts, GanConfig config) {
    OptimizerConfig critic = config.discriminatorOptimizer();
    if (config.regularization().weightClip() != null && critic.beta1() > 0) {
      doubts.add(
          "loss wasserstein with clipped weights is at times unstable under a discriminator's"
              + " optimiser with momentum, as %s with beta1 %s has (Arjovsky et al., 2017,"
                  .formatted(critic.method(), critic.beta1())
              + " arXiv:1701.07875): RMSPROP with a learning rate of 5e-5 helps, or beta1 0");
    }
    if (config.turns().discriminator() == 1
        && critic.learningRate() <= config.generatorOptimizer().learningRate()) {
      doubts.add(
          "loss wasserstein is a distance only to a discriminator that is close to its best, for"
              + " which 1 update a step is little: 5 are usual (Arjovsky et al., 2017,"
              + " arXiv:1701.07875), or it has a higher learning rate than the generator");
    }
  }

  private static void addRelativistic(List<String> doubts, Regularization regularization) {
    Set<Kind> missing = EnumSet.of(Kind.R1, Kind.R2);
    regularization.penalties().forEach(penalty -> missing.remove(penalty.kind()));
    if (!missing.isEmpty()) {
      doubts.add(
          "loss relativistic-pairing converges with the penalties R1 and R2, and need not without"
              + " (Huang et al., 2024, arXiv:2501.05441): add "
              + missing.stream().map(Kind::name).collect(Collectors.joining(" and ")));
    }
  }

  private static void addDiscriminator(List<String> doubts, GanConfig config) {
    double dropout = config.discriminator().dropout();
    if (dropout > 0 && !config.regularization().penalties().isEmpty()) {
      doubts.add(
          "a gradient penalty sees another part of the discriminator each time while that has"
              + " dropout, %s, and both hold it back: dropout 0 in the discriminator helps"
                  .formatted(dropout));
    }
    double flipped = config.regularization().labels().flipped();
    if (flipped > MANY_FLIPS) {
      doubts.add(
          "labels that are flipped with probability %s teach the discriminator little, for with 0.5"
                  .formatted(flipped)
              + " they would teach nothing: at most 0.2 helps");
    }
  }
}
