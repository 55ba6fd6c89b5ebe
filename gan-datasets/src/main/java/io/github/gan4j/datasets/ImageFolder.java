package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder of PNG and JPEG images of one size.
 *
 * <p>Either the images lie in the folder itself and have no labels, or each of its sub-folders is a
 * class, which holds its images itself; having both is an error. Classes are numbered by name, and
 * images stand in the order of class and file name, both compared by {@link String#compareTo}.
 * Taken are files whose names end in {@code .png}, {@code .jpg} or {@code .jpeg} in any case;
 * others, and files and folders whose names begin with a dot, are passed over.
 *
 * <p>The shape is 1xHxW if all images are grey, a palette of greys included, else 3xHxW, where grey
 * images have three equal channels. A sample of 0 is read as -1 and the largest as +1; samples of
 * 16 bits are rounded to 8. Samples are taken as they stand in the file: colour profiles, gamma and
 * EXIF orientation are not applied. An alpha channel that is opaque everywhere is dropped, any
 * other is an error, since no background could be guessed.
 *
 * <p>All files are read at once and kept in memory as bytes, so that they may change or vanish
 * afterwards: the dataset is immutable and thread-safe. Its name is that of the folder.
 */
public final class ImageFolder extends StoredDataset {
  private final List<String> classNames;

  private ImageFolder(
      String name, Images images, @Nullable Labels labels, List<String> classNames) {
    super(name, images, labels);
    this.classNames = classNames;
  }

  /**
   * Reads a folder.
   *
   * @throws DatasetException if the folder is missing, no folder, or has no images, both images and
   *     sub-folders, or a class with a sub-folder or without images; or if a file is no PNG or JPEG
   *     image, is damaged, has transparent pixels, or is not of the first image's size
   */
  public static ImageFolder read(Path folder) {
    FolderListing listing = FolderListing.of(Arguments.notNull("folder", folder));
    Images images = readImages(listing.images());
    Labels labels = null;
    if (!listing.classes().isEmpty()) {
      int[] classOf = listing.images().stream().mapToInt(FolderListing.Item::label).toArray();
      labels = new Labels(classOf, listing.classes().size());
    }
    return new ImageFolder(Arguments.nameOf(folder), images, labels, listing.classes());
  }

  /** Returns the names of the sub-folders, by label; empty without labels, unmodifiable. */
  public List<String> classNames() {
    return classNames;
  }

  private static Images readImages(List<FolderListing.Item> items) {
    FirstSize first = new FirstSize();
    List<PixelArray> images = new ArrayList<>();
    for (FolderListing.Item item : items) {
      Path file = item.file();
      images.add(ImageFile.read(file, (width, height) -> first.check(file, width, height)));
    }
    int channels = images.stream().allMatch(PixelArray::isGrey) ? 1 : 3;
    byte[][] values = new byte[images.size()][];
    Arrays.setAll(values, i -> images.get(i).values(channels));
    return ByteImages.oneEach(new ImageShape(channels, first.height, first.width), values);
  }

  /** Holds all images to the size of the first. */
  private static final class FirstSize {
    private @Nullable Path file;
    private int width;
    private int height;

    void check(Path next, int nextWidth, int nextHeight) {
      if (file == null) {
        file = next;
        width = nextWidth;
        height = nextHeight;
      } else if (width != nextWidth || height != nextHeight) {
        throw new DatasetException(
            next.toString(),
            "must be of %d x %d pixels (width x height) like %s, is of %d x %d"
                .formatted(width, height, file, nextWidth, nextHeight));
      }
    }
  }
}
