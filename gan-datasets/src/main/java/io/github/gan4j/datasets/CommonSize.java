package io.github.gan4j.datasets;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks that all images of a folder have one size, that of the first. */
final class CommonSize {
  /** 1024 x 1024, above which no dense network can make images. */
  private static final int MOST_PIXELS = 1 << 20;

  private final Framing framing;
  private final ProblemList others = new ProblemList();
  private @Nullable DatasetException firstOther;
  private @Nullable Path first;
  private Framing.@Nullable Size size;
  private @Nullable DatasetException tooLarge;

  CommonSize(Framing framing) {
    this.framing = framing;
  }

  /** Returns whether an image is of the size, and notes if it is not. */
  boolean fits(Path file, ImageHeader head) {
    Framing.Size its = framing.sizeOf(head);
    if (size == null) {
      first = file;
      size = its;
      tooLarge = framing.resamples() ? null : tooLarge(file, its);
    } else if (!size.equals(its)) {
      others.add("%s is of %s".formatted(file, its));
      if (firstOther == null) {
        firstOther = other(file, its, size);
      }
    }
    return tooLarge == null && others.isEmpty();
  }

  /** Returns the size, which some image had. */
  Framing.Size get() {
    if (size == null) {
      throw new IllegalStateException("no image was read");
    }
    return size;
  }

  /** Returns what is wrong if all images are too large, by the first one. */
  @Nullable DatasetException tooLarge() {
    return tooLarge;
  }

  /** Returns what is wrong if images differ. */
  @Nullable DatasetException differing(String subject) {
    if (others.count() < 2) {
      return firstOther;
    }
    return new DatasetException(
        subject,
        "must have images of one size, has %s of others than the %s pixels (width x height) of %s%s"
            .formatted(others.count(), get(), first, others.lines()),
        Remedy.RESAMPLE,
        null);
  }

  private DatasetException other(Path file, Framing.Size its, Framing.Size wanted) {
    return new DatasetException(
        file.toString(),
        "must be of %s pixels (width x height) like %s, is of %s".formatted(wanted, first, its),
        Remedy.RESAMPLE,
        null);
  }

  private static @Nullable DatasetException tooLarge(Path file, Framing.Size size) {
    if ((long) size.height() * size.width() <= MOST_PIXELS) {
      return null;
    }
    return new DatasetException(
        file.toString(),
        "must have at most %s pixels to be taken as it is, is of %s (width x height)"
            .formatted(MOST_PIXELS, size),
        Remedy.RESAMPLE,
        null);
  }
}
