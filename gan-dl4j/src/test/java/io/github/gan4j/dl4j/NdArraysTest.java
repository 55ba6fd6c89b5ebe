package io.github.gan4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NdArraysTest {
  private static final ImageShape SHAPE = new ImageShape(3, 2, 4);
  private static final Images IMAGES = Images.wrap(SHAPE, ramp(2 * SHAPE.size()));

  private static float[] ramp(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = i / 64f - 1;
    }
    return values;
  }

  @Test
  void imagesAreNchw() {
    INDArray array = NdArrays.ofImages(IMAGES);
    assertThat(array.shape()).containsExactly(2, 3, 2, 4);
    assertThat(array.dataType()).isEqualTo(DataType.FLOAT);
    // Image 1, channel 2, row 1, column 3 is the last value of all.
    assertThat(array.getFloat(1, 2, 1, 3)).isEqualTo(47 / 64f - 1);
    assertThat(array.getFloat(0, 1, 0, 2)).isEqualTo(10 / 64f - 1);
  }

  @Test
  void imagesComeBackFromAnyOrderTypeAndView() {
    INDArray array = NdArrays.ofImages(IMAGES);
    float[] expected = IMAGES.toArray();
    assertThat(NdArrays.toImages(array).toArray()).containsExactly(expected);
    assertThat(NdArrays.toImages(array.dup('f')).toArray()).containsExactly(expected);
    assertThat(NdArrays.toImages(array.castTo(DataType.DOUBLE)).toArray())
        .containsExactly(expected);
    INDArray nhwc = array.permute(0, 2, 3, 1).dup('c');
    assertThat(NdArrays.toImages(nhwc.permute(0, 3, 1, 2)).toArray()).containsExactly(expected);
    assertThat(NdArrays.toImages(array).shape()).isEqualTo(SHAPE);
  }

  @Test
  void whatIsMadeIsACopy() {
    INDArray array = NdArrays.ofImages(IMAGES);
    Images images = NdArrays.toImages(array);
    array.assign(0.5);
    assertThat(images.toArray()).containsExactly(IMAGES.toArray());
    assertThat(IMAGES.toArray()).containsExactly(ramp(48));
  }

  @Test
  void latentVectorsAreRowsAndComeBack() {
    float[][] latents = {{1, 2, 3}, {4, 5, 6}};
    INDArray array = NdArrays.ofLatents(latents);
    assertThat(array.shape()).containsExactly(2, 3);
    assertThat(array.getFloat(1, 0)).isEqualTo(4);
    assertThat(NdArrays.toLatents(array)).isDeepEqualTo(latents);
    assertThat(NdArrays.toLatents(array.dup('f'))).isDeepEqualTo(latents);
  }

  @Test
  void classesAreOneHotBehindTheLatentVectors() {
    float[][] latents = {{1, 2}, {3, 4}};
    assertThat(NdArrays.toLatents(NdArrays.ofLatents(latents, new int[] {2, 0}, 3)))
        .isDeepEqualTo(new float[][] {{1, 2, 0, 0, 1}, {3, 4, 1, 0, 0}});
    assertThat(latents[0]).hasSize(2);
  }

  @Test
  void arraysOfOtherShapesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.toImages(Nd4j.zeros(2, 3)))
        .withMessage("array must have the shape [images, channels, height, width], had [2, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.toLatents(Nd4j.zeros(2, 3, 4)))
        .withMessage("array must have the shape [vectors, latentDim], had [2, 3, 4]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.ofImages(Images.wrap(SHAPE, new float[0])))
        .withMessage("images must be at least 1, were 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.toLatents(Nd4j.empty(DataType.FLOAT)))
        .withMessageStartingWith("array must have the shape [vectors, latentDim], had []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.toLatents(Nd4j.ones(2, 2).castTo(DataType.BOOL)))
        .withMessage("array must be of numbers, was of BOOL");
  }

  @Test
  void valuesThatAreNotFiniteAreRefusedWithTheirPlace() {
    INDArray array = Nd4j.zeros(2, 1, 2, 2).putScalar(new int[] {1, 0, 1, 0}, Float.NaN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.toImages(array))
        .withMessage("array must be finite, held NaN in row 1 at 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.ofLatents(new float[][] {{0, Float.POSITIVE_INFINITY}}))
        .withMessage("latents must be finite, held Infinity in row 0 at 1");
  }

  @Test
  void latentVectorsAndClassesThatDoNotFitAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.ofLatents(new float[0][]))
        .withMessage("latents must hold at least one vector, held none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.ofLatents(new float[][] {{1, 2}, {3}}))
        .withMessage("latents[1] must have as many values as latents[0], at least 1, had 1 of 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.ofLatents(new float[1][2], new int[2], 3))
        .withMessage("labels must be as many as latents, 1, were 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NdArrays.ofLatents(new float[1][2], new int[] {3}, 3))
        .withMessage("labels[0] must be from 0 to 2, was 3");
  }
}
