package io.github.gan4j.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.ConfigChange;
import io.github.gan4j.config.ConfigField;
import io.github.gan4j.config.GanDefaults;
import io.github.gan4j.config.OptimizerConfig;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingWordingTest {
  private final SettingWording wording = new SettingWording();

  @Test
  void eachChangeIsAFlagOfThePlayerWhoseItIs() {
    assertThat(flags(new ConfigChange(ConfigField.GENERATOR_LEARNING_RATE, 2e-4)))
        .isEqualTo("--generator-learning-rate 0.0002");
    assertThat(flags(new ConfigChange(ConfigField.DISCRIMINATOR_BETA1, 0.5)))
        .isEqualTo("--discriminator-beta1 0.5");
    assertThat(flags(new ConfigChange(ConfigField.EMA_DECAY, 0.999)))
        .isEqualTo("--averaging 0.999");
    assertThat(flags(new ConfigChange(ConfigField.BATCH_SIZE, 128))).isEqualTo("--batch-size 128");
    assertThat(flags(new ConfigChange(ConfigField.GENERATOR_BATCH_NORM, true)))
        .isEqualTo("--generator-batch-norm");
    assertThat(flags(new ConfigChange(ConfigField.MINIBATCH_STD_DEV, false)))
        .isEqualTo("--no-minibatch-deviation");
    assertThat(flags(new ConfigChange(ConfigField.DISCRIMINATOR_DROPOUT, 0.0)))
        .isEqualTo("--discriminator-dropout 0");
    assertThat(flags(new ConfigChange(ConfigField.DISCRIMINATOR_HIDDEN, List.of(256, 128))))
        .isEqualTo("--discriminator-hidden 256,128");
    assertThat(flags(new ConfigChange(ConfigField.WGAN_GP, null))).isEqualTo("--wgan-gp none");
  }

  @Test
  void oneFlagChangesBothPlayersWhereBothBecomeTheSame() {
    assertThat(
            flags(
                new ConfigChange(ConfigField.GENERATOR_LEARNING_RATE, 2e-4),
                new ConfigChange(ConfigField.DISCRIMINATOR_LEARNING_RATE, 2e-4)))
        .isEqualTo("--learning-rate 0.0002");
    assertThat(
            flags(
                new ConfigChange(
                    ConfigField.DISCRIMINATOR_OPTIMIZER, OptimizerConfig.Method.RMSPROP),
                new ConfigChange(ConfigField.DISCRIMINATOR_LEARNING_RATE, 5e-5)))
        .isEqualTo("--discriminator-optimizer rmsprop --discriminator-learning-rate 5.0e-5");
    assertThat(
            flags(
                new ConfigChange(ConfigField.GENERATOR_HIDDEN, List.of(3)),
                new ConfigChange(ConfigField.DISCRIMINATOR_HIDDEN, List.of(3))))
        .as("what one flag would mirror")
        .isEqualTo("--generator-hidden 3 --discriminator-hidden 3");
  }

  @Test
  void everyFieldIsOneSetting() {
    Set<Setting<?>> settings = new HashSet<>();
    for (ConfigField field : EnumSet.complementOf(EnumSet.of(ConfigField.CLASSES))) {
      assertThat(settings.add(SettingFields.of(field).orElseThrow())).as(field.name()).isTrue();
    }
    assertThat(SettingFields.of(ConfigField.CLASSES)).as("which the data decide").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ConfigField.class)
  void valuesOfTheDefaultsAreWrittenAsTheirSettingsAre(ConfigField field) {
    Object value = field.value(GanDefaults.CONFIG);
    if (value != null && field != ConfigField.RATE_STEPS) {
      SingleSetting<?> setting = SettingFields.of(field).orElseThrow();
      assertThat(wording.value(field, value)).isNotBlank();
      assertThat(setting.type().parse(wording.value(field, value))).as(field.name()).isNotNull();
    }
  }

  private String flags(ConfigChange... changes) {
    return wording.changes(GanDefaults.CONFIG, List.of(changes));
  }
}
