package io.github.gan4j.cli.settings;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a configuration says of both players' training into values, and back. */
final class MethodValues {
  /** What applies once classes are told apart by a classifier: the paper's. */
  private static final double CLASS_WEIGHT = Conditioning.auxiliaryClassifier(2).classWeight();

  /** What applies once learning rates fall. */
  private static final double RATE_LAST = 0.1;

  private MethodValues() {}

  static void put(Values values, GanConfig config) {
    values.put(Settings.DISCRIMINATOR_STEPS, config.turns().discriminator());
    values.put(Settings.GENERATOR_STEPS, config.turns().generator());
    values.put(Settings.PACKING, config.packing());
    values.put(Settings.MINIBATCH_DEVIATION, config.minibatchDeviation());
    put(values, config.conditioning());
    put(values, config.rateSchedule());
    put(values, config.regularization());
  }

  private static void put(Values values, @Nullable Conditioning conditioning) {
    values.put(Settings.CONDITIONAL, conditioning == null ? null : conditioning.kind());
    values.put(
        Settings.CLASS_WEIGHT,
        conditioning == null || conditioning.classWeight() == 0
            ? CLASS_WEIGHT
            : conditioning.classWeight());
  }

  private static void put(Values values, RateSchedule schedule) {
    boolean falls = schedule.kind() != RateSchedule.Kind.CONSTANT;
    values.put(Settings.RATE_SCHEDULE, schedule.kind());
    values.put(Settings.RATE_STEPS, falls ? Math.toIntExact(schedule.steps()) : null);
    values.put(Settings.RATE_LAST, falls ? schedule.last() : RATE_LAST);
    values.put(Settings.RATE_WARM_UP, Math.toIntExact(schedule.warmUp()));
  }

  private static void put(Values values, Regularization regularization) {
    values.put(Settings.PENALTY_INTERVAL, 1);
    for (GradientPenalty.Kind kind : GradientPenalty.Kind.values()) {
      values.put(Settings.penalty(kind), null);
    }
    for (GradientPenalty penalty : regularization.penalties()) {
      values.put(Settings.penalty(penalty.kind()), penalty.weight());
      values.put(Settings.PENALTY_INTERVAL, penalty.interval());
    }
    values.put(Settings.CLIP_WEIGHTS, regularization.weightClip());
    values.put(Settings.REAL_LABEL, regularization.labels().real());
    values.put(Settings.FAKE_LABEL, regularization.labels().fake());
    values.put(Settings.FLIP_LABELS, regularization.labels().flipped());
    InstanceNoise noise = regularization.instanceNoise();
    values.put(Settings.INSTANCE_NOISE, noise == null ? null : noise.deviation());
    values.put(
        Settings.INSTANCE_NOISE_STEPS, noise == null ? null : Math.toIntExact(noise.steps()));
  }

  static @Nullable Conditioning conditioning(Values values, int classes) {
    Conditioning.Kind kind = values.find(Settings.CONDITIONAL);
    return kind == null
        ? null
        : new Conditioning(
            kind,
            classes,
            Settings.CLASS_WEIGHT.matters(values) ? values.get(Settings.CLASS_WEIGHT) : 0);
  }

  static RateSchedule rateSchedule(Values values) {
    RateSchedule.Kind kind = values.get(Settings.RATE_SCHEDULE);
    int warmUp = values.get(Settings.RATE_WARM_UP);
    return kind == RateSchedule.Kind.CONSTANT
        ? RateSchedule.CONSTANT.warmUp(warmUp)
        : new RateSchedule(
            kind, warmUp, values.get(Settings.RATE_STEPS), values.get(Settings.RATE_LAST));
  }

  static Regularization regularization(Values values) {
    return new Regularization(
        penalties(values),
        values.find(Settings.CLIP_WEIGHTS),
        new Labels(
            values.get(Settings.REAL_LABEL),
            values.get(Settings.FAKE_LABEL),
            values.get(Settings.FLIP_LABELS)),
        instanceNoise(values));
  }

  private static List<GradientPenalty> penalties(Values values) {
    int interval = values.get(Settings.PENALTY_INTERVAL);
    return Stream.of(GradientPenalty.Kind.values())
        .filter(kind -> values.find(Settings.penalty(kind)) != null)
        .map(kind -> new GradientPenalty(kind, values.get(Settings.penalty(kind)), interval))
        .toList();
  }

  private static @Nullable InstanceNoise instanceNoise(Values values) {
    Double deviation = values.find(Settings.INSTANCE_NOISE);
    return deviation == null
        ? null
        : new InstanceNoise(
            Objects.requireNonNull(deviation), values.get(Settings.INSTANCE_NOISE_STEPS));
  }
}
