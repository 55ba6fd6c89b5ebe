package io.github.gan4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field of a configuration is there once, and says what the configuration has. */
class ConfigFieldTest {

  /** A configuration in which every value of the records' is another one. */
  private static final GanConfig DISTINCT =
      Gan.builder()
          .latentDim(101)
          .normalization(0.26, 0.76)
          .generator(
              g ->
                  g.hidden(7)
                      .activation(Activation.leakyRelu(0.21))
                      .batchNorm(BatchNorm.of(0.11, 0.12))
                      .dropout(0.13)
                      .weightInit(WeightInit.HE_NORMAL)
                      .optimizer(
                          OptimizerConfig.adamW(0.14, 0.15, 0.16, 0.17)
                              .withEpsilon(0.18)
                              .withMaxGradientNorm(0.19)))
          .generatorOutput(Activation.linear())
          .discriminator(
              d ->
                  d.hidden(8)
                      .activation(Activation.leakyRelu(0.31))
                      .batchNorm(BatchNorm.of(0.32, 0.33).exceptFirst())
                      .dropout(0.34)
                      .weightInit(WeightInit.NORMAL_0_02)
                      .optimizer(
                          OptimizerConfig.adamW(0.35, 0.36, 0.37, 0.38)
                              .withEpsilon(0.39)
                              .withMaxGradientNorm(0.41)))
          .conditional(new Conditioning(Conditioning.Kind.AUXILIARY_CLASSIFIER, 102, 0.42))
          .clipWeights(0.43)
          .labels(new Labels(0.94, 0.44, 0.45))
          .instanceNoise(0.46, 103)
          .discriminatorUpdatesPerStep(104)
          .generatorUpdatesPerStep(105)
          .rateSchedule(RateSchedule.cosine(107, 0.47).warmUp(106))
          .batchSize(108)
          .generatorBatchSize(109)
          .epochs(110)
          .stepsPerEpoch(111)
          .emaDecay(0.48)
          .seed(112)
          .config();

  @Test
  void everyNumberOfTheRecordsIsTheValueOfOneField() {
    List<Object> values = new ArrayList<>();
    for (ConfigField field : ConfigField.values()) {
      Object value = field.value(DISTINCT);
      if (value instanceof Number number) {
        values.add(number.doubleValue());
      }
    }
    List<Object> numbers = new ArrayList<>();
    addNumbers(numbers, DISTINCT);
    // A penalty's interval is 1 without a penalty, as is a packing of one image.
    numbers.add(1.0);
    assertThat(numbers).hasSizeGreaterThan(40);
    assertThat(values).containsExactlyInAnyOrderElementsOf(numbers);
  }

  private static void addNumbers(List<Object> numbers, Object value) {
    if (value instanceof Number number) {
      numbers.add(number.doubleValue());
    } else if (value instanceof Record record) {
      boolean isOutput = record instanceof Activation activation && activation.slope() == 0;
      if (isOutput) {
        return;
      }
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        try {
          addNumbers(numbers, component.getAccessor().invoke(record));
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(e.getMessage(), e);
        }
      }
    }
  }

  @Test
  void namesOfTheBuilderAreDistinct() {
    Set<String> names = new HashSet<>();
    for (ConfigField field : ConfigField.values()) {
      assertThat(names.add(ConfigWording.builder().name(field))).as(field.name()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(GradientPenalty.Kind.class)
  void aPenaltysFieldIsItsWeight(GradientPenalty.Kind kind) {
    GanConfig config = Gan.builder().penalty(new GradientPenalty(kind, 3, 1)).config();

    assertThat(ConfigField.penalty(kind).value(config)).isEqualTo(3.0);
  }

  static Stream<UnaryOperator<GanBuilder>> players() {
    return Stream.of(
        b -> b.generator(g -> g.spectralNorm().noBatchNorm()),
        b -> b.discriminator(d -> d.spectralNorm().noBatchNorm()));
  }

  @ParameterizedTest
  @MethodSource("players")
  void aFieldOfAPlayerIsThatPlayersAlone(UnaryOperator<GanBuilder> one) {
    GanConfig config = one.apply(Gan.builder()).config();

    for (Player player : Player.values()) {
      assertThat(ConfigField.GENERATOR_SPECTRAL_NORM.of(player).value(config))
          .isEqualTo(config.player(player).network().spectralNorm());
      assertThat(ConfigField.GENERATOR_SPECTRAL_NORM.of(player).player()).contains(player);
    }
  }
}
