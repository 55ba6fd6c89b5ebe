package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.fake.ErrorOutput;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.image.Images;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.model.TrainedNetwork;
import io.github.gan4j.training.EpochEvent;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.training.RunEndedEvent;
import io.github.gan4j.training.RunEndedEvent.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private final FakeEngine engine = new FakeEngine();
  private final RecordedEvents recorder = new RecordedEvents();

  @Test
  void theSameSeedGivesTheSameLossesAndImages() {
    assertThat(run(5)).isEqualTo(run(5));
    assertThat(run(5)).isNotEqualTo(run(6));
  }

  @Test
  void whatSpeaksAgainstARunIsLoggedOnce() {
    String doubtful =
        ErrorOutput.during(
            () -> trainer(Settings.linear().generatorUpdatesPerStep(2)).train().close());
    String plain = ErrorOutput.during(() -> trainer(Settings.linear()).train().close());

    assertThat(doubtful.lines())
        .singleElement()
        .asString()
        .contains(
            "WARN", "the generator is updated more often", "try .discriminatorUpdatesPerStep(2)");
    assertThat(plain).isEmpty();
  }

  private static List<Object> run(long seed) {
    RecordedEvents recorded = new RecordedEvents();
    try (TrainedGan gan =
        Settings.linear()
            .seed(seed)
            .engine(new FakeEngine())
            .listener(recorded)
            .train(new NumberedImages(12))) {
      return List.of(
          recorded.losses().stream().map(LossEvent::discriminator).toList(),
          recorded.losses().stream().map(LossEvent::generator).toList(),
          gan.generate(1, 3).toArray()[0]);
    }
  }

  @Test
  void steppingByHandIsTheSameAsTraining() {
    try (Trainer byHand = trainer(Settings.linear())) {
      while (!byHand.finished()) {
        assertThat(byHand.step().step()).isEqualTo(byHand.steps());
      }
      assertThat(byHand.steps()).isEqualTo(6);
      try (TrainedGan whole = Settings.linear().engine(engine).train(new NumberedImages(12));
          TrainedGan stepped = byHand.train()) {
        assertThat(stepped.generate(3, 1).toArray())
            .containsExactly(whole.generate(3, 1).toArray());
      }
    }
    assertThat(recorder.events()).endsWith("epoch 2 at 6", "ended COMPLETED after 6");
  }

  @Test
  void aStepReadsAsManyRealImagesAsTheRunSays() {
    NumberedImages images = new NumberedImages(20);
    try (Trainer trainer =
        Settings.linear().discriminatorUpdatesPerStep(5).engine(engine).trainer(images)) {
      images.takeRead();
      trainer.step();

      assertThat(trainer.run().imagesPerStep()).isEqualTo(images.takeRead().length).isEqualTo(20);
    }
  }

  @Test
  void aStepAfterTheEndIsRefused() {
    try (Trainer trainer = trainer(Settings.linear().maxSteps(1))) {
      trainer.step();
      assertThatIllegalStateException().isThrownBy(trainer::step).withMessage("the run is over");
    }
  }

  @Test
  void trainingAgainReturnsTheSameRun() {
    try (Trainer trainer = trainer(Settings.linear());
        TrainedGan first = trainer.train();
        TrainedGan again = trainer.train()) {
      assertThat(again.generate(2, 1).toArray()).containsExactly(first.generate(2, 1).toArray());
      assertThat(again.history()).isEqualTo(first.history());
    }
    assertThat(recorder.events()).containsOnlyOnce("started", "ended COMPLETED after 6");
  }

  @Test
  void maxStepsEndsARunWithinAnEpoch() {
    try (Trainer trainer = trainer(Settings.linear().maxSteps(4));
        TrainedGan gan = trainer.train()) {
      assertThat(trainer.run().totalSteps()).isEqualTo(4);
      assertThat(gan.history().epochs()).hasSize(1);
    }
    assertThat(recorder.events()).endsWith("loss 4 of epoch 2", "ended COMPLETED after 4");
  }

  @Test
  void anEpochMayBeLongerThanThePassesOverTheData() {
    try (Trainer trainer = trainer(Settings.linear().stepsPerEpoch(5).epochs(1));
        TrainedGan gan = trainer.train()) {
      assertThat(gan.history().epochs()).hasSize(1);
    }
    assertThat(recorder.events()).endsWith("epoch 1 at 5", "ended COMPLETED after 5");
  }

  @Test
  void aRequestToStopEndsTheRunAfterTheStep() {
    recorder.thenDo(
        () -> {
          if (recorder.losses().size() == 2) {
            recorder.losses().get(1).run().requestStop();
          }
        });
    try (Trainer trainer = trainer(Settings.linear());
        TrainedGan gan = trainer.train()) {
      assertThat(trainer.finished()).isTrue();
      assertThat(trainer.steps()).isEqualTo(2);
      assertThat(gan.history().epochs()).isEmpty();
      assertThatIllegalStateException().isThrownBy(trainer::step);
    }
    assertThat(recorder.events())
        .containsExactly(
            "started", "loss 1 of epoch 1", "loss 2 of epoch 1", "ended STOPPED after 2");
  }

  @Test
  void aRequestToStopBetweenStepsIsTold() {
    try (Trainer trainer = trainer(Settings.linear())) {
      trainer.step();
      trainer.run().requestStop();
      assertThat(trainer.finished()).isTrue();
      trainer.train().close();
      assertThat(recorder.events()).endsWith("loss 1 of epoch 1", "ended STOPPED after 1");
    }
    assertThat(recorder.ends()).hasSize(1);
  }

  @Test
  void aStopBeforeTheFirstStepLeavesTheFirstPlayersAndNoEvents() {
    try (Trainer trainer = trainer(Settings.linear())) {
      trainer.run().requestStop();
      try (TrainedGan gan = trainer.train()) {
        assertThat(gan.generate(1, 1).count()).isEqualTo(1);
      }
    }
    assertThat(recorder.events()).isEmpty();
    assertThat(engine.takeCalls()).isEmpty();
  }

  @Test
  void closingEndsARunOnceAndFreesItsMemory() {
    Trainer trainer = trainer(Settings.linear());
    trainer.step();
    assertThat(trainer.run().generator().generate(1, 1).count()).isEqualTo(1);
    assertThat(trainer.run().discriminator().parameterCount()).isEqualTo(3);
    trainer.close();
    trainer.close();
    assertThat(recorder.events()).endsWith("ended STOPPED after 1");
    assertThat(recorder.ends()).hasSize(1);
    assertThat(engine.openNetworks()).isZero();
    assertThat(engine.closings()).as("the user's own engine").isZero();
  }

  @Test
  void aClosedTrainerRefusesToGoOn() {
    Trainer trainer = trainer(Settings.linear());
    trainer.close();
    assertThat(trainer.finished()).isTrue();
    String message = "the trainer is closed";
    assertThatIllegalStateException().isThrownBy(trainer::step).withMessage(message);
    assertThatIllegalStateException().isThrownBy(trainer::train).withMessage(message);
    assertThatIllegalStateException().isThrownBy(trainer::snapshot).withMessage(message);
    assertThatIllegalStateException().isThrownBy(trainer::generatorNetwork).withMessage(message);
    assertThatIllegalStateException()
        .isThrownBy(() -> trainer.run().generator())
        .withMessage(message);
  }

  @Test
  void aSnapshotStaysAsItIsWhenTrainingGoesOnAndTheTrainerIsClosed() {
    Trainer trainer = trainer(Settings.linear().emaDecay(0));
    trainer.step();
    float[] before = trainer.run().generator().generate(2, 1).toArray();
    try (TrainedGan snapshot = trainer.snapshot()) {
      trainer.train().close();
      float[] after = trainer.run().generator().generate(2, 1).toArray();
      trainer.close();
      assertThat(snapshot.generate(2, 1).toArray()).containsExactly(before).isNotEqualTo(after);
      assertThat(snapshot.history().epochs()).isEmpty();
    }
    assertThat(engine.openNetworks()).isZero();
  }

  @Test
  void livePlayersNormaliseAsTheTrainedOnesDo() {
    try (Trainer trainer = trainer(Settings.linear().normalization(0.1307, 0.3081))) {
      trainer.step();
      try (TrainedGan snapshot = trainer.snapshot()) {
        Images images = snapshot.generate(3, 1);
        assertThat(trainer.run().generator().generate(3, 1).toArray())
            .containsExactly(images.toArray());
        assertThat(trainer.run().discriminator().logits(images))
            .containsExactly(snapshot.discriminator().logits(images));
      }
    }
  }

  @Test
  void theGeneratorsNetworkIsTheAverageOfASnapshotAndTheNewestOfATrainer() {
    try (Trainer trainer = trainer(Settings.linear().emaDecay(0.9));
        TrainedGan gan = trainer.train()) {
      TrainedNetwork average = gan.generatorNetwork();
      TrainedNetwork newest = trainer.generatorNetwork();

      assertThat(average.parameters())
          .containsExactly(engine.first("G").averagedParameters().toArray());
      assertThat(newest.parameters())
          .containsExactly(engine.first("G").parameters().toArray())
          .isNotEqualTo(average.parameters());
      assertThat(newest.spec()).isEqualTo(average.spec()).isEqualTo(engine.first("G").spec());
    }
  }

  @Test
  void theGeneratorsNetworkStaysAsItIsWhenTrainingGoesOn() {
    try (Trainer trainer = trainer(Settings.linear())) {
      trainer.step();
      TrainedNetwork network = trainer.generatorNetwork();
      float[] before = network.parameters();
      trainer.step();
      assertThat(network.parameters()).containsExactly(before);
      assertThat(trainer.generatorNetwork().parameters()).isNotEqualTo(before);
    }
  }

  @Test
  void whatIsTrainedIsTheAverage() {
    try (Trainer trainer = trainer(Settings.linear().emaDecay(0.9));
        TrainedGan gan = trainer.train()) {
      float[] average = engine.first("G").averagedParameters().toArray();
      // The latent vector of zeros shows the two biases.
      assertThat(gan.generator().decode(new float[1][3]).toArray())
          .containsExactly(average[6], average[7])
          .isNotEqualTo(
              new float[] {
                engine.first("G").parameters().toArray()[6],
                engine.first("G").parameters().toArray()[7]
              });
    }
  }

  @Test
  void historyHoldsTheMeansOfEachEpoch() {
    try (Trainer trainer = trainer(Settings.linear());
        TrainedGan gan = trainer.train()) {
      List<EpochSummary> epochs = gan.history().epochs();
      assertThat(epochs).extracting(EpochSummary::epoch).containsExactly(1, 2);
      assertThat(epochs).extracting(EpochSummary::step).containsExactly(3L, 6L);
      EpochSummary second = epochs.get(1);
      List<LossEvent> losses = recorder.losses().subList(3, 6);
      assertThat(second.discriminator())
          .isCloseTo(mean(losses, LossEvent::discriminator), within(1e-12));
      assertThat(second.generator()).isCloseTo(mean(losses, LossEvent::generator), within(1e-12));
      assertThat(second.realProbability())
          .isCloseTo(mean(losses, LossEvent::realProbability), within(1e-12));
      assertThat(second.fakeProbability())
          .isCloseTo(mean(losses, LossEvent::fakeProbability), within(1e-12));
      assertThat(recorder.epochs()).extracting(EpochEvent::summary).isEqualTo(epochs);
      assertThat(recorder.epochs().get(1).seconds()).isNotNegative();
    }
  }

  @Test
  void learningRatesAreThoseInForceInTheStep() {
    GanBuilder builder =
        Settings.linear()
            .adam(0.25, 0, 0)
            .generator(g -> g.adam(0.5, 0, 0))
            .rateSchedule(RateSchedule.CONSTANT.warmUp(4));
    try (Trainer trainer = trainer(builder);
        TrainedGan gan = trainer.train()) {
      assertThat(recorder.losses())
          .extracting(LossEvent::generatorRate)
          .containsExactly(0.125, 0.25, 0.375, 0.5, 0.5, 0.5);
      assertThat(recorder.losses())
          .extracting(LossEvent::discriminatorRate)
          .containsExactly(0.0625, 0.125, 0.1875, 0.25, 0.25, 0.25);
      assertThat(gan.history().epochs())
          .extracting(EpochSummary::generatorRate)
          .containsExactly(0.375, 0.5);
      assertThat(gan.history().epochs())
          .extracting(EpochSummary::discriminatorRate)
          .containsExactly(0.1875, 0.25);
    }
  }

  @Test
  void aBatchLargerThanTheDatasetIsRefusedBeforeTheEngineIsAsked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.linear().engine(engine).trainer(new NumberedImages(3)))
        .withMessage("batchSize must be at most 3, the size of dataset numbered, was 4");
    assertThat(engine.openNetworks()).isZero();
  }

  @Test
  void aBatchAsLargeAsTheDatasetIsAnEpochOfOneStep() {
    try (Trainer trainer = Settings.linear().engine(engine).trainer(new NumberedImages(4))) {
      assertThat(trainer.run().stepsPerEpoch()).isEqualTo(1);
    }
  }

  @Test
  void aLossOfTheUsersOwnMustBeGivenAgainWithAConfiguration() {
    AdversarialLoss own = new DivergingLoss(100, 100);
    GanBuilder again = Gan.builder(Settings.linear().loss(own).config()).engine(engine);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> again.trainer(new NumberedImages(12)))
        .withMessage("loss must be given with loss(...): the library has none named diverging");
    again.loss(own).trainer(new NumberedImages(12)).close();
  }

  @Test
  void withoutAnEngineTrainingSaysWhatToAdd() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> Settings.linear().train(new NumberedImages(12)))
        .withMessage(
            "no GAN engine found: add io.github.gan4j:gan-cpu to the class path,"
                + " or call Gan.builder().engine(...)");
  }

  @Test
  void theEndTellsHowLongTheRunTook() {
    trainer(Settings.linear()).train().close();
    assertThat(recorder.ends())
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.outcome()).isEqualTo(Outcome.COMPLETED);
              assertThat(end.duration()).isPositive();
            })
        .extracting(RunEndedEvent::steps)
        .isEqualTo(6L);
  }

  private static double mean(List<LossEvent> losses, ToDoubleFunction<LossEvent> part) {
    return losses.stream().mapToDouble(part).average().orElseThrow();
  }

  private Trainer trainer(GanBuilder settings) {
    return settings.engine(engine).listener(recorder).trainer(new NumberedImages(12));
  }
}
