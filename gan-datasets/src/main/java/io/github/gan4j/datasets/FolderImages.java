package io.github.gan4j.datasets;

import io.github.gan4j.data.ImageShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The images of a folder.
 *
 * @param images those that could be read
 * @param files for each, the place of its file in the folder's list
 * @param skipped what could not be read
 */
record FolderImages(ImageSource images, List<Integer> files, ProblemList skipped) {

  /** Reads images into memory. */
  static FolderImages read(FolderDecoder decoder) {
    List<Integer> files = new ArrayList<>();
    List<PixelArray> images = new ArrayList<>();
    try {
      decoder.decode(
          (file, image) -> {
            files.add(file);
            images.add(image);
            return true;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e); // From nowhere: the sink writes no file.
    }
    int channels = images.stream().allMatch(PixelArray::isGrey) ? 1 : 3;
    byte[][] values = new byte[images.size()][];
    Arrays.setAll(values, i -> images.get(i).values(channels));
    ImageShape shape = new ImageShape(channels, decoder.size().height(), decoder.size().width());
    return new FolderImages(ByteImages.oneEach(shape, values), files, decoder.skipped());
  }
}
