package io.github.gan4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.TestDataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.factory.Nd4j;

class IteratorDatasetTest {
  private static final ImageShape SHAPE = ImageShape.grey(1, 2);
  private static final float[][] PIXELS = {{0, 1}, {0.5f, 0.25f}, {1, 0}};
  private static final float[][] ONE_HOT = {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}};

  private static DataSetIterator iterator(float[][] pixels, float[][] labels, int batch) {
    return new ViewIterator(
        new DataSet(Nd4j.createFromArray(pixels), Nd4j.createFromArray(labels)), batch);
  }

  private static DataSetIterator batches(DataSet... batches) {
    return new TestDataSetIterator(List.of(batches), 1);
  }

  private static INDArray array(float[][] values) {
    return Nd4j.createFromArray(values);
  }

  private static float[] image(Dataset dataset, int index) {
    float[] image = new float[dataset.shape().size()];
    dataset.read(index, image, 0);
    return image;
  }

  @Test
  void pixelsAreMappedFromTheRangeThatIsStated() {
    Dataset data =
        IteratorDataset.read(iterator(PIXELS, ONE_HOT, 2), SHAPE, PixelRange.ZERO_TO_ONE);
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.shape()).isEqualTo(SHAPE);
    assertThat(image(data, 0)).containsExactly(-1, 1);
    assertThat(image(data, 1)).containsExactly(0, -0.5f);
    assertThat(image(data, 2)).containsExactly(1, -1);

    DataSetIterator same = iterator(PIXELS, ONE_HOT, 2);
    assertThat(image(IteratorDataset.read(same, SHAPE, PixelRange.MINUS_ONE_TO_ONE), 1))
        .containsExactly(0.5f, 0.25f);
    assertThat(image(IteratorDataset.read(same, SHAPE, new PixelRange(1, 0)), 1))
        .containsExactly(0, 0.5f);
  }

  @Test
  void bytesAreRead() {
    INDArray bytes = array(new float[][] {{0, 255}, {51, 102}}).castTo(DataType.UINT8);
    Dataset data =
        IteratorDataset.read(
            batches(new DataSet(bytes, array(new float[2][2]))), SHAPE, PixelRange.BYTES);
    assertThat(image(data, 0)).containsExactly(-1, 1);
    assertThat(image(data, 1)).containsExactly(-0.6f, -0.2f);
  }

  @Test
  void aPreprocessorIsApplied() {
    DataSetIterator iterator =
        batches(new DataSet(array(new float[][] {{0, 255}}), array(new float[][] {{1, 0}})));
    iterator.setPreProcessor(new ImagePreProcessingScaler(0, 1));
    Dataset data = IteratorDataset.read(iterator, SHAPE, PixelRange.ZERO_TO_ONE);
    assertThat(image(data, 0)).containsExactly(-1, 1);
  }

  @Test
  void oneHotLabelsBecomeClasses() {
    Dataset data =
        IteratorDataset.readLabelled(iterator(PIXELS, ONE_HOT, 2), SHAPE, PixelRange.ZERO_TO_ONE);
    assertThat(data.classes()).isEqualTo(3);
    assertThat(data.label(0)).isEqualTo(2);
    assertThat(data.label(1)).isZero();
    assertThat(data.label(2)).isEqualTo(1);
    assertThat(data).hasToString("iterator: 3 images of 1x1x2 in 3 classes");
  }

  @Test
  void withoutLabelsThereAreNoClasses() {
    Dataset data =
        IteratorDataset.read(iterator(PIXELS, ONE_HOT, 2), SHAPE, PixelRange.ZERO_TO_ONE);
    assertThat(data.classes()).isZero();
    assertThatIllegalStateException()
        .isThrownBy(() -> data.label(0))
        .withMessage("dataset iterator has no labels");
    assertThat(data).hasToString("iterator: 3 images of 1x1x2");
  }

  @Test
  void anIteratorHalfReadIsReadFromItsBeginningAndLeftThere() {
    DataSetIterator iterator = iterator(PIXELS, ONE_HOT, 1);
    iterator.next();
    Dataset data = IteratorDataset.read(iterator, SHAPE, PixelRange.ZERO_TO_ONE);
    assertThat(data.size()).isEqualTo(3);
    assertThat(iterator.next().getFeatures().toFloatVector()).containsExactly(0, 1);
  }

  @Test
  void anIteratorThatCannotBeResetIsReadFromWhereItStands() {
    DataSet batch = new DataSet(array(PIXELS), array(ONE_HOT));
    OncePassed iterator = new OncePassed(batch, batch);
    iterator.next();
    assertThat(IteratorDataset.read(iterator, SHAPE, PixelRange.ZERO_TO_ONE).size()).isEqualTo(3);
    assertThat(iterator.hasNext()).isFalse();
  }

  @Test
  void imagesMayBeNchwInAnyOrderOfMemory() {
    ImageShape shape = new ImageShape(2, 1, 2);
    INDArray nchw = Nd4j.createFromArray(new float[] {0, 0.25f, 0.5f, 1}).reshape(1, 2, 1, 2);
    DataSet batch = new DataSet(nchw.dup('f'), array(new float[][] {{1, 0}}));
    Dataset data = IteratorDataset.read(batches(batch), shape, PixelRange.ZERO_TO_ONE);
    assertThat(image(data, 0)).containsExactly(-1, -0.5f, 0, 1);
  }

  @Test
  void imagesAreCopiedFromArraysThatAreUsedAgain() {
    INDArray features = array(new float[][] {{0, 1}});
    Dataset data =
        IteratorDataset.read(
            batches(new DataSet(features, array(new float[1][2]))), SHAPE, PixelRange.ZERO_TO_ONE);
    features.assign(0.5);
    assertThat(image(data, 0)).containsExactly(-1, 1);
  }

  @Test
  void anEmptyIteratorIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IteratorDataset.read(batches(), SHAPE, PixelRange.ZERO_TO_ONE))
        .withMessage("iterator must have at least 1 image, had none");
  }

  @Test
  void featuresOfAnotherShapeAreRefusedAlsoInALaterBatch() {
    DataSet good = new DataSet(array(PIXELS), array(ONE_HOT));
    DataSet wide = new DataSet(array(new float[][] {{0, 0, 0}}), array(new float[][] {{1, 0, 0}}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IteratorDataset.read(batches(good, wide), SHAPE, PixelRange.ZERO_TO_ONE))
        .withMessage(
            "features must have the shape [images, 2] or [images, 1, 1, 2] (NCHW) for images of"
                + " 1x1x2, had [1, 3] from image 3 on");
    DataSet nhwc = new DataSet(Nd4j.zeros(1, 1, 2, 1), array(new float[][] {{1, 0, 0}}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IteratorDataset.read(batches(nhwc), SHAPE, PixelRange.ZERO_TO_ONE))
        .withMessageEndingWith("had [1, 1, 2, 1] from image 0 on");
    DataSet none = new DataSet(null, array(new float[][] {{1, 0, 0}}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IteratorDataset.read(new OncePassed(none), SHAPE, PixelRange.ZERO_TO_ONE))
        .withMessageEndingWith("had none from image 0 on");
  }

  @Test
  void valuesBeyondTheRangeAreRefusedWithTheirPlaceAndRoundingIsNot() {
    DataSetIterator bytes = iterator(new float[][] {{0, 1}, {0, 17}}, new float[2][2], 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IteratorDataset.read(bytes, SHAPE, PixelRange.ZERO_TO_ONE))
        .withMessage(
            "image 1 must have values in the range [0.0, 1.0] that was stated, has 17.0 at channel"
                + " 0, row 0, column 1");
    DataSetIterator nan = iterator(new float[][] {{Float.NaN, 1}}, new float[1][2], 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IteratorDataset.read(nan, SHAPE, PixelRange.ZERO_TO_ONE))
        .withMessageContaining("has NaN at channel 0, row 0, column 0");
    DataSetIterator rounded =
        iterator(new float[][] {{-1e-7f, Math.nextUp(1f)}}, new float[1][2], 1);
    assertThat(image(IteratorDataset.read(rounded, SHAPE, PixelRange.ZERO_TO_ONE), 0))
        .containsExactly(-1, 1);
  }

  @Test
  void labelsThatAreNotOneHotAreRefused() {
    for (float[] row : new float[][] {{0, 0}, {1, 1}, {0.3f, 0.7f}, {2, 0}, {Float.NaN, 1}}) {
      DataSetIterator iterator = iterator(new float[][] {{0, 1}}, new float[][] {row}, 1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> IteratorDataset.readLabelled(iterator, SHAPE, PixelRange.ZERO_TO_ONE))
          .withMessageStartingWith(
              "labels of image 0 must be one-hot, one 1 and the others 0, were [")
          .withMessageContaining(String.valueOf(row[0]));
    }
  }

  @Test
  void labelsOfOtherShapesAreRefused() {
    INDArray one = array(new float[][] {{0, 1}});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labelled(new DataSet(one, array(new float[][] {{1}}))))
        .withMessage(
            "labels must have the shape [1, classes], with at least 2 classes, had [1, 1] from"
                + " image 0 on");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labelled(new DataSet(one, null)))
        .withMessage(
            "labels must be there, one-hot, were none from image 0 on: read without labels");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                labelled(
                    new DataSet(one, array(new float[][] {{1, 0}})),
                    new DataSet(one, array(new float[][] {{1, 0, 0}}))))
        .withMessage("labels must have 2 columns as those before, had 3 from image 1 on");
  }

  private static Dataset labelled(DataSet... batches) {
    return IteratorDataset.readLabelled(new OncePassed(batches), SHAPE, PixelRange.ZERO_TO_ONE);
  }

  @Test
  void indexesAndRoomAreChecked() {
    Dataset data = labelled(new DataSet(array(PIXELS), array(ONE_HOT)));
    assertThatThrownBy(() -> data.read(3, new float[2], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.read(0, new float[2], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.label(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aRangeOfOneNumberIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PixelRange(1, 1))
        .withMessage("range must be two different finite numbers, was 1.0 and 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new PixelRange(0, Double.NaN));
  }

  @Test
  void aConditionalGanTrainsOnIt() {
    Dataset data = labelled(new DataSet(array(PIXELS), array(ONE_HOT)));
    try (TrainedGan gan =
        Gan.builder().latentDim(2).mlp(4).batchSize(3).maxSteps(3).conditional(data).train(data)) {
      assertThat(gan.generate(4, 1, 2).count()).isEqualTo(4);
      assertThat(gan.dataset().images()).isEqualTo(3);
    }
  }
}
