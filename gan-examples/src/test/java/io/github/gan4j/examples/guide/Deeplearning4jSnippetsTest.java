package io.github.gan4j.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.dl4j.Dl4jModels;
import io.github.gan4j.dl4j.IteratorDataset;
import io.github.gan4j.dl4j.NdArrays;
import io.github.gan4j.dl4j.PixelRange;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** Code of the guide over Deeplearning4j, compiled and run. */
class Deeplearning4jSnippetsTest {

  @Test
  void conditionalInput() {
    Dataset data = ArrayDataset.of(new float[64][4], ImageShape.grey(2, 2), new int[64], 10);
    try (TrainedGan gan = Gan.builder().mlp(8).epochs(1).conditional(data).train(data)) {
      MultiLayerNetwork network = Dl4jModels.toMultiLayerNetwork(gan);
      // region conditionalInput
      Generator generator = gan.generator();
      int[] labels = {3, 3, 8};
      INDArray input = NdArrays.ofLatents(generator.latents(3, 1), labels, generator.classes());
      Images digits = NdArrays.toImages(network.output(input), gan);
      // endregion
      float[] expected = generator.decode(generator.latents(3, 1), labels).toArray();
      assertThat(digits.toArray()).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
      assertThat(input.size(1)).isEqualTo(110);
    }
  }

  @Test
  void discriminatorsLogits() {
    try (TrainedGan gan = Gan.builder().mlp(8).epochs(1).train(Mnist.train())) {
      Images images = gan.generate(3, 1);
      // region discriminator
      MultiLayerNetwork discriminator = Dl4jModels.toMultiLayerNetwork(gan.discriminatorNetwork());
      INDArray rows = NdArrays.ofImages(images).reshape(images.count(), images.shape().size());
      INDArray logits = discriminator.output(rows);
      // endregion
      assertThat(logits.getDouble(2, 0))
          .isCloseTo(gan.discriminator().logits(images)[2], within(1e-4));
    }
  }

  @Test
  void iterator() {
    INDArray pixels = Nd4j.linspace(0, 1, 64 * 784).reshape(64, 784);
    INDArray oneHot = Nd4j.zeros(64, 10);
    oneHot.getColumn(4).assign(1);
    DataSetIterator iterator = new ViewIterator(new DataSet(pixels, oneHot), 16);
    // region iterator
    Dataset data =
        IteratorDataset.readLabelled(iterator, ImageShape.grey(28, 28), PixelRange.ZERO_TO_ONE);
    TrainedGan gan = Gan.builder().conditional(data).train(data);
    // endregion
    assertThat(data.size()).isEqualTo(64);
    assertThat(data.label(63)).isEqualTo(4);
    assertThat(gan.generator().classes()).isEqualTo(10);
    gan.close();
  }
}
