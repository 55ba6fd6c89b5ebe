package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.error.TrainingDivergedException;
import io.github.gan4j.fake.ErrorOutput;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.Interval;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.ResumableListener;
import io.github.gan4j.training.RollBack;
import io.github.gan4j.training.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of 2 epochs of 3 steps that diverge. */
class RollBackTest {
  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final RecordedEvents recorder = new RecordedEvents();

  @Test
  void runThatDivergedGoesBackAndOnWithSmallerRates() {
    try (Trainer trainer = trainer(Set.of(6), 2)) {
      trainer.train().close();
      assertThat(trainer.run().rollBacks())
          .containsExactly(new RollBack(6, "the discriminator's loss", 4, 0.5));
      assertThat(trainer.run().resumedAfter()).isEqualTo(4);
    }

    assertThat(recorder.events())
        .containsExactly(
            "started",
            "loss 1 of epoch 1",
            "loss 2 of epoch 1",
            "loss 3 of epoch 1",
            "epoch 1 at 3",
            "loss 4 of epoch 2",
            "loss 5 of epoch 2",
            "went back from 6 to 4, rate 0.5",
            "loss 5 of epoch 2",
            "loss 6 of epoch 2",
            "epoch 2 at 6",
            "ended COMPLETED after 6");
    assertThat(engine.takeCalls())
        .containsSubsequence(
            "D update 5",
            "G update 5",
            "D update 5 at 0.5",
            "G update 5 at 0.5",
            "D update 6 at 0.5")
        .doesNotContain("D update 6");
  }

  @Test
  void historyAndMeansAreThoseOfWhatWasKept() {
    try (Trainer trainer = trainer(Set.of(5), 2);
        TrainedGan gan = trainer.train()) {
      List<EpochSummary> epochs = gan.history().epochs();
      assertThat(epochs).extracting(EpochSummary::epoch).containsExactly(1, 2);
      double sum = 0;
      for (int i = recorder.losses().size() - 3; i < recorder.losses().size(); i++) {
        sum += recorder.losses().get(i).discriminator();
      }
      assertThat(epochs.get(1).discriminator()).isEqualTo(sum / 3);
    }
  }

  @Test
  void runThatDivergesAgainGoesFurtherBackAndDropsWhatLedThere() throws IOException {
    try (Trainer trainer = trainer(Set.of(5, 6), 2)) {
      trainer.train().close();
      assertThat(trainer.run().rollBacks()).extracting(RollBack::to).containsExactly(4L, 2L);
      assertThat(trainer.run().rollBacks())
          .extracting(RollBack::rateFactor)
          .containsExactly(0.5, 0.25);
    }
    // Of the two below, the first was written anew.
    assertThat(names())
        .containsExactly(
            "checkpoint-0000000002.safetensors",
            "checkpoint-0000000004.safetensors",
            "checkpoint-0000000006.safetensors");
    assertThat(engine.takeCalls()).contains("D update 3 at 0.25", "D update 4 at 0.25");
  }

  @Test
  void firstStateIsThereToGoBackTo() {
    try (Trainer trainer = trainer(Set.of(1, 2), 100)) {
      trainer.train().close();
      assertThat(trainer.run().rollBacks()).extracting(RollBack::to).containsExactly(0L, 0L);
    }
    assertThat(recorder.losses()).hasSize(6);
  }

  @Test
  void afterSoManyTimesTheRunEnds() throws IOException {
    try (Trainer trainer = trainer(Set.of(5, 6, 7, 8), 2)) {
      TrainingDivergedException diverged =
          catchThrowableOfType(TrainingDivergedException.class, trainer::train);
      assertThat(diverged.step()).isEqualTo(1);
      assertThat(trainer.run().rollBacks()).hasSize(3);
      assertThat(trainer.finished()).isTrue();
    }
    assertThat(recorder.events()).endsWith("ended FAILED after 0");
    assertThat(names()).containsExactly("checkpoint-0000000000.safetensors");
  }

  @Test
  void stateThatCannotBeReadEndsTheRunWithBothReasons() throws IOException {
    try (Trainer trainer = trainer(Set.of(4), 2)) {
      trainer.step();
      trainer.step();
      trainer.step();
      Files.write(folder.resolve("checkpoint-0000000002.safetensors"), new byte[9]);
      TrainingDivergedException diverged =
          catchThrowableOfType(TrainingDivergedException.class, trainer::train);
      assertThat(diverged.step()).isEqualTo(4);
      assertThat(diverged.getSuppressed())
          .hasExactlyElementsOfTypes(ModelFormatException.class)
          .satisfiesExactly(
              reason -> assertThat(reason).hasMessageContaining("checkpoint-0000000002"));
    }
  }

  @Test
  void listenersGetTheirStatesBack() {
    Sum sum = new Sum();
    try (Trainer trainer =
        builder(Set.of(6)).checkpoints(every(2)).listener(sum).trainer(new NumberedImages(12))) {
      trainer.train().close();
    }
    assertThat(sum.told).containsExactly("went back to 4", "resumed after 4 with 10");
    assertThat(sum.steps).isEqualTo(1 + 2 + 3 + 4 + 5 + 6);
  }

  @Test
  void listenersSeeThePlayersAsTheyAreAfterGoingBack() {
    List<float[]> afterStep5 = new ArrayList<>();
    try (Trainer trainer =
        builder(Set.of(6))
            .checkpoints(every(2))
            .onLoss(
                event -> {
                  if (event.step() == 5) {
                    afterStep5.add(event.run().generator().generate(2, 1).toArray());
                  }
                })
            .trainer(new NumberedImages(12))) {
      trainer.train().close();
    }
    assertThat(afterStep5).hasSize(2);
    assertThat(afterStep5.get(1)).isNotEqualTo(afterStep5.get(0));
  }

  @Test
  void goingBackIsLogged() {
    String output =
        ErrorOutput.during(
            () -> {
              try (Trainer trainer = trainer(Set.of(6), 2)) {
                trainer.train().close();
              }
            });
    assertThat(output)
        .contains(
            "training diverged in step 6: the discriminator's loss",
            "going back to step 4, learning rates times 0.5");
  }

  /** A rate of 1e30 makes weights that no smaller rate can help; the first ones are sound. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void resumedRunGoesBackAsAnUninterruptedOneDoes(int stop) throws IOException {
    Path whole = folder.resolve("whole");
    float[] expected;
    List<RollBack> rollBacks;
    try (Trainer trainer = wild(Checkpoints.into(whole)).trainer(new NumberedImages(12))) {
      expected = weights(trainer.train());
      rollBacks = trainer.run().rollBacks();
    }
    assertThat(rollBacks).isNotEmpty();

    Checkpoints parts = Checkpoints.into(folder.resolve("parts")).every(Interval.steps(1));
    wild(parts).maxSteps(stop).train(new NumberedImages(12)).close();
    try (Trainer trainer =
        Gan.resume(folder.resolve("parts"))
            .engine(engine)
            .checkpoints(parts)
            .rollBacks(3, 1e-16)
            .trainer(new NumberedImages(12))) {
      assertThat(weights(trainer.train())).isEqualTo(expected);
      assertThat(trainer.run().rollBacks()).isEqualTo(rollBacks);
    }
  }

  @Test
  void badPolicyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gan.builder().rollBacks(0, 0.5))
        .withMessage("rollBacks must be at least 1, was 0");
    for (double factor : new double[] {0, 1.5, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Gan.builder().rollBacks(1, factor))
          .withMessage("rateFactor must be in (0, 1], was " + factor);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(Set.of()).trainer(new NumberedImages(12)))
        .withMessage("rollBacks needs checkpoints(...): there must be a state to go back to");
  }

  private Trainer trainer(Set<Integer> badSteps, int interval) {
    return builder(badSteps)
        .checkpoints(every(interval))
        .listener(recorder)
        .trainer(new NumberedImages(12));
  }

  private Checkpoints every(int steps) {
    return Checkpoints.into(folder).every(Interval.steps(steps));
  }

  private GanBuilder builder(Set<Integer> badCalls) {
    return Settings.linear().engine(engine).loss(new StumblingLoss(badCalls)).rollBacks(3, 0.5);
  }

  private GanBuilder wild(Checkpoints checkpoints) {
    return Settings.linear()
        .adam(1e30, 0, 0)
        .engine(engine)
        .checkpoints(checkpoints.every(Interval.steps(1)))
        .rollBacks(3, 1e-16);
  }

  private static float[] weights(TrainedGan gan) {
    try (gan) {
      return gan.generate(5, 3).toArray();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Sums the numbers of the steps. */
  private static final class Sum implements ResumableListener {
    private final List<String> told = new ArrayList<>();
    private long steps;

    @Override
    public void onLoss(LossEvent event) {
      steps += event.step();
    }

    @Override
    public void onRolledBack(Run run, RollBack rollBack) {
      told.add("went back to " + rollBack.to());
    }

    @Override
    public byte[] state() {
      return new byte[] {(byte) steps};
    }

    @Override
    public void onRunResumed(Run run, byte[] state) {
      told.add("resumed after " + run.resumedAfter() + " with " + state[0]);
      steps = state[0];
    }
  }

  /** A loss whose value is infinite in some calls for the discriminator, counted from 1. */
  private static final class StumblingLoss implements AdversarialLoss {
    private final Set<Integer> bad;
    private int calls;

    StumblingLoss(Set<Integer> bad) {
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
      return bad.contains(++calls) ? new DiscriminatorLoss(Double.POSITIVE_INFINITY, 0) : loss;
    }

    @Override
    public double generator(float[] real, float[] fake, float[] fakeGradient) {
      return Losses.hinge().generator(real, fake, fakeGradient);
    }
  }
}
