package io.github.gan4j.cli.run;

import io.github.gan4j.cli.settings.GeneralSettings;
import io.github.gan4j.cli.settings.NetworkSettings;
import io.github.gan4j.cli.settings.OptimizerSettings;
import io.github.gan4j.cli.settings.Player;
import io.github.gan4j.cli.settings.PlayersSetting;
import io.github.gan4j.cli.settings.Setting;
import io.github.gan4j.report.health.Advice;

/** Advice as flags of {@code train}, to be pasted behind the command. */
final class FlagAdvice {
  private FlagAdvice() {}

  static String of(Advice advice) {
    Setting<?> setting = setting(advice);
    return "--"
        + setting.name()
        + (setting.isSwitch() ? "" : " " + advice.value().replace(", ", ","));
  }

  private static Setting<?> setting(Advice advice) {
    return switch (advice.setting()) {
      case LEARNING_RATE -> of(OptimizerSettings.LEARNING_RATE, advice);
      case BETA1 -> of(OptimizerSettings.BETA1, advice);
      case AVERAGING -> GeneralSettings.AVERAGING;
      case BATCH_SIZE -> GeneralSettings.BATCH_SIZE;
      case BATCH_NORM -> of(NetworkSettings.BATCH_NORM, advice);
      case DROPOUT -> of(NetworkSettings.DROPOUT, advice);
      case HIDDEN -> of(NetworkSettings.HIDDEN, advice);
    };
  }

  private static Setting<?> of(PlayersSetting<?> setting, Advice advice) {
    return switch (advice.players()) {
      case GENERATOR -> setting.of(Player.GENERATOR);
      case DISCRIMINATOR -> setting.of(Player.DISCRIMINATOR);
      case BOTH -> setting;
    };
  }
}
