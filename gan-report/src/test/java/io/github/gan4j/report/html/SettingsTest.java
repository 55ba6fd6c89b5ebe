package io.github.gan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.ConfigWording;
import io.github.gan4j.config.DiscriminatorConfig;
import io.github.gan4j.config.GeneratorConfig;
import io.github.gan4j.config.LatentConfig;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.Objective;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.config.TrainingSchedule;
import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.training.TrainingListener;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Map<String, String> SHOWN_AS =
      Map.ofEntries(
          Map.entry("dim", "latentDim"),
          Map.entry("distribution", "latent"),
          Map.entry("updatesPerStep", "updates per step"),
          Map.entry("emaDecay", "averaging"),
          Map.entry("minibatchStdDev", "minibatchStdDev"),
          Map.entry("regularization", "penalties"),
          Map.entry("network", "hidden"));

  private final String html =
      Settings.html(new FakeRun(new TrainingListener() {}, 3, 5), ConfigWording.builder());

  @Test
  void everySettingIsShown() {
    assertThat(
            Stream.of(
                    LatentConfig.class,
                    GeneratorConfig.class,
                    DiscriminatorConfig.class,
                    Objective.class,
                    TrainingSchedule.class,
                    NetworkConfig.class,
                    Regularization.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName))
        .allSatisfy(
            name -> assertThat(html).contains(">" + SHOWN_AS.getOrDefault(name, name) + "</th>"));
  }

  @Test
  void valuesReadAsPeopleWriteThem() {
    assertThat(html)
        .contains("<td>256, 512, 1024</td>")
        .contains(
            "<td>adam, learning rate <span class=\"number\">2e-4</span>, betas 0.5 and 0.999,"
                + " epsilon <span class=\"number\">1e-8</span></td>")
        .contains("<td>momentum 0.1, epsilon <span class=\"number\">1e-5</span></td>")
        .contains("<td>leaky relu, slope 0.2</td>")
        .contains("<td>5 (one pass over the data)</td>")
        .contains("<td>50 images of 1x2x2</td>")
        .contains("conditioning</th><td>none</td>")
        .contains("penalties</th><td>none</td>")
        .contains("labels</th><td>real 1, generated 0</td>")
        .contains("updates per step</th><td>discriminator 1, generator 1</td>")
        .contains("rateSchedule</th><td>constant</td>")
        .contains("maxSteps</th><td>none</td>")
        .doesNotContain("null");
  }

  @Test
  void stepsThatTheRunIsLimitedToAreShown() {
    FakeRun run = new FakeRun(new TrainingListener() {}, 3, 5);
    run.maxSteps = 7;

    assertThat(Settings.html(run, ConfigWording.builder()))
        .contains("maxSteps</th><td>7 of 15</td>");
  }

  @Test
  void warningsAreWordedAsAdviceIs() {
    FakeRun run = new FakeRun(new TrainingListener() {}, 3, 5);
    assertThat(html).doesNotContain("Warnings");
    run.setUp = builder -> builder.generatorUpdatesPerStep(2);

    assertThat(Settings.html(run, ConfigWording.builder()))
        .contains(
            "<h3>Warnings</h3>",
            "generatorUpdatesPerStep is 2",
            "try .discriminatorUpdatesPerStep(2)");
  }
}
