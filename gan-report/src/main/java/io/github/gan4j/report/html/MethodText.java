package io.github.gan4j.report.html;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.report.internal.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a person reads the parts of a configuration that say how players are trained. */
final class MethodText {
  private static final String NONE = "none";

  private MethodText() {}

  static String of(@Nullable Conditioning conditioning) {
    if (conditioning == null) {
      return NONE;
    }
    return "%s, %s classes%s"
        .formatted(
            Settings.word(conditioning.kind()),
            conditioning.classes(),
            conditioning.classWeight() == 0
                ? ""
                : ", weight " + Figures.setting(conditioning.classWeight()));
  }

  static String of(List<GradientPenalty> penalties) {
    return penalties.isEmpty()
        ? NONE
        : penalties.stream().map(MethodText::of).collect(Collectors.joining("; "));
  }

  private static String of(GradientPenalty penalty) {
    String name = penalty.kind().name().replace('_', '-');
    return "%s, weight %s%s"
        .formatted(
            name,
            Figures.setting(penalty.weight()),
            penalty.interval() == 1 ? "" : ", every %s updates".formatted(penalty.interval()));
  }

  static String of(Labels labels) {
    String flipped =
        labels.flipped() == 0
            ? ""
            : ", flipped with probability " + Figures.setting(labels.flipped());
    return "real %s, generated %s%s"
        .formatted(Figures.setting(labels.real()), Figures.setting(labels.fake()), flipped);
  }

  static String of(@Nullable InstanceNoise noise) {
    return noise == null
        ? NONE
        : "deviation %s, gone after %s"
            .formatted(Figures.setting(noise.deviation()), Figures.counted(noise.steps(), "step"));
  }

  static String updates(GanConfig config) {
    return "discriminator %s, generator %s"
        .formatted(config.discriminator().updatesPerStep(), config.generator().updatesPerStep());
  }

  static String of(RateSchedule schedule) {
    String rise =
        schedule.warmUp() == 0 ? "" : ", risen after " + Figures.counted(schedule.warmUp(), "step");
    return schedule.kind() == RateSchedule.Kind.CONSTANT
        ? "constant" + rise
        : "%s to %s times the rate after %s%s"
            .formatted(
                schedule.kind().name().toLowerCase(Locale.ROOT),
                Figures.setting(schedule.last()),
                Figures.counted(schedule.steps(), "step"),
                rise);
  }
}
