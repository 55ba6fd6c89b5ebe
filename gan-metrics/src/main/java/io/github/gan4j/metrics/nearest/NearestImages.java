package io.github.gan4j.metrics.nearest;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.image.Images;
import io.github.gan4j.internal.argument.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nearest-neighbour search: finds the images of a dataset that are nearest to given images, by the
 * Euclidean distance over all values. The search is exact: every image is compared with every one
 * of the dataset, on all processors, a block of the dataset at a time.
 */
public final class NearestImages {

  /**
   * An image of the dataset.
   *
   * @param index its index in the dataset
   * @param distance the square root of the sum of the squared differences of all values
   */
  public record Match(int index, double distance) {}

  private NearestImages() {}

  /**
   * Returns for each image those of the dataset nearest to it, the nearest first; among equally
   * near ones, the one with the lower index. The same call gives the same answer on every machine.
   *
   * @param images finite values
   * @param dataset finite values; read from several threads at once
   * @param count how many for each image, from 1 to the dataset's size
   * @throws IllegalArgumentException if the shapes differ, a value is not finite or the count is
   *     out of range
   */
  public static List<List<Match>> find(Images images, Dataset dataset, int count) {
    if (!Arguments.notNull("images", images)
        .shape()
        .equals(Arguments.notNull("dataset", dataset).shape())) {
      throw new IllegalArgumentException(
          "images must be %s as those of %s, were %s"
              .formatted(dataset.shape(), dataset.name(), images.shape()));
    }
    if (count < 1 || count > dataset.size()) {
      throw new IllegalArgumentException(
          "count must be from 1 to %s, the size of %s, was %s"
              .formatted(dataset.size(), dataset.name(), count));
    }
    float[][] queries = queries(images);
    int block = ImageBlock.capacity(dataset.shape().size());
    int blocks = (dataset.size() - 1) / block + 1;
    int shares = Math.min(blocks, Runtime.getRuntime().availableProcessors());
    List<TopMatches[]> found =
        IntStream.range(0, shares)
            .parallel()
            .mapToObj(
                share -> {
                  int first = (int) ((long) blocks * share / shares) * block;
                  long end = (long) blocks * (share + 1) / shares * block;
                  return search(
                      queries, dataset, first, (int) Math.min(end, dataset.size()), count);
                })
            .toList();
    List<List<Match>> matches = new ArrayList<>();
    for (int i = 0; i < queries.length; i++) {
      TopMatches nearest = new TopMatches(count);
      for (TopMatches[] share : found) {
        nearest.offerAll(share[i]);
      }
      matches.add(nearest.matches());
    }
    return List.copyOf(matches);
  }

  private static float[][] queries(Images images) {
    float[][] queries = new float[images.count()][];
    for (int i = 0; i < queries.length; i++) {
      queries[i] = images.values(i);
      for (float value : queries[i]) {
        if (!Float.isFinite(value)) {
          throw new IllegalArgumentException(
              "image %s must have finite values, has %s".formatted(i, value));
        }
      }
    }
    return queries;
  }

  /** Searches the images from {@code first} to {@code end - 1}. */
  private static TopMatches[] search(
      float[][] queries, Dataset dataset, int first, int end, int count) {
    TopMatches[] nearest = new TopMatches[queries.length];
    Arrays.setAll(nearest, i -> new TopMatches(count));
    ImageBlock block = new ImageBlock(dataset.shape().size());
    for (int start = first; start < end; start += block.capacity()) {
      block.read(dataset, start, Math.min(block.capacity(), end - start));
      for (int i = 0; i < queries.length; i++) {
        block.compare(queries[i], nearest[i]);
      }
    }
    return nearest;
  }
}
