package io.github.gan4j.datasets;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.internal.argument.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named dataset of images and labels: checks the bounds of every call. Immutable. */
class StoredDataset implements Dataset {
  private final String name;
  private final ImageSource images;
  private final @Nullable ClassLabels labels;

  /** Keeps images and labels, which are known to be equally many. */
  StoredDataset(String name, ImageSource images, @Nullable ClassLabels labels) {
    this.name = name;
    this.images = images;
    this.labels = labels;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int size() {
    return images.count();
  }

  @Override
  public final ImageShape shape() {
    return images.shape();
  }

  @Override
  public final void read(int index, float[] into, int offset) {
    checkIndex(index);
    Arguments.notNull("into", into);
    int values = shape().size();
    if (offset < 0 || offset > into.length - values) {
      throw new IndexOutOfBoundsException(
          "into must have room for %s values of %s from offset %s on, has %s"
              .formatted(values, name, offset, into.length));
    }
    images.read(index, into, offset);
  }

  @Override
  public final int classes() {
    return labels == null ? 0 : labels.classes();
  }

  @Override
  public final List<String> classNames() {
    return labels == null ? List.of() : labels.names();
  }

  @Override
  public final int label(int index) {
    if (labels == null) {
      throw new IllegalStateException("dataset " + name + " has no labels");
    }
    checkIndex(index);
    return labels.label(index);
  }

  @Override
  public final String toString() {
    String suffix = labels == null ? "" : " in %s classes".formatted(labels.classes());
    return "%s: %s images of %s%s".formatted(name, size(), shape(), suffix);
  }

  private void checkIndex(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(
          "index must be from 0 to %s in %s, was %s".formatted(size() - 1, name, index));
    }
  }
}
