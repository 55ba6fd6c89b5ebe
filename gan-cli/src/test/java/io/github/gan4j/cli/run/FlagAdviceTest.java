package io.github.gan4j.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.report.health.Advice;
import io.github.gan4j.report.health.Advice.Players;
import io.github.gan4j.report.health.Advice.Setting;
import org.junit.jupiter.api.Test;

class FlagAdviceTest {

  @Test
  void eachSettingIsAFlagOfThePlayerWhoseItIs() {
    assertThat(flag(Setting.LEARNING_RATE, Players.GENERATOR, "2e-4"))
        .isEqualTo("--generator-learning-rate 2e-4");
    assertThat(flag(Setting.LEARNING_RATE, Players.BOTH, "2e-4")).isEqualTo("--learning-rate 2e-4");
    assertThat(flag(Setting.BETA1, Players.DISCRIMINATOR, "0.5"))
        .isEqualTo("--discriminator-beta1 0.5");
    assertThat(flag(Setting.AVERAGING, Players.BOTH, "0.999")).isEqualTo("--averaging 0.999");
    assertThat(flag(Setting.BATCH_SIZE, Players.BOTH, "128")).isEqualTo("--batch-size 128");
    assertThat(flag(Setting.BATCH_NORM, Players.GENERATOR, "true"))
        .isEqualTo("--generator-batch-norm");
    assertThat(flag(Setting.DROPOUT, Players.DISCRIMINATOR, "0"))
        .isEqualTo("--discriminator-dropout 0");
    assertThat(flag(Setting.HIDDEN, Players.DISCRIMINATOR, "256, 128"))
        .isEqualTo("--discriminator-hidden 256,128");
  }

  private static String flag(Setting setting, Players players, String value) {
    return FlagAdvice.of(new Advice(setting, players, value, "it", "why", Gan.builder().config()));
  }
}
