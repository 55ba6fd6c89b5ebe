package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.Conditioning;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.fake.LabelledImages;
import io.github.gan4j.fake.NumberedImages;
import io.github.gan4j.fake.RecordedEvents;
import io.github.gan4j.fake.Settings;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Discriminator;
import io.github.gan4j.model.Generator;
import io.github.gan4j.model.InversionResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A GAN that is told the classes of images. */
class ConditionalTest {
  private final FakeEngine engine = new FakeEngine();

  private static final Dataset DATA = new LabelledImages(12, 3);

  static Stream<Conditioning> kinds() {
    return Stream.of(
        Conditioning.concatenation(3),
        Conditioning.auxiliaryClassifier(3),
        Conditioning.projection(3));
  }

  private TrainedGan train(Conditioning conditioning) {
    return Settings.linear().conditional(conditioning).engine(engine).train(DATA);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void imagesOfAClassAreThoseOfTheLatentVectorAndTheClass(Conditioning conditioning) {
    try (TrainedGan gan = train(conditioning)) {
      Generator generator = gan.generator();
      assertThat(generator.classes()).isEqualTo(3);
      Images inTurn = generator.generate(6, 5);
      for (int label = 0; label < 3; label++) {
        Images ofClass = gan.generate(6, 5, label);
        assertThat(ofClass.values(label)).isEqualTo(inTurn.values(label));
        assertThat(ofClass.values(label + 3)).isEqualTo(inTurn.values(label + 3));
        assertThat(ofClass.values((label + 1) % 3)).isNotEqualTo(inTurn.values((label + 1) % 3));
        assertThat(generator.ofClass(label).decode(generator.latents(6, 5)).toArray())
            .isEqualTo(ofClass.toArray());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void onlyAnAuxiliaryClassifierHasAClassLossWhichIsNoPenalty(Conditioning conditioning) {
    RecordedEvents recorder = new RecordedEvents();
    Settings.linear()
        .conditional(conditioning)
        .engine(engine)
        .listener(recorder)
        .train(DATA)
        .close();
    boolean classifies = conditioning.kind() == Conditioning.Kind.AUXILIARY_CLASSIFIER;
    assertThat(recorder.losses())
        .hasSize(6)
        .allMatch(event -> event.discriminatorClassLoss() > 0 == classifies)
        .allMatch(event -> event.generatorClassLoss() > 0 == classifies)
        .allMatch(event -> event.penalty() == 0);
  }

  @Test
  void aGridHasARowAClassAndALatentVectorAColumn() {
    try (TrainedGan gan = train(Conditioning.projection(3))) {
      Images grid = gan.generator().generateGrid(4, 2, 5);
      assertThat(grid.count()).isEqualTo(8);
      for (int row = 0; row < 3; row++) {
        Images ofClass = gan.generate(2, 5, row);
        assertThat(grid.values(2 * row)).isEqualTo(ofClass.values(0));
        assertThat(grid.values(2 * row + 1)).isEqualTo(ofClass.values(1));
      }
      assertThat(grid.values(6)).isEqualTo(gan.generate(3, 5, 0).values(2));
    }
  }

  @Test
  void playersSayOfWhichClassesTheyAre() {
    try (TrainedGan gan = train(Conditioning.projection(3))) {
      assertThat(gan.toString()).startsWith("GAN of 1x1x2 images of 3 classes, trained");
      assertThat(gan.generator().toString()).startsWith("generator of 1x1x2 images of 3 classes");
      assertThat(gan.generator().ofClass(2).toString())
          .startsWith("generator of 1x1x2 images of class 2");
      assertThat(gan.discriminator().toString())
          .startsWith("discriminator of 1x1x2 images of 3 classes");
    }
  }

  @Test
  void aGridOfOneClassHasANewLatentVectorInEachCell() {
    try (TrainedGan gan = train(Conditioning.projection(3))) {
      Images grid = gan.generator().ofClass(1).generateGrid(4, 2, 5);

      assertThat(grid.toArray()).isEqualTo(gan.generate(8, 5, 1).toArray());
      assertThat(IntStream.range(0, 8).mapToObj(grid::values)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aGridWithoutRowsOrColumnsIsRefused() {
    try (TrainedGan gan = train(Conditioning.projection(3))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> gan.generator().generateGrid(0, 2, 5))
          .withMessage("rows must be at least 1, was 0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> gan.generator().ofClass(1).generateGrid(-2, -2, 5))
          .withMessage("rows must be at least 1, was -2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> gan.generator().generateGrid(2, 0, 5))
          .withMessage("columns must be at least 1, was 0");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSavedOneIsTheSame(Conditioning conditioning, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.safetensors");
    try (TrainedGan gan = train(conditioning)) {
      gan.save(file);
      try (TrainedGan loaded = TrainedGan.load(file, engine)) {
        assertThat(loaded.config()).isEqualTo(gan.config());
        assertThat(loaded.generate(4, 5).toArray()).isEqualTo(gan.generate(4, 5).toArray());
      }
    }
  }

  @Test
  void eachVectorIsDecodedWithItsLabel() {
    try (TrainedGan gan = train(Conditioning.projection(3))) {
      Generator generator = gan.generator();
      float[][] latents = generator.latents(2, 5);

      Images made = generator.decode(latents, new int[] {2, 0});

      assertThat(made.values(0)).isEqualTo(generator.ofClass(2).decode(latents).values(0));
      assertThat(made.values(1)).isEqualTo(generator.ofClass(0).decode(latents).values(1));
      assertThatThrownBy(() -> generator.decode(latents, new int[] {2}))
          .hasMessage("labels must be as many as latents, 2, were 1");
      assertThatThrownBy(() -> generator.decode(latents, new int[] {2, 3}))
          .hasMessage("labels[1] must be from 0 to 2, was 3");
    }
    try (TrainedGan gan = Settings.linear().engine(engine).train(DATA)) {
      assertThatThrownBy(() -> gan.generator().decode(new float[1][3], new int[] {0}))
          .hasMessage(
              "decode with labels needs a generator that was trained with classes, this one has"
                  + " none");
    }
  }

  @Test
  void theClassOfAnImageIsFoundWithItsLatentVector() {
    // One latent number and two pixels: each class makes the images of a line of its own.
    GanBuilder settings = Settings.linear().latentDim(1).conditional(3).engine(engine);
    try (TrainedGan gan = settings.train(DATA)) {
      Images images = gan.generate(6, 5);

      InversionResult found = gan.invert(images);

      assertThat(found.labels()).containsExactly(0, 1, 2, 0, 1, 2);
      assertThat(Arrays.stream(found.errors()).max().orElseThrow()).isLessThan(1e-7);
      assertThat(gan.generator().decode(found.latents(), found.labels()).toArray())
          .containsExactly(found.images().toArray());
      float[][] latents = gan.generator().latents(6, 5);
      for (int i = 0; i < 6; i++) {
        assertThat(found.latents()[i]).containsExactly(latents[i], within(1e-3f));
      }
    }
  }

  @Test
  void whatTheDiscriminatorSaysDependsOnTheClass() {
    for (Conditioning conditioning :
        new Conditioning[] {Conditioning.concatenation(3), Conditioning.projection(3)}) {
      try (TrainedGan gan = train(conditioning)) {
        Images images = gan.generate(2, 5);
        Discriminator discriminator = gan.discriminator();
        assertThat(discriminator.logits(images, new int[] {0, 1}))
            .isNotEqualTo(discriminator.logits(images, new int[] {1, 1}));
        assertThatThrownBy(() -> discriminator.logits(images))
            .hasMessage("the discriminator judges images of a class: call logits(images, labels)");
        assertThatThrownBy(() -> discriminator.logits(images, new int[] {0, 3}))
            .hasMessage("labels must be from 0 to 2, held 3");
        assertThatThrownBy(() -> discriminator.logits(images, new int[1]))
            .hasMessage("labels must be one an image, 2, were 1");
      }
    }
  }

  @Test
  void anAuxiliaryClassifiersLogitDoesNot() {
    try (TrainedGan gan = train(Conditioning.auxiliaryClassifier(3))) {
      Images images = gan.generate(2, 5);
      assertThat(gan.discriminator().logits(images, new int[] {0, 1}))
          .isEqualTo(gan.discriminator().logits(images));
    }
  }

  @Test
  void packedImagesAreJudgedTogether() {
    try (TrainedGan gan = Settings.linear().packing(2).engine(engine).train(DATA)) {
      Images images = gan.generate(4, 5);
      float[] logits = gan.discriminator().logits(images);
      assertThat(logits).hasSize(4);
      assertThat(logits[0]).isEqualTo(logits[1]).isNotEqualTo(logits[2]);
      assertThat(logits[2]).isEqualTo(logits[3]);
      assertThatThrownBy(() -> gan.discriminator().logits(gan.generate(3, 5)))
          .hasMessage("images must be a multiple of 2, which are judged together, were 3");
    }
  }

  @Test
  void aClassThatIsNoneIsRefused() {
    try (TrainedGan gan = train(Conditioning.projection(3));
        TrainedGan without = Settings.linear().engine(engine).train(DATA)) {
      assertThatThrownBy(() -> gan.generate(1, 1, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("label must be from 0 to 2, was 3");
      assertThatThrownBy(() -> without.generate(1, 1, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "label must be of a class that the generator was trained with, which has none, was"
                  + " 0");
    }
  }

  @Test
  void dataWithOtherClassesAreRefused() {
    assertThatThrownBy(() -> Settings.linear().conditional(4).engine(engine).trainer(DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dataset labelled must have labels of 4 classes, as conditioning has, has 3");
    assertThatThrownBy(() -> Settings.linear().conditional(new NumberedImages(12)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have labels of at least 2 classes, has 0");
    assertThat(Settings.linear().conditional(DATA).config().objective().conditioning())
        .isEqualTo(Conditioning.projection(3));
  }

  @Test
  void packingRefusesWhatItCannotPack() {
    assertThatThrownBy(() -> Settings.linear().packing(3).config())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "batchSize must be a multiple of 3 while packing is 3, was 4: the discriminator judges"
                + " whole packs; try .batchSize(3)");
    assertThatThrownBy(() -> Settings.linear().packing(2).conditional(3).config())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "packing must be 1 while conditioning is PROJECTION, was 2: it joins images of"
                + " different classes; try .packing(1)");
  }
}
