package io.github.gan4j.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.gan4j.Gan;
import io.github.gan4j.config.BatchNorm;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.Labels;
import io.github.gan4j.config.LatentDistribution;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.config.WeightInit;
import io.github.gan4j.data.DatasetFingerprint;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.History;
import io.github.gan4j.training.RollBack;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
          .discriminatorUpdatesPerStep(5)
          .generatorUpdatesPerStep(2)
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
        .contains("\"distribution\":\"normal\"", "\"hidden\":[256,512,1024]");
  }

  @Test
  void anExplicitNullIsNoValue() throws JsonException {
    assertThat(
            read(text("\"stepsPerEpoch\":7", "\"stepsPerEpoch\":null")).schedule().stepsPerEpoch())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"dim\":100|\"dim\":100,\"din\":1|config.latent has unknown keys [din]",
        "\"slope\":0.2|\"slope\":0.2,\"x\":{}|config.generator.network.activation has unknown keys"
            + " [x]",
        "\"dim\":100,||config.latent must have dim, has [",
        "\"dim\":100|\"dim\":null|config.latent must have dim, has [",
        "\"dim\":100|\"dim\":\"100\"|config.latent.dim must be a whole number, is" + " \"100\"",
        "\"dim\":100|\"dim\":100.5|config.latent.dim must be a whole number, is 100.5",
        "\"dim\":100|\"dim\":1e2|config.latent.dim must be a whole number, is 1e2",
        "\"dim\":100|\"dim\":true|config.latent.dim must be a whole number, is true",
        "\"dim\":100|\"dim\":[1]|config.latent.dim must be a whole number, is [1]",
        "\"dim\":100|\"dim\":4294967297|config.latent.dim must be a 32-bit number, is",
        "\"dim\":100|\"dim\":0|config.latent: latentDim must be at least 1, was 0",
        "\"seed\":-9223372036854775808|\"seed\":-9223372036854775809|config.seed must be a whole",
        "\"emaDecay\":0.999|\"emaDecay\":1.5|config.generator: emaDecay must be in [0.0, 1.0), was"
            + " 1.5",
        "\"emaDecay\":0.999|\"emaDecay\":1e999|config.generator: emaDecay must be in [0.0, 1.0),"
            + " was Inf",
        "\"emaDecay\":0.999|\"emaDecay\":\"a\"|config.generator.emaDecay must be a number, is"
            + " \"a\"",
        "\"distribution\":\"uniform\"|\"distribution\":\"UNIFORM\"|config.latent.distribution must"
            + " be one of [normal, uniform, sphere]",
        "\"distribution\":\"uniform\"|\"distribution\":3|config.latent.distribution must be text,"
            + " is 3",
        "\"mean\":0.25|\"mean\":33.3|config.normalization: normalization mean must be in [0, 1]",
        "\"normalization\":{\"mean\":0.25,\"std\":0.75}|\"normalization\":0.5|config.normalization"
            + " must be an object, is 0.5",
        "\"hidden\":[5,6]|\"hidden\":5|config.generator.network.hidden must be a list, is 5",
        "\"hidden\":[5,6]|\"hidden\":[5,\"6\"]|config.generator.network.hidden[1] must be a whole"
            + " number",
        "\"hidden\":[5,6]|\"hidden\":[5,null]|config.generator.network.hidden[1] must be a whole"
            + " number",
        "\"hidden\":[5,6]|\"hidden\":[5,0]|config.generator.network: hidden width must be at least"
            + " 1, was 0",
        "\"firstLayer\":false|\"firstLayer\":0|firstLayer must be true or false, is 0",
        "\"momentum\":0.1|\"momentum\":0|config.generator.network.batchNorm: batchNorm momentum"
            + " must be in"
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
        "{\"a\":\"\u0000\"}",
        "{\"a\nb\":1}",
        "{\"a\":\"\\\n\"}",
        "{\"a\":\"\\'\"}",
        "{\"a\":\"\\",
        "{\"a\":TRUE}",
        "{\"a\":falsE}",
        "{\"a\":Null}",
        "{\"a\":1EE2}",
        "{\"a\":-Infinity}",
        ")]}'\n{}",
        "{\"a\"=1}",
        "[1;2]",
        "[1,,2]",
        "# c\n{}",
        "{\"a\" 1}"
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.parse(text));
  }

  @Test
  void whatIsJsonIsTaken() throws JsonException {
    String text =
        "\t{\"A Z\":\"E\\\"TRUE\\\\\\/\\b\\f\\n"
            + "\\r"
            + "\\t\\u00e4'\", \"b\" : [1E5, -0.0, true, false, null, {}]}\r\n";
    JsonObject json = Json.object(Json.parse(text), "json");
    assertThat(json.get("A Z").getAsString()).isEqualTo("E\"TRUE\\/\b\f\n\r\t\u00e4'");
    JsonArray values = Json.array(json.get("b"), "b");
    assertThat(values).hasSize(6);
    assertThat(Json.number(values.get(0), "b")).isEqualTo(1e5);
    assertThat(Double.doubleToRawLongBits(Json.number(values.get(1), "b")))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
  }

  @Test
  void nestingIsTakenToALimit() throws JsonException {
    assertThat(Json.parse("[".repeat(16) + "]".repeat(16)).isJsonArray()).isTrue();
    String deeper = "{\"a\":".repeat(17) + "1" + "}".repeat(17);
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> Json.parse(deeper))
        .withMessage("must be nested at most 16 deep, is deeper");
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

  static Stream<Record> records() {
    GanConfig config =
        Gan.builder()
            .discriminator(d -> d.batchNorm(BatchNorm.of(0.1, 1e-5)).clipGradientNorm(7.5))
            .clipWeights(0.1)
            .instanceNoise(0.1, 9)
            .stepsPerEpoch(7)
            .conditional(Conditioning.projection(3))
            .config();
    GanConfig penalized = Gan.builder().penalty(GradientPenalty.wganGp()).config();
    return Stream.of(
        config,
        penalized,
        new DatasetFingerprint("digits", 5, new ImageShape(1, 2, 3), List.of("a"), "0f"),
        new History(List.of(new EpochSummary(1, 2, 3, 4, 0.5, 0.5, 6, 7, 8, 9, 10))),
        new CheckpointState.Progress(
            5, CheckpointState.EpochSums.NONE, 1, 1, List.of(new RollBack(3, "a loss", 1, 0.5))));
  }

  /** The annotation decides for the compiler, the record's checks for files: they must agree. */
  @ParameterizedTest
  @MethodSource("records")
  void justTheNullableComponentsMayBeLeftOut(Record record) throws JsonException {
    JsonObject json = Json.object(RecordJson.write(record), "record");
    checkEachLeftOut(record.getClass(), json, json, record.getClass());
  }

  private static void checkEachLeftOut(
      Class<?> type, JsonObject json, JsonObject whole, Class<? extends Record> wholeType)
      throws JsonException {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      JsonElement value = json.remove(name);
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        assertThat(RecordJson.read(whole, wholeType, "record")).as(name).isNotNull();
      } else {
        assertThatExceptionOfType(JsonException.class)
            .as(name)
            .isThrownBy(() -> RecordJson.read(whole, wholeType, "record"))
            .withMessageMatching("record.*(must have " + name + ".*|must be given, was null)");
      }
      if (value != null) {
        json.add(name, value);
        if (value.isJsonObject()) {
          checkEachLeftOut(component.getType(), value.getAsJsonObject(), whole, wholeType);
        } else if (value.isJsonArray()) {
          ParameterizedType list = (ParameterizedType) component.getGenericType();
          Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
          for (JsonElement part : value.getAsJsonArray()) {
            if (part.isJsonObject()) {
              checkEachLeftOut(element, part.getAsJsonObject(), whole, wholeType);
            }
          }
        }
      }
    }
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
