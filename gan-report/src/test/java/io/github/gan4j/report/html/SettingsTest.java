package io.github.gan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.NetworkConfig;
import io.github.gan4j.config.Regularization;
import io.github.gan4j.report.internal.FakeRun;
import io.github.gan4j.training.TrainingListener;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Map<String, String> SHOWN_AS =
      Map.of(
          "regularization", "penalties</th>",
          "generator", "generator</th>",
          "discriminator", "discriminator</th>",
          "generatorOutput", "output</th>",
          "generatorOptimizer", "optimizer</th>",
          "discriminatorOptimizer", "optimizer</th>");

  private final String html = Settings.html(new FakeRun(new TrainingListener() {}, 3, 5));

  @Test
  void everySettingIsShown() {
    assertThat(
            Stream.of(GanConfig.class, NetworkConfig.class, Regularization.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName))
        .allSatisfy(name -> assertThat(html).contains(SHOWN_AS.getOrDefault(name, name + "</th>")));
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
        .contains("turns</th><td>discriminator 1, generator 1 a step</td>")
        .contains("rateSchedule</th><td>constant</td>")
        .contains("maxSteps</th><td>none</td>")
        .doesNotContain("null");
  }

  @Test
  void stepsThatTheRunIsLimitedToAreShown() {
    FakeRun run = new FakeRun(new TrainingListener() {}, 3, 5);
    run.maxSteps = 7;

    assertThat(Settings.html(run)).contains("maxSteps</th><td>7 of 15</td>");
  }
}
