package io.github.gan4j.dl4j;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Datasets of what a Deeplearning4j {@link DataSetIterator} iterates over.
 *
 * <p>All images are read at once, in the iterator's order, and copied, 4 bytes a value; the
 * iterator is not needed after. It is reset first, and left reset, if it can be. Its preprocessor
 * is applied, so the range is that after it. Features may be of any numeric type; masks are not
 * read.
 *
 * <p>A dataset is immutable and thread-safe; {@code Datasets.withClassNames} of gan-datasets names
 * its classes. Every method throws {@link IllegalArgumentException}, naming the image, the rule and
 * what was found, if the iterator has no images, features of another shape, a value outside of the
 * stated range or that is not a number, or labels that are not one-hot.
 */
public final class IteratorDataset {
  private final ImageShape shape;
  private final PixelRange range;
  private final List<float[]> images = new ArrayList<>();

  private IteratorDataset(ImageShape shape, PixelRange range) {
    this.shape = shape;
    this.range = range;
  }

  /**
   * Reads the images without their labels.
   *
   * @param iterator gives features [images, channels × height × width], or [images, channels,
   *     height, width] (NCHW)
   * @param shape the shape of all images
   * @param range which numbers are black and white
   */
  public static Dataset read(DataSetIterator iterator, ImageShape shape, PixelRange range) {
    IteratorDataset reader = new IteratorDataset(shape, range);
    reader.readAll(iterator, batch -> {});
    return new ImageArrays(shape, reader.images, new int[0], 0);
  }

  /**
   * Reads the images with their labels. There are as many classes as the labels have columns, and
   * the class of an image is the column that holds the 1.
   *
   * @param iterator gives features as in {@link #read}, and labels [images, classes] of at least
   *     two classes, one-hot: one 1, the others 0
   * @param shape the shape of all images
   * @param range which numbers are black and white
   */
  public static Dataset readLabelled(DataSetIterator iterator, ImageShape shape, PixelRange range) {
    IteratorDataset reader = new IteratorDataset(shape, range);
    OneHotLabels labels = new OneHotLabels();
    reader.readAll(iterator, labels::add);
    return new ImageArrays(shape, reader.images, labels.toArray(), labels.classes());
  }

  private interface LabelReader {
    void read(DataSet batch);
  }

  private void readAll(DataSetIterator iterator, LabelReader labels) {
    if (iterator.resetSupported()) {
      iterator.reset();
    }
    while (iterator.hasNext()) {
      DataSet batch = iterator.next();
      addImages(batch.getFeatures());
      labels.read(batch);
    }
    if (iterator.resetSupported()) {
      iterator.reset();
    }
    if (images.isEmpty()) {
      throw new IllegalArgumentException("iterator must have at least 1 image, had none");
    }
  }

  private void addImages(INDArray features) {
    if (features == null || !isOfShape(features)) {
      throw new IllegalArgumentException(
          ("features must have the shape [images, %s] or [images, %s, %s, %s] (NCHW) for images of"
                  + " %s, had %s from image %s on")
              .formatted(
                  shape.size(),
                  shape.channels(),
                  shape.height(),
                  shape.width(),
                  shape,
                  features == null ? "none" : Arrays.toString(features.shape()),
                  images.size()));
    }
    float[] values = NdArrays.values("features", features);
    for (int from = 0; from < values.length; from += shape.size()) {
      float[] image = new float[shape.size()];
      for (int i = 0; i < image.length; i++) {
        image[i] = pixel(values[from + i], i);
      }
      images.add(image);
    }
  }

  private boolean isOfShape(INDArray features) {
    return switch (features.rank()) {
      case 2 -> features.size(1) == shape.size();
      case 4 ->
          features.size(1) == shape.channels()
              && features.size(2) == shape.height()
              && features.size(3) == shape.width();
      default -> false;
    };
  }

  private float pixel(float value, int place) {
    if (!range.contains(value)) {
      int row = place / shape.width();
      throw new IllegalArgumentException(
          ("image %s must have values in the range %s that was stated, has %s at channel %s, row"
                  + " %s, column %s")
              .formatted(
                  images.size(),
                  range,
                  value,
                  row / shape.height(),
                  row % shape.height(),
                  place % shape.width()));
    }
    return range.map(value);
  }
}
