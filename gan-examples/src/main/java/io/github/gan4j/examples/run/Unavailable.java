package io.github.gan4j.examples.run;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.examples.settings.RunSettings;
import io.github.gan4j.examples.settings.Settings;
import io.github.gan4j.examples.settings.SingleSetting;
import io.github.gan4j.examples.settings.Size;
import io.github.gan4j.training.Interval;
import java.util.List;

/** Refuses what settings can ask for and nothing yet does, so that none is silently ignored. */
final class Unavailable {
  private Unavailable() {}

  static void checkShape(ImageShape shape, RunSettings settings) {
    Size size = settings.find(Settings.IMAGE_SIZE);
    if (size != null && !size.equals(new Size(shape.height(), shape.width()))) {
      throw refusal(settings, Settings.IMAGE_SIZE);
    }
    Integer channels = settings.find(Settings.CHANNELS);
    if (channels != null && channels != shape.channels()) {
      throw refusal(settings, Settings.CHANNELS);
    }
  }

  static void check(RunSettings settings) {
    for (SingleSetting<List<Double>> setting : List.of(Settings.MEAN, Settings.STD)) {
      if (!settings.get(setting).stream().allMatch(value -> value == 0.5)) {
        throw refusal(settings, setting);
      }
    }
    if (settings.get(Settings.SAMPLE_INTERVAL).unit() == Interval.Unit.STEPS) {
      throw refusal(settings, Settings.SAMPLE_INTERVAL);
    }
    if (settings.find(Settings.LOG_FILE) != null) {
      throw refusal(settings, Settings.LOG_FILE);
    }
    if (settings.get(Settings.TENSORBOARD)) {
      throw refusal(settings, Settings.TENSORBOARD);
    }
  }

  private static RuntimeException refusal(RunSettings settings, SingleSetting<?> setting) {
    return settings.refusal(setting, "cannot be set yet");
  }
}
