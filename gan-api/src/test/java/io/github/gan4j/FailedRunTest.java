package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gan4j.error.GanException;
import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.loss.AdversarialLoss;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedRunTest {
  private final FakeEngine engine = new FakeEngine();
  private final RecordedEvents recorder = new RecordedEvents();

  @Test
  void aDivergedDiscriminatorIsToldWithStepAndLossesAndIsNotUpdated() {
    try (Trainer trainer = trainer(new DivergingLoss(3, 100))) {
      TrainingDivergedException diverged =
          catchThrowableOfType(TrainingDivergedException.class, trainer::train);
      assertThat(diverged.step()).isEqualTo(3);
      assertThat(diverged.discriminator()).isInfinite();
      assertThat(diverged.generator()).isNaN();
      assertThat(diverged)
          .hasMessageStartingWith(
              "training diverged in step 3: the discriminator's loss is infinite or not a number;"
                  + " discriminator loss Infinity, generator loss NaN");
      assertThat(recorder.ends().get(0).failure()).isSameAs(diverged);
    }
    assertThat(engine.takeCalls())
        .contains("D update 2", "G update 2")
        .doesNotContain("D update 3");
    assertThat(recorder.events()).endsWith("loss 2 of epoch 1", "ended FAILED after 2");
  }

  @Test
  void aDivergedGeneratorIsToldWithStepAndLossesAndIsNotUpdated() {
    try (Trainer trainer = trainer(new DivergingLoss(100, 2))) {
      TrainingDivergedException diverged =
          catchThrowableOfType(TrainingDivergedException.class, trainer::train);
      assertThat(diverged.step()).isEqualTo(2);
      assertThat(diverged.discriminator()).isFinite();
      assertThat(diverged.generator()).isNaN();
    }
    assertThat(engine.takeCalls()).contains("D update 2").doesNotContain("G update 2");
    assertThat(recorder.events()).endsWith("loss 1 of epoch 1", "ended FAILED after 1");
  }

  @Test
  void aGradientThatIsNotFiniteIsNoticedInItsStep() {
    for (String player : List.of("discriminator", "generator")) {
      assertNoticed(player, Settings.linear());
    }
  }

  @Test
  void clippingHidesNoGradientThatIsNotFinite() {
    for (String player : List.of("discriminator", "generator")) {
      assertNoticed(player, Settings.linear().clipGradientNorm(0.1));
    }
  }

  private void assertNoticed(String player, GanBuilder builder) {
    try (Trainer trainer = trainer(builder.loss(new LossWithoutGradient(player, 3)))) {
      TrainingDivergedException diverged =
          catchThrowableOfType(TrainingDivergedException.class, trainer::train);
      assertThat(diverged.step()).isEqualTo(3);
      assertThat(diverged.discriminator()).isFinite();
      assertThat(Double.isFinite(diverged.generator())).isEqualTo(player.equals("generator"));
      assertThat(diverged.where()).isEqualTo("the " + player + "'s layers.0.linear.weight");
    }
  }

  @Test
  void aRunThatFailedIsOver() {
    try (Trainer trainer = trainer(new DivergingLoss(2, 100))) {
      assertThatExceptionOfType(TrainingDivergedException.class).isThrownBy(trainer::train);
      assertThat(trainer.finished()).isTrue();
      assertThat(trainer.steps()).isEqualTo(1);
      assertThatIllegalStateException()
          .isThrownBy(trainer::train)
          .withMessage("the run failed in step 2");
      assertThatIllegalStateException().isThrownBy(trainer::step);
      trainer.snapshot().close();
    }
    assertThat(recorder.ends()).hasSize(1);
  }

  @Test
  void aStepSizeFarTooLargeDiverges() {
    assertThatExceptionOfType(TrainingDivergedException.class)
        .isThrownBy(
            () -> Settings.linear().adam(1e30, 0, 0).engine(engine).train(new NumberedImages(12)));
    assertThat(engine.openNetworks()).isZero();
  }

  @Test
  void dataThatIsNotFiniteEndsTheRunAndNamesTheImage() {
    assertThatExceptionOfType(GanException.class)
        .isThrownBy(
            () ->
                Settings.linear()
                    .engine(engine)
                    .listener(recorder)
                    .train(new NumberedImages(12).with(7, Float.NaN)))
        .withMessage("image 7 of dataset numbered must hold finite values, held NaN at 1");
    assertThat(recorder.ends()).hasSize(1);
    assertThat(recorder.events().get(recorder.events().size() - 1)).startsWith("ended FAILED");
    assertThat(engine.openNetworks()).isZero();
  }

  private Trainer trainer(AdversarialLoss loss) {
    return trainer(Settings.linear().loss(loss));
  }

  private Trainer trainer(GanBuilder builder) {
    return builder.engine(engine).listener(recorder).trainer(new NumberedImages(12));
  }
}
