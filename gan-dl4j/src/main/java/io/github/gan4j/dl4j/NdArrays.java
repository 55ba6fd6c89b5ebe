package io.github.gan4j.dl4j;

import io.github.gan4j.TrainedGan;
import io.github.gan4j.config.Normalization;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images and latent vectors as ND4J's arrays, and back.
 *
 * <p>All values are copied, none is shared: arrays may be changed, and closed, without harm to what
 * was made of them. Arrays that are returned are of 32-bit floats in C order. Arrays that are taken
 * may be of any numeric type and order, and views. Every method refuses an array of another shape,
 * no rows, and values that are not finite with an {@link IllegalArgumentException} that names the
 * place.
 */
public final class NdArrays {
  private NdArrays() {}

  /**
   * Returns images as an array [images, channels, height, width], which is what DL4J calls NCHW, of
   * values as {@link Images} has them: -1 is black, 1 is white.
   */
  public static INDArray ofImages(Images images) {
    if (images.count() == 0) {
      throw new IllegalArgumentException("images must be at least 1, were 0");
    }
    ImageShape shape = images.shape();
    return Nd4j.createFromArray(images.toArray())
        .reshape('c', images.count(), shape.channels(), shape.height(), shape.width());
  }

  /**
   * Returns the images of an array [images, channels, height, width].
   *
   * @param array values as {@link Images} has them: -1 is black, 1 is white
   */
  public static Images toImages(INDArray array) {
    if (array.rank() != 4) {
      throw new IllegalArgumentException(
          "array must have the shape [images, channels, height, width], had "
              + Arrays.toString(array.shape()));
    }
    ImageShape shape =
        new ImageShape(
            Math.toIntExact(array.size(1)),
            Math.toIntExact(array.size(2)),
            Math.toIntExact(array.size(3)));
    return Images.wrap(shape, finite("array", array));
  }

  /**
   * Returns the images that the rows of an array are, as a generator's network gives them: {@code
   * toMultiLayerNetwork(gan).output(...)}. They are mapped back from the GAN's normalised pixels,
   * {@code 2 * (value * std + mean) - 1}, so that they are those of {@code gan.generator()}.
   *
   * @param output an array [images, channels × height × width]
   * @param gan the GAN whose network the output is of
   */
  public static Images toImages(INDArray output, TrainedGan gan) {
    checkMatrix("output", output, gan.shape().size());
    Normalization normalization = gan.config().normalization();
    float scale = (float) (2 * normalization.std());
    float shift = (float) (2 * normalization.mean() - 1);
    float[] values = finite("output", output);
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] * scale + shift;
    }
    return Images.wrap(gan.shape(), values);
  }

  /**
   * Returns latent vectors as an array [vectors, latentDim], the input of a generator without
   * classes.
   *
   * @param latents such as {@code gan.generator().latents(count, seed)}; at least one, of one
   *     length
   */
  public static INDArray ofLatents(float[][] latents) {
    return rows(latents, new int[0], 0);
  }

  /**
   * Returns latent vectors with classes as an array [vectors, latentDim + classes], the input of a
   * conditional generator: each vector is followed by one number a class, 1 for its own and 0 for
   * the others.
   *
   * @param latents at least one, of one length
   * @param labels a class for each vector, from 0 to {@code classes - 1}
   * @param classes {@code gan.generator().classes()}
   */
  public static INDArray ofLatents(float[][] latents, int[] labels, int classes) {
    if (labels.length != latents.length) {
      throw new IllegalArgumentException(
          "labels must be as many as latents, %s, were %s"
              .formatted(latents.length, labels.length));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "labels[%s] must be from 0 to %s, was %s".formatted(i, classes - 1, labels[i]));
      }
    }
    return rows(latents, labels, classes);
  }

  private static INDArray rows(float[][] latents, int[] labels, int classes) {
    if (latents.length == 0) {
      throw new IllegalArgumentException("latents must hold at least one vector, held none");
    }
    int latentDim = latents[0].length;
    float[][] rows = new float[latents.length][];
    for (int i = 0; i < rows.length; i++) {
      if (latents[i].length != latentDim || latentDim == 0) {
        throw new IllegalArgumentException(
            "latents[%s] must have as many values as latents[0], at least 1, had %s of %s"
                .formatted(i, latents[i].length, latentDim));
      }
      rows[i] = Arrays.copyOf(latents[i], latentDim + classes);
      if (classes > 0) {
        rows[i][latentDim + labels[i]] = 1;
      }
    }
    INDArray array = Nd4j.createFromArray(rows);
    finite("latents", array);
    return array;
  }

  /** Returns the rows of an array [vectors, latentDim], for {@code gan.generator().decode}. */
  public static float[][] toLatents(INDArray array) {
    if (array.rank() != 2) {
      throw new IllegalArgumentException(
          "array must have the shape [vectors, latentDim], had " + Arrays.toString(array.shape()));
    }
    float[] values = finite("array", array);
    float[][] latents = new float[Math.toIntExact(array.size(0))][];
    int latentDim = Math.toIntExact(array.size(1));
    for (int i = 0; i < latents.length; i++) {
      latents[i] = Arrays.copyOfRange(values, i * latentDim, (i + 1) * latentDim);
    }
    return latents;
  }

  /** Returns a copy of all values, the last dimension varying fastest. */
  static float[] values(String field, INDArray array) {
    if (!array.dataType().isNumerical()) {
      throw new IllegalArgumentException(
          "%s must be of numbers, was of %s".formatted(field, array.dataType()));
    }
    return array.isEmpty() ? new float[0] : array.castTo(DataType.FLOAT).dup('c').data().asFloat();
  }

  private static float[] finite(String field, INDArray array) {
    float[] values = values(field, array);
    if (values.length == 0) {
      throw new IllegalArgumentException(field + " must have at least one row, had none");
    }
    int rowLength = Math.toIntExact(values.length / array.size(0));
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s must be finite, held %s in row %s at %s"
                .formatted(field, values[i], i / rowLength, i % rowLength));
      }
    }
    return values;
  }

  private static void checkMatrix(String field, INDArray array, int columns) {
    if (array.rank() != 2 || array.size(1) != columns) {
      throw new IllegalArgumentException(
          "%s must have the shape [images, %s], had %s"
              .formatted(field, columns, Arrays.toString(array.shape())));
    }
  }
}
