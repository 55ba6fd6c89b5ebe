package io.github.gan4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.Conditioning;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's network makes the images that the trained generator makes. */
class TrainedGeneratorTest {
  private static final int COUNT = 9;
  private static final int SEED = 42;

  @BeforeAll
  static void keepDl4jToOneThread() {
    // Its operations would spin against whatever else runs.
    Nd4j.getEnvironment().setMaxMasterThreads(1);
  }

  static List<Named<GanBuilder>> kinds() {
    return List.of(
        Named.of("plain", small().generator(g -> g.noBatchNorm())),
        Named.of("batch normalisation", small().generator(g -> g.batchNorm())),
        Named.of("dropout", small().generator(g -> g.dropout(0.3))),
        Named.of("spectral normalisation", small().generator(g -> g.noBatchNorm().spectralNorm())),
        Named.of(
            "normalised pixels",
            small().normalization(0.1307, 0.3081).generatorOutput(Activation.linear())));
  }

  private static GanBuilder small() {
    return Gan.builder().latentDim(5).mlp(8, 16).batchSize(8).maxSteps(20).seed(3);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theNetworkMakesTheImagesOfTheGenerator(GanBuilder builder) {
    try (TrainedGan gan = builder.train(new TinyImages())) {
      MultiLayerNetwork network = Dl4jModels.toMultiLayerNetwork(gan);

      INDArray latents = NdArrays.ofLatents(gan.generator().latents(COUNT, SEED));
      Images images = NdArrays.toImages(network.output(latents), gan);

      assertThat(images.shape()).isEqualTo(TinyImages.SHAPE);
      assertClose(images.toArray(), gan.generate(COUNT, SEED).toArray());
    }
  }

  static Stream<Conditioning> conditionings() {
    return Stream.of(
        Conditioning.concatenation(TinyImages.CLASSES),
        Conditioning.auxiliaryClassifier(TinyImages.CLASSES),
        Conditioning.projection(TinyImages.CLASSES));
  }

  @ParameterizedTest
  @MethodSource("conditionings")
  void theNetworkOfAConditionalGeneratorTakesTheClassBehindTheLatentVector(
      Conditioning conditioning) {
    try (TrainedGan gan = small().conditional(conditioning).train(new TinyImages())) {
      Generator generator = gan.generator();
      MultiLayerNetwork network = Dl4jModels.toMultiLayerNetwork(gan);

      int[] labels = IntStream.range(0, COUNT).map(i -> i % TinyImages.CLASSES).toArray();
      INDArray input =
          NdArrays.ofLatents(generator.latents(COUNT, SEED), labels, generator.classes());
      Images images = NdArrays.toImages(network.output(input), gan);

      assertClose(images.toArray(), generator.generate(COUNT, SEED).toArray());
    }
  }

  @Test
  void theDiscriminatorsNetworkGivesItsLogits() {
    try (TrainedGan gan = small().discriminator(d -> d.spectralNorm()).train(new TinyImages())) {
      Images images = gan.generate(COUNT, SEED);
      MultiLayerNetwork network = Dl4jModels.toMultiLayerNetwork(gan.discriminatorNetwork());

      INDArray rows = NdArrays.ofImages(images).reshape(COUNT, TinyImages.SHAPE.size());

      assertClose(
          NdArrays.values("logits", network.output(rows)), gan.discriminator().logits(images));
    }
  }

  @Test
  void aTrainersNetworkIsTheGeneratorWithoutItsAverage() {
    float[] withoutAverage;
    try (TrainedGan gan = small().emaDecay(0).train(new TinyImages())) {
      withoutAverage = gan.generate(COUNT, SEED).toArray();
    }
    try (Trainer trainer = small().emaDecay(0.99).trainer(new TinyImages());
        TrainedGan gan = trainer.train()) {
      INDArray latents = NdArrays.ofLatents(gan.generator().latents(COUNT, SEED));
      MultiLayerNetwork newest = Dl4jModels.toMultiLayerNetwork(trainer.generatorNetwork());

      assertClose(NdArrays.toImages(newest.output(latents), gan).toArray(), withoutAverage);
      assertThat(furthest(gan.generate(COUNT, SEED).toArray(), withoutAverage))
          .as("the average is another generator")
          .isGreaterThan(1e-3);
    }
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    assertThat(furthest(actual, expected)).as("largest difference").isCloseTo(0, within(1e-5));
    assertThat(IntStream.range(1, expected.length).anyMatch(i -> expected[i] != expected[0]))
        .as("the values expected differ")
        .isTrue();
  }

  private static double furthest(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElseThrow();
  }
}
