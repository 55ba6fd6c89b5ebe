package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.internal.argument.Arguments;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Options of reading a folder of images: the size to crop and resize to, and whether files that
 * cannot be read are skipped. Made by {@link ImageFolder#reader()}.
 *
 * <p>Immutable and thread-safe: each method returns another reader. For example, photos of any
 * size:
 *
 * <pre>{@code
 * ImageFolder.reader().size(64, 64).crop(true).skipBadFiles(true).read(Path.of("photos"))
 * }</pre>
 */
public final class ImageFolderReader {
  static final ImageFolderReader DEFAULT =
      new ImageFolderReader(new Framing(null, false), false, (files, total) -> {});

  private final Framing framing;
  private final boolean skipBad;
  private final ReadingProgress progress;

  private ImageFolderReader(Framing framing, boolean skipBad, ReadingProgress progress) {
    this.framing = framing;
    this.skipBad = skipBad;
    this.progress = progress;
  }

  /**
   * Brings each image to a size as it is decoded, as {@link Datasets#resized} does, whatever its
   * own size is. Without it all images must be of one size, of at most 1,048,576 pixels.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @throws IllegalArgumentException if one is out of range
   */
  public ImageFolderReader size(int height, int width) {
    ImageShape valid = new ImageShape(1, height, width);
    Framing.Size size = new Framing.Size(valid.height(), valid.width());
    return new ImageFolderReader(new Framing(size, framing.crop()), skipBad, progress);
  }

  /**
   * Sets whether only the middle of each image is taken: the largest part of the aspect ratio of
   * {@link #size}, or the largest square without it. Otherwise images are stretched to a size.
   */
  public ImageFolderReader crop(boolean crop) {
    return new ImageFolderReader(new Framing(framing.size(), crop), skipBad, progress);
  }

  /**
   * Sets whether files that cannot be read as images are skipped; otherwise they are an error,
   * which names all of them. {@link ImageFolder#warnings()} tells what was skipped. ImageSource of
   * other sizes are an error all the same.
   */
  public ImageFolderReader skipBadFiles(boolean skip) {
    return new ImageFolderReader(framing, skip, progress);
  }

  /** Sets a callback for each file that has been read. */
  public ImageFolderReader onProgress(ReadingProgress listener) {
    return new ImageFolderReader(framing, skipBad, Arguments.notNull("listener", listener));
  }

  /**
   * Reads a folder into memory, a byte a value.
   *
   * @throws DatasetException if the folder is missing, no folder, or has no images, both images and
   *     sub-folders, parts of a dataset such as {@code train} and {@code test} as sub-folders, or a
   *     class with a sub-folder or without images; or if files are no images of the formats read,
   *     are damaged or cut short, have transparent pixels or are CMYK; or if images are not of one
   *     size, or too large to be taken as they are
   */
  public ImageFolder read(Path folder) {
    FolderListing listing = FolderListing.of(Arguments.notNull("folder", folder));
    return ImageFolder.of(folder, listing, FolderImages.read(decoder(folder, listing)));
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
  public ImageFolder unpack(Path folder, Path pixels) {
    FolderListing listing = FolderListing.of(Arguments.notNull("folder", folder));
    Arguments.notNull("pixels", pixels);
    return ImageFolder.of(
        folder, listing, UnpackedImages.write(() -> decoder(folder, listing), pixels));
  }

  /**
   * Reads some files, in the order given, without labels; none is skipped. The dataset's name is
   * that of the first.
   *
   * @param files at least one
   * @throws DatasetException for what {@link #read} names of files
   */
  public ImageFolder readFiles(List<Path> files) {
    List<Path> copy = List.copyOf(Arguments.notNull("files", files));
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("files must be at least one, were none");
    }
    String name = FileNames.of(copy.get(0));
    FolderDecoder decoder = new FolderDecoder(name, copy, framing, BadFilePolicy.REFUSE, progress);
    return ImageFolder.ofFiles(name, FolderImages.read(decoder));
  }

  /**
   * Returns the shape that a folder's images will have, by the head of the first one that can be
   * read; three channels unless it is known to be grey without decoding it.
   *
   * @throws DatasetException for what {@link #read} names of folders, if no image can be read, or
   *     if the first is too large to be taken as it is
   */
  public ImageShape shape(Path folder) {
    return shape(FolderListing.of(Arguments.notNull("folder", folder)));
  }

  /**
   * Returns how many bytes the values of a folder's images will have, by {@link #shape} and the
   * number of images.
   *
   * @throws DatasetException for what {@link #shape} names
   */
  public long bytes(Path folder) {
    FolderListing listing = FolderListing.of(Arguments.notNull("folder", folder));
    return (long) listing.images().size() * shape(listing).size();
  }

  private ImageShape shape(FolderListing listing) {
    Optional<DatasetException> failure = Optional.empty();
    for (FolderListing.Item item : listing.images()) {
      ImageHeader head;
      try {
        head = ImageFile.head(item.file());
      } catch (DatasetException e) {
        failure = failure.or(() -> Optional.of(e));
        continue;
      }
      CommonSize size = new CommonSize(framing);
      boolean fits = size.fits(item.file(), head);
      DatasetException tooLarge = size.tooLarge();
      if (!fits && tooLarge != null) {
        throw tooLarge;
      }
      return framing.shapeOf(head);
    }
    throw failure.orElseThrow();
  }

  private FolderDecoder decoder(Path folder, FolderListing listing) {
    List<Path> files = listing.images().stream().map(FolderListing.Item::file).toList();
    return new FolderDecoder(
        folder.toString(),
        files,
        framing,
        skipBad ? BadFilePolicy.SKIP : BadFilePolicy.ADVISE,
        progress);
  }
}
