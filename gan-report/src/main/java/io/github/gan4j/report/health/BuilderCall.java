package io.github.gan4j.report.health;

import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.report.health.Advice.Players;
import io.github.gan4j.report.internal.Figures;
import java.util.Objects;

/** Advice as a call of the library's builder, in Java. */
final class BuilderCall {
  private BuilderCall() {}

  static String of(Advice advice) {
    String value = advice.value();
    return switch (advice.setting()) {
      case LEARNING_RATE, BETA1 -> optimizer(advice);
      case AVERAGING -> ".averaging(" + value + ")";
      case BATCH_SIZE -> ".batchSize(" + value + ")";
      case BATCH_NORM -> ofPlayers(advice.players(), batchNorm());
      case DROPOUT -> ofPlayers(advice.players(), "dropout(" + value + ")");
      case HIDDEN -> ofPlayers(advice.players(), "hidden(" + value + ")");
    };
  }

  /** One call sets the whole optimiser: what is not advised is as the run has it. */
  private static String optimizer(Advice advice) {
    GanConfig config = advice.config();
    OptimizerConfig now =
        advice.players() == Players.DISCRIMINATOR
            ? config.discriminatorOptimizer()
            : config.generatorOptimizer();
    boolean rate = advice.setting() == Advice.Setting.LEARNING_RATE;
    String learningRate = rate ? advice.value() : Figures.setting(now.learningRate());
    String beta1 = rate ? Figures.setting(now.beta1()) : advice.value();
    String beta2 = Figures.setting(now.beta2());
    String call =
        switch (now.method()) {
          case ADAM -> Figures.format("adam(%s, %s, %s)", learningRate, beta1, beta2);
          case ADAMW ->
              Figures.format(
                  "adamW(%s, %s, %s, %s)",
                  learningRate, beta1, beta2, Figures.setting(now.weightDecay()));
          case RMSPROP -> Figures.format("rmsProp(%s, %s)", learningRate, beta2);
          case SGD -> Figures.format("sgd(%s, %s)", learningRate, beta1);
        };
    boolean usualEpsilon = now.epsilon() == 0 || now.epsilon() == OptimizerConfig.DEFAULT_EPSILON;
    if (now.method() == OptimizerConfig.Method.ADAM && usualEpsilon) {
      return ofPlayers(advice.players(), call);
    }
    String epsilon = usualEpsilon ? "" : ".withEpsilon(" + Figures.setting(now.epsilon()) + ")";
    return ofPlayers(advice.players(), "optimizer(OptimizerConfig." + call + epsilon + ")");
  }

  private static String batchNorm() {
    BatchNorm usual = Objects.requireNonNull(GanDefaults.GENERATOR.batchNorm());
    return Figures.format(
        "batchNorm(BatchNorm.of(%s, %s))",
        Figures.setting(usual.momentum()), Figures.setting(usual.epsilon()));
  }

  private static String ofPlayers(Players players, String call) {
    return switch (players) {
      case GENERATOR -> ".generator(g -> g." + call + ")";
      case DISCRIMINATOR -> ".discriminator(d -> d." + call + ")";
      case BOTH -> "." + call;
    };
  }
}
