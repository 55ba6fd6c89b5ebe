package io.github.gan4j.report.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.Labels;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossScaleTest {
  static Stream<AdversarialLoss> losses() {
    return Losses.all().stream().filter(loss -> !loss.unbounded());
  }

  @Test
  void aLossWithoutALeastValueHasNoScale() {
    assertThat(scale(Losses.wasserstein())).isEmpty();
  }

  @Test
  void labelsThatAreNotTrueChangeWhatALossMeans() {
    assertThat(LossScale.of(Gan.builder().config(), GanDefaults.LOSS)).isPresent();
    assertThat(LossScale.of(Gan.builder().labels(new Labels(0.9, 0, 0)).config(), GanDefaults.LOSS))
        .isEmpty();
    assertThat(LossScale.of(Gan.builder().labels(new Labels(1, 0, 0.1)).config(), GanDefaults.LOSS))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void guessingIsTheLeastLossOfAScoreThatIsTheSameForAll(AdversarialLoss loss) {
    double least =
        DoubleStream.iterate(-2, score -> score <= 2, score -> score + 1.0 / 64)
            .map(score -> total(loss, (float) score, (float) score))
            .min()
            .orElseThrow();

    assertThat(scale(loss).orElseThrow().guessing()).isCloseTo(least, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void separationIsOneForScoresThatTellEverything(AdversarialLoss loss) {
    boolean squares = loss.name().equals("least-squares");
    double told = squares ? total(loss, 1, 0) : total(loss, 30, -30);

    assertThat(scale(loss).orElseThrow().separation(told)).isCloseTo(1, within(1e-9));
  }

  private static Optional<LossScale> scale(AdversarialLoss loss) {
    return LossScale.of(Gan.builder().config(), loss);
  }

  private static double total(AdversarialLoss loss, float real, float fake) {
    return loss.discriminator(new float[] {real}, new float[] {fake}, new float[1], new float[1])
        .total();
  }
}
