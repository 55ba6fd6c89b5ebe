package io.github.gan4j.datasets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dataset of a folder of PNG, JPEG and BMP images, with sub-folders as classes if there are any.
 *
 * <p>Either the images lie in the folder itself and have no labels, or each of its sub-folders is a
 * class of its name, which holds its images itself; having both is an error. Classes whose names
 * are numbers go by number and come first, others by name; images stand in the order of class and
 * file name. Names are compared by {@link String#compareTo}, as UTF-8 and composed (NFC), whatever
 * the locale. Taken are files whose names end in {@code .png}, {@code .jpg}, {@code .jpeg}, {@code
 * .jpe}, {@code .jfif} or {@code .bmp} in any case; others are passed over and counted by {@link
 * #warnings()}. Files and folders whose names begin with a dot, and what systems leave behind
 * ({@code __MACOSX}, {@code Thumbs.db}, {@code desktop.ini}), are no part of it.
 *
 * <p>The shape is 1xHxW if all images are grey, a palette of greys included, else 3xHxW, where grey
 * images have three equal channels. A sample of 0 is read as -1 and the largest as +1; samples of
 * 16 bits are rounded to 8. Images are turned by their EXIF orientation. Samples are taken as they
 * stand in the file: colour profiles and gamma are not applied. An alpha channel that is opaque
 * everywhere is dropped, any other is an error, since no background could be guessed.
 *
 * <p>All files are read at once and kept as bytes, in memory or in a file, so that they may change
 * or vanish afterwards: the dataset is immutable and thread-safe. Its name is that of the folder.
 */
public final class ImageFolder extends StoredDataset {
  private static final Logger LOG = LoggerFactory.getLogger(ImageFolder.class);

  private final List<String> warnings;

  private ImageFolder(
      String name, ImageSource images, @Nullable ClassLabels labels, List<String> warnings) {
    super(name, images, labels);
    this.warnings = List.copyOf(warnings);
    warnings.forEach(warning -> LOG.warn("{}: {}", name, warning));
  }

  /** Returns a reader with the default options: images that are all of one size. */
  public static ImageFolderReader reader() {
    return ImageFolderReader.DEFAULT;
  }

  /**
   * Reads a folder of images of one size, as {@link ImageFolderReader#read} does.
   *
   * @throws DatasetException for what that names
   */
  public static ImageFolder read(Path folder) {
    return reader().read(folder);
  }

  /**
   * Reads a folder of images of one size into a file, as {@link ImageFolderReader#unpack} does.
   *
   * @throws DatasetException for what that names
   */
  public static ImageFolder unpack(Path folder, Path pixels) {
    return reader().unpack(folder, pixels);
  }

  /**
   * Reads some files of one size, as {@link ImageFolderReader#readFiles} does.
   *
   * @throws DatasetException for what that names
   */
  public static ImageFolder readFiles(List<Path> files) {
    return reader().readFiles(files);
  }

  static ImageFolder of(Path folder, FolderListing listing, FolderImages read) {
    List<String> warnings = warnings(read);
    if (listing.passedOver().total() > 0) {
      warnings.add(0, listing.passedOver().toString());
    }
    ClassLabels labels = null;
    if (!listing.classes().isEmpty()) {
      int[] classOf =
          read.files().stream().mapToInt(file -> listing.images().get(file).label()).toArray();
      labels = new ClassLabels(classOf, List.copyOf(listing.classes()));
    }
    return new ImageFolder(FileNames.of(folder), read.images(), labels, warnings);
  }

  static ImageFolder ofFiles(String name, FolderImages read) {
    return new ImageFolder(name, read.images(), null, warnings(read));
  }

  private static List<String> warnings(FolderImages read) {
    List<String> warnings = new ArrayList<>();
    ProblemList skipped = read.skipped();
    if (!skipped.isEmpty()) {
      warnings.add(
          "%s %s skipped that cannot be read:%s"
              .formatted(
                  skipped.count(), skipped.count() == 1 ? "file" : "files", skipped.lines()));
    }
    return warnings;
  }

  /**
   * Returns what a person should know of the folder, each a sentence: the files that were passed
   * over, by kind, and those that were skipped. They are logged, too. Unmodifiable.
   */
  public List<String> warnings() {
    return warnings;
  }
}
