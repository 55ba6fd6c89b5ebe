package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.RollBack;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that diverged and went back, at the same rates, is one that was resumed from there. */
class RolledBackPenaltyTest {
  @TempDir private Path folder;
  private final ReferenceEngine engine = new ReferenceEngine();

  @AfterEach
  void closeTheEngine() {
    engine.close();
  }

  /**
   * The penalty is due in steps 1 and 5. Step 5 fails when it is computed, and the run goes on with
   * step 4, where it is not due.
   */
  @Test
  void whatAPenaltyLeftInAFailedStepIsGone() throws IOException {
    Checkpoints stopped = checkpoints("stopped");
    builder(new StumblingLoss(0)).maxSteps(3).checkpoints(stopped).train(data()).close();
    float[] resumed =
        images(
            Gan.resume(folder.resolve("stopped"))
                .loss(new StumblingLoss(0))
                .engine(engine)
                .train(data()));

    try (Trainer trainer =
        builder(new StumblingLoss(5))
            .checkpoints(checkpoints("whole"))
            .rollBacks(1, 1)
            .trainer(data())) {
      assertThat(images(trainer.train())).isEqualTo(resumed);
      assertThat(trainer.run().rollBacks())
          .containsExactly(new RollBack(5, "the discriminator's loss", 3, 1));
    }
  }

  private Checkpoints checkpoints(String name) {
    return Checkpoints.into(folder.resolve(name)).every(Interval.steps(3));
  }

  private static RandomImages data() {
    return new RandomImages(30);
  }

  private static float[] images(TrainedGan gan) {
    try (gan) {
      return gan.generate(3, 1).toArray();
    }
  }

  private GanBuilder builder(AdversarialLoss loss) {
    return Gan.builder()
        .engine(engine)
        .latentDim(3)
        .mlp(6)
        .discriminator(d -> d.dropout(0))
        .penalty(GradientPenalty.r1(5).every(4))
        .loss(loss)
        .emaDecay(0)
        .batchSize(8)
        .stepsPerEpoch(6)
        .epochs(1);
  }

  /** A loss that is infinite in one call for the discriminator, counted from 1. */
  private static final class StumblingLoss implements AdversarialLoss {
    private final int bad;
    private int calls;

    StumblingLoss(int bad) {
      this.bad = bad;
    }

    @Override
    public String name() {
      return "stumbling";
    }

    @Override
    public DiscriminatorLoss discriminator(
        float[] real, float[] fake, float[] realGradient, float[] fakeGradient) {
      DiscriminatorLoss loss = Losses.hinge().discriminator(real, fake, realGradient, fakeGradient);
      return ++calls == bad ? new DiscriminatorLoss(Double.POSITIVE_INFINITY, 0) : loss;
    }

    @Override
    public double generator(float[] real, float[] fake, float[] fakeGradient) {
      return Losses.hinge().generator(real, fake, fakeGradient);
    }
  }
}
