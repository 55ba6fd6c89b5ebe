package io.github.gan4j.cli.settings;

import io.github.gan4j.config.ConfigField;
import java.util.Optional;

/** The settings that are fields of the library's configuration. */
final class SettingFields {
  private SettingFields() {}

  /** Returns the setting of a field; empty for what comes from the data. */
  static Optional<SingleSetting<?>> of(ConfigField field) {
    return Optional.ofNullable(
        switch (field) {
          case LATENT_DIM -> NetworkSettings.LATENT_DIM;
          case LATENT_DISTRIBUTION -> NetworkSettings.LATENT;
          case MEAN -> DataSettings.MEAN;
          case STD -> DataSettings.STD;
          case GENERATOR_OUTPUT -> NetworkSettings.GENERATOR_OUTPUT;
          case GENERATOR_HIDDEN, DISCRIMINATOR_HIDDEN -> of(field, NetworkSettings.HIDDEN);
          case GENERATOR_ACTIVATION, DISCRIMINATOR_ACTIVATION ->
              of(field, NetworkSettings.ACTIVATION);
          case GENERATOR_ACTIVATION_SLOPE, DISCRIMINATOR_ACTIVATION_SLOPE ->
              of(field, NetworkSettings.ACTIVATION_SLOPE);
          case GENERATOR_BATCH_NORM, DISCRIMINATOR_BATCH_NORM ->
              of(field, NetworkSettings.BATCH_NORM);
          case GENERATOR_BATCH_NORM_MOMENTUM, DISCRIMINATOR_BATCH_NORM_MOMENTUM ->
              of(field, NetworkSettings.BATCH_NORM_MOMENTUM);
          case GENERATOR_BATCH_NORM_EPSILON, DISCRIMINATOR_BATCH_NORM_EPSILON ->
              of(field, NetworkSettings.BATCH_NORM_EPSILON);
          case GENERATOR_BATCH_NORM_FIRST_LAYER, DISCRIMINATOR_BATCH_NORM_FIRST_LAYER ->
              of(field, NetworkSettings.BATCH_NORM_FIRST_LAYER);
          case GENERATOR_SPECTRAL_NORM, DISCRIMINATOR_SPECTRAL_NORM ->
              of(field, NetworkSettings.SPECTRAL_NORM);
          case GENERATOR_DROPOUT, DISCRIMINATOR_DROPOUT -> of(field, NetworkSettings.DROPOUT);
          case GENERATOR_WEIGHT_INIT, DISCRIMINATOR_WEIGHT_INIT ->
              of(field, NetworkSettings.WEIGHT_INIT);
          case GENERATOR_OPTIMIZER, DISCRIMINATOR_OPTIMIZER ->
              of(field, OptimizerSettings.OPTIMIZER);
          case GENERATOR_LEARNING_RATE, DISCRIMINATOR_LEARNING_RATE ->
              of(field, OptimizerSettings.LEARNING_RATE);
          case GENERATOR_BETA1, DISCRIMINATOR_BETA1 -> of(field, OptimizerSettings.BETA1);
          case GENERATOR_BETA2, DISCRIMINATOR_BETA2 -> of(field, OptimizerSettings.BETA2);
          case GENERATOR_EPSILON, DISCRIMINATOR_EPSILON -> of(field, OptimizerSettings.EPSILON);
          case GENERATOR_WEIGHT_DECAY, DISCRIMINATOR_WEIGHT_DECAY ->
              of(field, OptimizerSettings.WEIGHT_DECAY);
          case GENERATOR_MAX_GRADIENT_NORM, DISCRIMINATOR_MAX_GRADIENT_NORM ->
              of(field, OptimizerSettings.CLIP_GRADIENT_NORM);
          case GENERATOR_UPDATES_PER_STEP -> GeneralSettings.GENERATOR_STEPS;
          case DISCRIMINATOR_UPDATES_PER_STEP -> GeneralSettings.DISCRIMINATOR_STEPS;
          case EMA_DECAY -> GeneralSettings.AVERAGING;
          case PACKING -> RegularisationSettings.PACKING;
          case MINIBATCH_STD_DEV -> RegularisationSettings.MINIBATCH_DEVIATION;
          case LOSS -> GeneralSettings.LOSS;
          case CONDITIONING -> GeneralSettings.CONDITIONAL;
          case CLASSES -> null;
          case CLASS_WEIGHT -> GeneralSettings.CLASS_WEIGHT;
          case WGAN_GP -> RegularisationSettings.WGAN_GP;
          case DRAGAN -> RegularisationSettings.DRAGAN;
          case R1 -> RegularisationSettings.R1;
          case R2 -> RegularisationSettings.R2;
          case PENALTY_INTERVAL -> RegularisationSettings.PENALTY_INTERVAL;
          case WEIGHT_CLIP -> RegularisationSettings.CLIP_WEIGHTS;
          case REAL_LABEL -> RegularisationSettings.REAL_LABEL;
          case FAKE_LABEL -> RegularisationSettings.FAKE_LABEL;
          case FLIPPED_LABELS -> RegularisationSettings.FLIP_LABELS;
          case INSTANCE_NOISE -> RegularisationSettings.INSTANCE_NOISE;
          case INSTANCE_NOISE_STEPS -> RegularisationSettings.INSTANCE_NOISE_STEPS;
          case BATCH_SIZE -> GeneralSettings.BATCH_SIZE;
          case GENERATOR_BATCH_SIZE -> GeneralSettings.GENERATOR_BATCH_SIZE;
          case EPOCHS -> GeneralSettings.EPOCHS;
          case STEPS_PER_EPOCH -> GeneralSettings.STEPS_PER_EPOCH;
          case RATE_SCHEDULE -> OptimizerSettings.RATE_SCHEDULE;
          case RATE_WARM_UP -> OptimizerSettings.RATE_WARM_UP;
          case RATE_STEPS -> OptimizerSettings.RATE_STEPS;
          case RATE_LAST -> OptimizerSettings.RATE_LAST;
          case SEED -> GeneralSettings.SEED;
        });
  }

  private static SingleSetting<?> of(ConfigField field, PlayersSetting<?> setting) {
    return setting.of(field.player().orElseThrow());
  }
}
