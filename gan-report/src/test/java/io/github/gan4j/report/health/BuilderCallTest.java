package io.github.gan4j.report.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.report.health.Advice.Players;
import io.github.gan4j.report.health.Advice.Setting;
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

/** Pastes advice into a program, compiles it and looks at what it sets. */
class BuilderCallTest {
  @TempDir Path folder;

  @Test
  void adviceCompilesAsPastedAndChangesWhatItSays() throws Exception {
    GanConfig config =
        Gan.builder()
            .generator(g -> g.noBatchNorm().optimizer(OptimizerConfig.adamW(1e-3, 0.9, 0.9, 0.02)))
            .discriminator(d -> d.optimizer(OptimizerConfig.rmsProp(1e-3, 0.95).withEpsilon(1e-6)))
            .config();
    GanConfig alike = Gan.builder().adam(2e-3, 0.9, 0.99).config();

    GanConfig pasted =
        paste(
            List.of(
                advice(config, Setting.BATCH_NORM, Players.GENERATOR, "true"),
                advice(config, Setting.LEARNING_RATE, Players.GENERATOR, "2e-5"),
                advice(config, Setting.LEARNING_RATE, Players.DISCRIMINATOR, "3e-5"),
                advice(config, Setting.AVERAGING, Players.BOTH, "0.99"),
                advice(config, Setting.BATCH_SIZE, Players.BOTH, "128"),
                advice(config, Setting.DROPOUT, Players.DISCRIMINATOR, "0.25"),
                advice(config, Setting.HIDDEN, Players.DISCRIMINATOR, "32, 16")));
    assertThat(pasted.generator().batchNorm())
        .isEqualTo(Gan.builder().config().generator().batchNorm());
    assertThat(pasted.generatorOptimizer()).isEqualTo(OptimizerConfig.adamW(2e-5, 0.9, 0.9, 0.02));
    assertThat(pasted.discriminatorOptimizer())
        .isEqualTo(OptimizerConfig.rmsProp(3e-5, 0.95).withEpsilon(1e-6));
    assertThat(pasted.averaging()).isEqualTo(0.99);
    assertThat(pasted.batchSize()).isEqualTo(128);
    assertThat(pasted.discriminator().dropout()).isEqualTo(0.25);
    assertThat(pasted.discriminator().hidden()).containsExactly(32, 16);

    GanConfig both = paste(List.of(advice(alike, Setting.BETA1, Players.BOTH, "0.5")));
    assertThat(both.generatorOptimizer())
        .isEqualTo(OptimizerConfig.adam(2e-3, 0.5, 0.99))
        .isEqualTo(both.discriminatorOptimizer());
  }

  private static Advice advice(GanConfig config, Setting setting, Players players, String value) {
    return new Advice(setting, players, value, "it", "why", config);
  }

  private GanConfig paste(List<Advice> advice) throws Exception {
    Path source = folder.resolve("Pasted.java");
    Files.writeString(
        source,
        """
        import io.github.gan4j.*;
        import io.github.gan4j.config.*;
        public class Pasted {
          public static GanConfig config() {
            return Gan.builder()%s.config();
          }
        }
        """
            .formatted(
                advice.stream().map(AdviceWording.BUILDER::of).collect(Collectors.joining())));
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
      Method config = loader.loadClass("Pasted").getMethod("config");
      return (GanConfig) config.invoke(null);
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
