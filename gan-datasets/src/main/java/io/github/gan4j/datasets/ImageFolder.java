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
 * <p>All files are read at once and kept as bytes, in memory or in a file, so that they may change
 * or vanish afterwards: the dataset is immutable and thread-safe. Its name is that of the folder.
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
    return of(folder, listing, readImages(listing.images()));
  }

  /**
   * Reads a folder whose images need more memory than there is: decodes one after the other into an
   * IDX file, of which the system keeps in memory what it has room for. The file must stay as it is
   * for as long as the dataset is used; {@link IdxDataset#map(Path)} opens it again later, without
   * labels. It has a byte a value and is as quick to train from as images in memory.
   *
   * @param pixels the new file
   * @throws DatasetException for what {@link #read} names, or if the file exists or cannot be
   *     written; then nothing is left of it
   */
  public static ImageFolder unpack(Path folder, Path pixels) {
    FolderListing listing = FolderListing.of(Arguments.notNull("folder", folder));
    List<Path> files = listing.images().stream().map(FolderListing.Item::file).toList();
    return of(folder, listing, UnpackedImages.write(files, Arguments.notNull("pixels", pixels)));
  }

  /**
   * Reads some files, in the order given, without labels. The dataset's name is that of the first.
   *
   * @param files at least one
   * @throws DatasetException if a file is no PNG or JPEG image, is damaged, has transparent pixels,
   *     or is not of the first image's size
   */
  public static ImageFolder readFiles(List<Path> files) {
    List<FolderListing.Item> items = new ArrayList<>();
    for (Path file : Arguments.notNull("files", files)) {
      items.add(new FolderListing.Item(file, 0));
    }
    if (items.isEmpty()) {
      throw new IllegalArgumentException("files must be at least one, were none");
    }
    String name = Arguments.nameOf(items.get(0).file());
    return new ImageFolder(name, readImages(items), null, List.of());
  }

  private static ImageFolder of(Path folder, FolderListing listing, Images images) {
    Labels labels = null;
    if (!listing.classes().isEmpty()) {
      int[] classOf = listing.images().stream().mapToInt(FolderListing.Item::label).toArray();
      labels = new Labels(classOf, listing.classes().size());
    }
    return new ImageFolder(Arguments.nameOf(folder), images, labels, listing.classes());
  }

  /**
   * Returns how many bytes the values of a folder's images have, by the first image: its size, its
   * channels, and how many images there are.
   *
   * @throws DatasetException if the folder or its first image cannot be read
   */
  public static long bytes(Path folder) {
    List<FolderListing.Item> images =
        FolderListing.of(Arguments.notNull("folder", folder)).images();
    return (long) images.size() * ImageFile.read(images.get(0).file(), (w, h) -> {}).length();
  }

  /** Returns the names of the sub-folders, by label; empty without labels, unmodifiable. */
  @Override
  public List<String> classNames() {
    return classNames;
  }

  private static Images readImages(List<FolderListing.Item> items) {
    SameSize size = new SameSize();
    List<PixelArray> images = new ArrayList<>();
    for (FolderListing.Item item : items) {
      Path file = item.file();
      images.add(ImageFile.read(file, size.of(file)));
    }
    int channels = images.stream().allMatch(PixelArray::isGrey) ? 1 : 3;
    byte[][] values = new byte[images.size()][];
    Arrays.setAll(values, i -> images.get(i).values(channels));
    return ByteImages.oneEach(new ImageShape(channels, size.height(), size.width()), values);
  }
}
