package io.github.gan4j.data;

import java.util.List;
import java.util.Objects;

/**
 * What tells one dataset from another: kept with models and checkpoints, so that one knows what a
 * model was trained on, and that a run goes on with the same data.
 *
 * @param name what the dataset was called; the same data may have another name elsewhere
 * @param images the number of images; at least 1
 * @param shape the shape of an image
 * @param classNames the names of the classes in the order of their labels; empty without labels
 * @param checksum a hash of the values of up to 1,024 images from all over the dataset and of all
 *     labels, in hexadecimal
 */
public record DatasetFingerprint(
    String name, int images, ImageShape shape, List<String> classNames, String checksum) {

  /** Refuses a number of images below 1, and copies the list. */
  public DatasetFingerprint {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(checksum, "checksum");
    if (images < 1) {
      throw new IllegalArgumentException("images must be at least 1, was " + images);
    }
    classNames = List.copyOf(Objects.requireNonNull(classNames, "classNames"));
  }
}
