package io.github.gan4j.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields, values and changes as calls of the library's builder, in Java. */
final class BuilderWording implements ConfigWording {

  @Override
  public String name(ConfigField field) {
    return field.shortName() + field.player().map(player -> " in the " + player).orElse("");
  }

  @Override
  public String value(ConfigField field, @Nullable Object value) {
    if (value == null) {
      return "none";
    }
    if (value instanceof Double number) {
      return ConfigWording.number(number);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  @Override
  public String changes(GanConfig config, List<ConfigChange> changes) {
    Set<String> calls = new LinkedHashSet<>();
    Changed changed = new Changed(config, changes);
    for (ConfigChange change : changes) {
      calls.add(changed.call(change.field()));
    }
    return String.join("", calls);
  }

  /** A configuration with changes, of which one call sets all that it takes. */
  private final class Changed {
    private final GanConfig config;
    private final List<ConfigChange> changes;

    Changed(GanConfig config, List<ConfigChange> changes) {
      this.config = config;
      this.changes = changes;
    }

    private @Nullable Object find(ConfigField field) {
      for (ConfigChange change : changes) {
        if (change.field() == field) {
          return change.value();
        }
      }
      return field.value(config);
    }

    private Object get(ConfigField field) {
      return Objects.requireNonNull(find(field), field.name());
    }

    private String text(ConfigField field) {
      return value(field, find(field));
    }

    String call(ConfigField field) {
      if (field.player().isPresent()) {
        return ofPlayer(field.player().get(), field);
      }
      return switch (field) {
        case MEAN, STD ->
            ".normalization(%s, %s)".formatted(text(ConfigField.MEAN), text(ConfigField.STD));
        case LATENT_DISTRIBUTION -> ".latent(LatentDistribution." + text(field) + ")";
        case GENERATOR_OUTPUT -> ".generatorOutput(" + activation(get(field)) + ")";
        case LOSS -> ".loss(Losses.%s())".formatted(camelCase(text(field)));
        case WGAN_GP, DRAGAN, R1, R2 ->
            ".penalty(GradientPenalty.%s(%s))"
                .formatted(camelCase(field.name().toLowerCase(Locale.ROOT)), text(field));
        case REAL_LABEL, FAKE_LABEL, FLIPPED_LABELS ->
            ".labels(new Labels(%s, %s, %s))"
                .formatted(
                    text(ConfigField.REAL_LABEL),
                    text(ConfigField.FAKE_LABEL),
                    text(ConfigField.FLIPPED_LABELS));
        case INSTANCE_NOISE, INSTANCE_NOISE_STEPS ->
            ".instanceNoise(%s, %s)"
                .formatted(
                    text(ConfigField.INSTANCE_NOISE), text(ConfigField.INSTANCE_NOISE_STEPS));
        // The names of these are their methods'.
        default -> ".%s(%s)".formatted(field.shortName(), text(field));
      };
    }

    private String ofPlayer(Player player, ConfigField field) {
      if (isOfOptimizer(field)) {
        String call = optimizer(player);
        Player opponent = player == Player.GENERATOR ? Player.DISCRIMINATOR : Player.GENERATOR;
        boolean ofBoth =
            changes.stream()
                .map(ConfigChange::field)
                .anyMatch(
                    other ->
                        isOfOptimizer(other)
                            && other.player().filter(opponent::equals).isPresent());
        return ofBoth && call.equals(optimizer(opponent)) ? "." + call : inSetup(player, call);
      }
      return inSetup(
          player,
          switch (field.of(Player.GENERATOR)) {
            case GENERATOR_BATCH_NORM -> (Boolean) get(field) ? "batchNorm()" : "noBatchNorm()";
            case GENERATOR_ACTIVATION -> "activation(" + activation(get(field)) + ")";
            case GENERATOR_WEIGHT_INIT -> "weightInit(WeightInit." + text(field) + ")";
            case GENERATOR_MAX_GRADIENT_NORM -> "clipGradientNorm(" + text(field) + ")";
            default -> field.shortName() + "(" + text(field) + ")";
          });
    }

    private String inSetup(Player player, String call) {
      return player == Player.GENERATOR
          ? ".generator(g -> g." + call + ")"
          : ".discriminator(d -> d." + call + ")";
    }

    private boolean isOfOptimizer(ConfigField field) {
      return field.player().isPresent()
          && switch (field.of(Player.GENERATOR)) {
            case GENERATOR_OPTIMIZER,
                GENERATOR_LEARNING_RATE,
                GENERATOR_BETA1,
                GENERATOR_BETA2,
                GENERATOR_EPSILON,
                GENERATOR_WEIGHT_DECAY ->
                true;
            default -> false;
          };
    }

    private String optimizer(Player player) {
      String rate = text(ConfigField.GENERATOR_LEARNING_RATE.of(player));
      String beta1 = text(ConfigField.GENERATOR_BETA1.of(player));
      String beta2 = text(ConfigField.GENERATOR_BETA2.of(player));
      OptimizerConfig.Method method =
          (OptimizerConfig.Method) get(ConfigField.GENERATOR_OPTIMIZER.of(player));
      String call =
          switch (method) {
            case ADAM -> "adam(%s, %s, %s)".formatted(rate, beta1, beta2);
            case ADAMW ->
                "adamW(%s, %s, %s, %s)"
                    .formatted(
                        rate, beta1, beta2, text(ConfigField.GENERATOR_WEIGHT_DECAY.of(player)));
            case RMSPROP -> "rmsProp(%s, %s)".formatted(rate, beta2);
            case SGD -> "sgd(%s, %s)".formatted(rate, beta1);
          };
      Object epsilon = get(ConfigField.GENERATOR_EPSILON.of(player));
      boolean isUsual =
          method == OptimizerConfig.Method.SGD
              || epsilon.equals(0.0)
              || epsilon.equals(OptimizerConfig.DEFAULT_EPSILON);
      if (method == OptimizerConfig.Method.ADAM && isUsual) {
        return call;
      }
      return "optimizer(OptimizerConfig.%s%s)"
          .formatted(
              call,
              isUsual
                  ? ""
                  : ".withEpsilon(" + text(ConfigField.GENERATOR_EPSILON.of(player)) + ")");
    }

    private String activation(Object kind) {
      return switch ((Activation.Kind) kind) {
        case LINEAR -> "Activation.linear()";
        case RELU -> "Activation.relu()";
        case LEAKY_RELU ->
            "Activation.leakyRelu(%s)"
                .formatted(ConfigWording.number(GanDefaults.DISCRIMINATOR.activation().slope()));
        case TANH -> "Activation.tanh()";
        case SIGMOID -> "Activation.sigmoid()";
      };
    }
  }

  private static String camelCase(String hyphenated) {
    StringBuilder text = new StringBuilder();
    for (String word : hyphenated.split("[-_]", -1)) {
      text.append(
          text.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return text.toString();
  }
}
