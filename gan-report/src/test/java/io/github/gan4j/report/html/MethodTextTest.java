package io.github.gan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.RateSchedule;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodTextTest {

  @Test
  void classesReadAsPeopleWriteThem() {
    assertThat(MethodText.of(Conditioning.projection(10))).isEqualTo("projection, 10 classes");
    assertThat(MethodText.of(Conditioning.auxiliaryClassifier(3)))
        .isEqualTo("auxiliary classifier, 3 classes, weight 1");
  }

  @Test
  void penaltiesReadAsPeopleWriteThem() {
    assertThat(MethodText.of(List.of(GradientPenalty.r1(0.1).every(4), GradientPenalty.wganGp())))
        .isEqualTo("R1, weight 0.1, every 4 updates; WGAN-GP, weight 10");
  }

  @Test
  void labelsAndNoiseReadAsPeopleWriteThem() {
    assertThat(MethodText.of(new Labels(0.9, 0.1, 0.05)))
        .isEqualTo("real 0.9, generated 0.1, flipped with probability 0.05");
    assertThat(MethodText.of(new InstanceNoise(0.1, 5000)))
        .isEqualTo("deviation 0.1, gone after 5000 steps");
  }

  @Test
  void turnsAndRatesReadAsPeopleWriteThem() {
    assertThat(MethodText.updates(Gan.builder().discriminatorUpdatesPerStep(5).config()))
        .isEqualTo("discriminator 5, generator 1");
    assertThat(MethodText.of(RateSchedule.CONSTANT.warmUp(1)))
        .isEqualTo("constant, risen after 1 step");
    assertThat(MethodText.of(RateSchedule.cosine(9000, 0.1).warmUp(500)))
        .isEqualTo("cosine to 0.1 times the rate after 9000 steps, risen after 500 steps");
  }
}
