package io.github.gan4j.cli.modes;

import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.loss.Losses;
import java.util.List;
import java.util.function.Consumer;

/**
 * A way to train that is compared on toy data.
 *
 * @param name for the command line
 * @param title for people
 * @param setUp changes what a {@link ToyRun} trains with
 */
public record ToyMethod(String name, String title, Consumer<GanBuilder> setUp) {

  private static final double GAMMA = 0.5;

  /** All of them, in the order in which they are shown. */
  public static final List<ToyMethod> ALL =
      List.of(
          // What many programs do, instead of what a run has been tuned to.
          new ToyMethod(
              "plain",
              "Plain, as is usual",
              b ->
                  b.generator(
                          g ->
                              g.batchNorm(BatchNorm.of(0.1, 1e-5))
                                  .activation(Activation.leakyRelu(0.2)))
                      .optimizer(OptimizerConfig.adam(1e-3, 0.5, 0.999))
                      .rateSchedule(RateSchedule.CONSTANT)),
          new ToyMethod("minimax", "Minimax", b -> b.loss(Losses.minimax())),
          new ToyMethod("non-saturating", "Non-saturating", b -> {}),
          new ToyMethod("least-squares", "Least squares", b -> b.loss(Losses.leastSquares())),
          new ToyMethod("hinge", "Hinge", b -> b.loss(Losses.hinge())),
          new ToyMethod(
              "weight-clipping",
              "Wasserstein, weights clipped at 0.05",
              b -> b.loss(Losses.wasserstein()).clipWeights(0.05).discriminatorUpdatesPerStep(5)),
          new ToyMethod(
              "wgan-gp",
              "Wasserstein with WGAN-GP",
              b ->
                  b.loss(Losses.wasserstein())
                      .penalty(GradientPenalty.wganGp(0.1))
                      .discriminatorUpdatesPerStep(5)),
          new ToyMethod(
              "dragan", "Non-saturating, DRAGAN", b -> b.penalty(GradientPenalty.dragan(0.1))),
          new ToyMethod("r1", "Non-saturating, R1", b -> b.penalty(GradientPenalty.r1(GAMMA))),
          new ToyMethod("pacgan", "PacGAN 2, non-saturating", b -> b.packing(2)),
          new ToyMethod(
              "minibatch-deviation", "Deviation over the batch", b -> b.minibatchStdDev()),
          new ToyMethod(
              "pairing",
              "RpGAN with R1 and R2",
              b ->
                  b.loss(Losses.relativisticPairing())
                      .penalty(GradientPenalty.r1(GAMMA))
                      .penalty(GradientPenalty.r2(GAMMA))));
}
