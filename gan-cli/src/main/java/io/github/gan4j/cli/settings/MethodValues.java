package io.github.gan4j.cli.settings;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.InstanceNoise;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.config.TrainingSchedule;
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
    values.put(GeneralSettings.DISCRIMINATOR_STEPS, config.discriminator().updatesPerStep());
    values.put(GeneralSettings.GENERATOR_STEPS, config.generator().updatesPerStep());
    values.put(RegularisationSettings.PACKING, config.discriminator().packing());
    values.put(
        RegularisationSettings.MINIBATCH_DEVIATION, config.discriminator().minibatchStdDev());
    put(values, config.objective().conditioning());
    put(values, config.schedule().rateSchedule());
    put(values, config.objective().regularization());
  }

  private static void put(Values values, @Nullable Conditioning conditioning) {
    values.put(GeneralSettings.CONDITIONAL, conditioning == null ? null : conditioning.kind());
    values.put(
        GeneralSettings.CLASS_WEIGHT,
        conditioning == null || conditioning.classWeight() == 0
            ? CLASS_WEIGHT
            : conditioning.classWeight());
  }

  private static void put(Values values, RateSchedule schedule) {
    boolean falls = schedule.kind() != RateSchedule.Kind.CONSTANT;
    values.put(OptimizerSettings.RATE_SCHEDULE, schedule.kind());
    values.put(OptimizerSettings.RATE_STEPS, falls ? Math.toIntExact(schedule.steps()) : null);
    values.put(OptimizerSettings.RATE_LAST, falls ? schedule.last() : RATE_LAST);
    values.put(OptimizerSettings.RATE_WARM_UP, Math.toIntExact(schedule.warmUp()));
  }

  private static void put(Values values, Regularization regularization) {
    values.put(RegularisationSettings.PENALTY_INTERVAL, 1);
    for (GradientPenalty.Kind kind : GradientPenalty.Kind.values()) {
      values.put(RegularisationSettings.penalty(kind), null);
    }
    for (GradientPenalty penalty : regularization.penalties()) {
      values.put(RegularisationSettings.penalty(penalty.kind()), penalty.weight());
      values.put(RegularisationSettings.PENALTY_INTERVAL, penalty.interval());
    }
    values.put(RegularisationSettings.CLIP_WEIGHTS, regularization.weightClip());
    values.put(RegularisationSettings.REAL_LABEL, regularization.labels().real());
    values.put(RegularisationSettings.FAKE_LABEL, regularization.labels().fake());
    values.put(RegularisationSettings.FLIP_LABELS, regularization.labels().flipped());
    InstanceNoise noise = regularization.instanceNoise();
    values.put(RegularisationSettings.INSTANCE_NOISE, noise == null ? null : noise.deviation());
    values.put(
        RegularisationSettings.INSTANCE_NOISE_STEPS,
        noise == null ? null : Math.toIntExact(noise.steps()));
  }

  static @Nullable Conditioning conditioning(Values values, int classes) {
    Conditioning.Kind kind = values.find(GeneralSettings.CONDITIONAL);
    return kind == null
        ? null
        : new Conditioning(
            kind,
            classes,
            GeneralSettings.CLASS_WEIGHT.applies(values)
                ? values.get(GeneralSettings.CLASS_WEIGHT)
                : 0);
  }

  static TrainingSchedule schedule(Values values) {
    Integer batch = values.get(GeneralSettings.BATCH_SIZE);
    return new TrainingSchedule(
        batch,
        Objects.requireNonNullElse(values.find(GeneralSettings.GENERATOR_BATCH_SIZE), batch),
        values.get(GeneralSettings.EPOCHS),
        values.find(GeneralSettings.STEPS_PER_EPOCH),
        rateSchedule(values));
  }

  private static RateSchedule rateSchedule(Values values) {
    RateSchedule.Kind kind = values.get(OptimizerSettings.RATE_SCHEDULE);
    int warmUp = values.get(OptimizerSettings.RATE_WARM_UP);
    Integer steps = values.find(OptimizerSettings.RATE_STEPS);
    // Without their length, which is refused, rates cannot fall.
    return kind == RateSchedule.Kind.CONSTANT || steps == null
        ? RateSchedule.CONSTANT.warmUp(warmUp)
        : new RateSchedule(kind, warmUp, steps, values.get(OptimizerSettings.RATE_LAST));
  }

  static Regularization regularization(Values values) {
    return new Regularization(
        penalties(values),
        values.find(RegularisationSettings.CLIP_WEIGHTS),
        new Labels(
            values.get(RegularisationSettings.REAL_LABEL),
            values.get(RegularisationSettings.FAKE_LABEL),
            values.get(RegularisationSettings.FLIP_LABELS)),
        instanceNoise(values));
  }

  private static List<GradientPenalty> penalties(Values values) {
    int interval = values.get(RegularisationSettings.PENALTY_INTERVAL);
    return Stream.of(GradientPenalty.Kind.values())
        .filter(kind -> values.find(RegularisationSettings.penalty(kind)) != null)
        .map(
            kind ->
                new GradientPenalty(
                    kind, values.get(RegularisationSettings.penalty(kind)), interval))
        .toList();
  }

  private static @Nullable InstanceNoise instanceNoise(Values values) {
    Double deviation = values.find(RegularisationSettings.INSTANCE_NOISE);
    Integer steps = values.find(RegularisationSettings.INSTANCE_NOISE_STEPS);
    return deviation == null || steps == null ? null : new InstanceNoise(deviation, steps);
  }
}
