package io.github.gan4j.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gan4j.Gan;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
  private static final GanConfig FULL =
      Gan.builder()
          .latent(LatentDistribution.UNIFORM)
          .normalization(0.25, 0.75)
          .mlp(5, 6)
          .adam(1.0 / 3, 0.1, 0.2)
          .generator(
              g -> g.optimizer(OptimizerConfig.adamW(1, 0.1, 0.2, 0.3)).clipGradientNorm(7.5))
          .discriminator(
              d ->
                  d.optimizer(OptimizerConfig.rmsProp(0.1, 0.9))
                      .batchNorm(BatchNorm.of(0.1, Double.MIN_VALUE).exceptFirst())
                      .weightInit(WeightInit.NORMAL_0_02))
          .clipWeights(1.0 / 7)
          .labels(new Labels(0.9, 0.1, 1.0 / 3))
          .instanceNoise(1.0 / 3, Long.MAX_VALUE)
          .discriminatorSteps(5)
          .generatorSteps(2)
          .rateSchedule(RateSchedule.linear(9, 1.0 / 3).warmUp(8))
          .stepsPerEpoch(7)
          .seed(Long.MIN_VALUE)
          .config();

  @Test
  void aConfigurationReadsBackEqual() throws JsonException {
    assertThat(read(RecordJson.write(FULL).toString())).isEqualTo(FULL);
    GanConfig penalized =
        Gan.builder()
            .penalty(GradientPenalty.wganGp())
            .penalty(GradientPenalty.r1(1.0 / 3).every(4))
            .config();
    assertThat(read(RecordJson.write(penalized).toString())).isEqualTo(penalized);
    GanConfig defaults = Gan.builder().config();
    assertThat(read(RecordJson.write(defaults).toString())).isEqualTo(defaults);
  }

  @Test
  void nullIsLeftOutAndEnumsAreLowerCase() {
    String text = RecordJson.write(Gan.builder().config()).toString();
    assertThat(text)
        .doesNotContain("null", "stepsPerEpoch", "weightClip", "instanceNoise")
        .contains("\"latent\":\"normal\"", "\"hidden\":[256,512,1024]");
  }

  @Test
  void anExplicitNullIsNoValue() throws JsonException {
    assertThat(read(text("\"stepsPerEpoch\":7", "\"stepsPerEpoch\":null")).stepsPerEpoch())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"latentDim\":100|\"latentDim\":100,\"latentDin\":1|config has unknown keys [latentDin]",
        "\"slope\":0.2|\"slope\":0.2,\"x\":{}|config.generator.activation has unknown keys [x]",
        "\"latentDim\":100,||config must have latentDim, has [",
        "\"latentDim\":100|\"latentDim\":null|config must have latentDim, has [",
        "\"latentDim\":100|\"latentDim\":\"100\"|config.latentDim must be a whole number, is"
            + " \"100\"",
        "\"latentDim\":100|\"latentDim\":100.5|config.latentDim must be a whole number, is 100.5",
        "\"latentDim\":100|\"latentDim\":1e2|config.latentDim must be a whole number, is 1e2",
        "\"latentDim\":100|\"latentDim\":true|config.latentDim must be a whole number, is true",
        "\"latentDim\":100|\"latentDim\":[1]|config.latentDim must be a whole number, is [1]",
        "\"latentDim\":100|\"latentDim\":4294967297|config.latentDim must be a 32-bit number, is",
        "\"latentDim\":100|\"latentDim\":0|config: latentDim must be at least 1, was 0",
        "\"seed\":-9223372036854775808|\"seed\":-9223372036854775809|config.seed must be a whole",
        "\"averaging\":0.999|\"averaging\":1.5|config: averaging must be in [0.0, 1.0), was 1.5",
        "\"averaging\":0.999|\"averaging\":1e999|config: averaging must be in [0.0, 1.0), was Inf",
        "\"averaging\":0.999|\"averaging\":\"a\"|config.averaging must be a number, is \"a\"",
        "\"latent\":\"uniform\"|\"latent\":\"UNIFORM\"|config.latent must be one of [normal,"
            + " uniform, sphere]",
        "\"latent\":\"uniform\"|\"latent\":3|config.latent must be text, is 3",
        "\"mean\":0.25|\"mean\":33.3|config.normalization: normalization mean must be in [0, 1]",
        "\"normalization\":{\"mean\":0.25,\"std\":0.75}|\"normalization\":0.5|config.normalization"
            + " must be an object, is 0.5",
        "\"hidden\":[5,6]|\"hidden\":5|config.generator.hidden must be a list, is 5",
        "\"hidden\":[5,6]|\"hidden\":[5,\"6\"]|config.generator.hidden[1] must be a whole number",
        "\"hidden\":[5,6]|\"hidden\":[5,null]|config.generator.hidden[1] must be a whole number",
        "\"hidden\":[5,6]|\"hidden\":[5,0]|config.generator: hidden width must be at least 1, was"
            + " 0",
        "\"firstLayer\":false|\"firstLayer\":0|firstLayer must be true or false, is 0",
        "\"momentum\":0.1|\"momentum\":0|config.generator.batchNorm: batchNorm momentum must be in"
      })
  void whatIsWrongIsNamedByItsPath(String good, String bad, String message) {
    String text = text(good, bad == null ? "" : bad);
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(message == null ? "" : message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "3", "null", "\"text\""})
  void anythingButAnObjectIsRefused(String text) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> read(text))
        .withMessage("config must be an object, is " + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1,\"a\":1}",
        "[{\"a\":1,\"b\":2,\"a\":3}]",
        "}",
        "]",
        "{}}",
        "{} {}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1,}",
        "// c\n{}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\t\"}",
        "{\"a\" 1}"
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.parse(text));
  }

  @Test
  void deepNestingIsRefused() {
    String text = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.parse(text));
  }

  @Test
  void aKeyGivenTwiceIsRefused() {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse("{\"a\":1,\"a\":2}"));
  }

  private static GanConfig read(String text) throws JsonException {
    return RecordJson.read(Json.parse(text), GanConfig.class, "config");
  }

  /** The JSON of a whole configuration, with the first of these parts replaced. */
  private static String text(String good, String bad) {
    String text = RecordJson.write(FULL).toString();
    assertThat(text).contains(good);
    int at = text.indexOf(good);
    return text.substring(0, at) + bad + text.substring(at + good.length());
  }
}
