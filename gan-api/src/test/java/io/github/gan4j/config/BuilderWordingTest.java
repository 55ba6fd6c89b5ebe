package io.github.gan4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pastes changes into a program, compiles it and looks at what it sets. */
class BuilderWordingTest {
  @TempDir Path folder;

  @Test
  void changesCompileAsPastedAndChangeWhatTheySay() throws Exception {
    GanConfig config =
        Gan.builder()
            .generator(g -> g.noBatchNorm().optimizer(OptimizerConfig.adamW(1e-3, 0.9, 0.9, 0.02)))
            .discriminator(d -> d.optimizer(OptimizerConfig.rmsProp(1e-3, 0.95).withEpsilon(1e-6)))
            .config();
    GanConfig alike = Gan.builder().adam(2e-3, 0.9, 0.99).config();

    GanConfig pasted =
        paste(
            config,
            List.of(
                Cure.of(ConfigField.GENERATOR_BATCH_NORM, true),
                Cure.of(ConfigField.GENERATOR_LEARNING_RATE, 2e-5),
                Cure.of(ConfigField.DISCRIMINATOR_LEARNING_RATE, 3e-5),
                Cure.of(ConfigField.EMA_DECAY, 0.99),
                Cure.of(ConfigField.BATCH_SIZE, 128),
                Cure.of(ConfigField.DISCRIMINATOR_DROPOUT, 0.25),
                Cure.of(ConfigField.DISCRIMINATOR_HIDDEN, List.of(32, 16)),
                Cure.of(ConfigField.WGAN_GP, 5.0),
                Cure.of(ConfigField.WEIGHT_CLIP, 0.01),
                Cure.of(ConfigField.LOSS, "least-squares"),
                Cure.of(ConfigField.REAL_LABEL, 0.9),
                Cure.of(ConfigField.MINIBATCH_STD_DEV, false),
                Cure.of(ConfigField.DISCRIMINATOR_UPDATES_PER_STEP, 5),
                Cure.of(ConfigField.DISCRIMINATOR_ACTIVATION, Activation.Kind.RELU),
                Cure.of(ConfigField.GENERATOR_OUTPUT, Activation.Kind.LINEAR),
                Cure.of(
                    new ConfigChange(ConfigField.MEAN, 0.0),
                    new ConfigChange(ConfigField.STD, 1.0))));
    assertThat(pasted.generator().network().batchNorm())
        .isEqualTo(GanDefaults.GENERATOR.batchNorm());
    assertThat(pasted.generator().optimizer())
        .isEqualTo(OptimizerConfig.adamW(2e-5, 0.9, 0.9, 0.02));
    assertThat(pasted.discriminator().optimizer())
        .isEqualTo(OptimizerConfig.rmsProp(3e-5, 0.95).withEpsilon(1e-6));
    assertThat(pasted.generator().emaDecay()).isEqualTo(0.99);
    assertThat(pasted.schedule().batchSize()).isEqualTo(128);
    assertThat(pasted.discriminator().network().dropout()).isEqualTo(0.25);
    assertThat(pasted.discriminator().network().hidden()).containsExactly(32, 16);
    assertThat(pasted.discriminator().network().activation()).isEqualTo(Activation.relu());
    assertThat(pasted.discriminator().updatesPerStep()).isEqualTo(5);
    assertThat(pasted.generator().output()).isEqualTo(Activation.linear());
    assertThat(pasted.normalization()).isEqualTo(new Normalization(0, 1));
    assertThat(pasted.objective().regularization())
        .isEqualTo(
            Regularization.NONE
                .withPenalty(GradientPenalty.wganGp(5))
                .withWeightClip(0.01)
                .withLabels(new Labels(0.9, 0, 0)));
    assertThat(pasted.objective().loss()).isEqualTo("least-squares");

    GanConfig both =
        paste(
            alike,
            List.of(
                Cure.of(
                    new ConfigChange(ConfigField.GENERATOR_BETA1, 0.5),
                    new ConfigChange(ConfigField.DISCRIMINATOR_BETA1, 0.5))));
    assertThat(both.generator().optimizer())
        .isEqualTo(OptimizerConfig.adam(2e-3, 0.5, 0.99))
        .isEqualTo(both.discriminator().optimizer());
  }

  private GanConfig paste(GanConfig config, List<Cure> cures) throws Exception {
    Path source = folder.resolve("Pasted.java");
    Files.writeString(
        source,
        """
        import io.github.gan4j.*;
        import io.github.gan4j.config.*;
        import io.github.gan4j.loss.Losses;
        public class Pasted {
          public static GanConfig config() {
            return Gan.builder()%s.config();
          }
        }
        """
            .formatted(
                cures.stream()
                    .map(cure -> ConfigWording.builder().changes(config, cure.changes()))
                    .collect(Collectors.joining())));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    int result =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-d",
            folder.toString(),
            "-cp",
            classPath(),
            source.toString());
    assertThat(result).as(Files.readString(source)).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Method pasted = loader.loadClass("Pasted").getMethod("config");
      return (GanConfig) pasted.invoke(null);
    }
  }

  /** Where the classes lie, on a class path or a module path. */
  private static String classPath() throws Exception {
    List<String> places = new ArrayList<>();
    for (Class<?> type : List.of(GanBuilder.class)) {
      CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource());
      places.add(Path.of(source.getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, places);
  }
}
