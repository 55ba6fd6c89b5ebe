package io.github.gan4j.metrics.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import io.github.gan4j.metrics.nearest.NearestImages.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestImagesTest {

  /** Images in memory. */
  private record Stored(ImageShape shape, List<float[]> images) implements Dataset {
    @Override
    public String name() {
      return "stored";
    }

    @Override
    public int size() {
      return images.size();
    }

    @Override
    public void read(int index, float[] into, int offset) {
      System.arraycopy(images.get(index), 0, into, offset, shape.size());
    }
  }

  // Less than a block, just a block, blocks and a rest; sizes that fours do not divide; few in a
  // block, since the images are large.
  @ParameterizedTest
  @CsvSource({
    "1, 28, 28, 1, 1",
    "1, 5, 5, 37, 4",
    "1, 3, 3, 256, 2",
    "1, 2, 1, 1500, 9",
    "3, 7, 3, 2100, 1500",
    "3, 90, 90, 50, 7",
    "1, 1, 1, 600, 600"
  })
  void findsWhatAPlainSearchFinds(int channels, int height, int width, int size, int count) {
    Stored dataset = random(new ImageShape(channels, height, width), size, 1);
    Images images = images(random(dataset.shape, 5, 2));

    List<List<Match>> found = NearestImages.find(images, dataset, count);

    assertThat(found).hasSize(5);
    for (int i = 0; i < 5; i++) {
      List<Match> expected = plain(images.values(i), dataset, count);
      assertThat(found.get(i))
          .extracting(Match::index)
          .isEqualTo(expected.stream().map(Match::index).toList());
      for (int j = 0; j < count; j++) {
        assertThat(found.get(i).get(j).distance())
            .isCloseTo(expected.get(j).distance(), within(1e-9));
      }
    }
  }

  @Test
  void theNearestOfAllPartsOfTheDatasetAreFound() {
    int size = 3001;
    Stored dataset = random(ImageShape.grey(4, 4), size, 1);

    List<List<Match>> found = NearestImages.find(images(dataset), dataset, 1);

    assertThat(found).hasSize(size);
    for (int i = 0; i < size; i++) {
      assertThat(found.get(i)).containsExactly(new Match(i, 0));
    }
  }

  @Test
  void distanceIsEuclideanOverAllValues() {
    Stored dataset = new Stored(ImageShape.grey(1, 2), List.of(new float[] {4, 1}));

    assertThat(NearestImages.find(Images.of(dataset.shape, new float[] {1, -3}), dataset, 1))
        .containsExactly(List.of(new Match(0, 5)));
  }

  @Test
  void ofEquallyNearOnesTheLowerIndexComesFirst() {
    float[] image = {0.1f, 0.2f, 0.3f};
    Stored dataset =
        new Stored(ImageShape.grey(1, 3), IntStream.range(0, 2000).mapToObj(i -> image).toList());

    assertThat(NearestImages.find(images(random(dataset.shape, 1, 1)), dataset, 600).get(0))
        .extracting(Match::index)
        .isEqualTo(IntStream.range(0, 600).boxed().toList());
  }

  @Test
  void floatsThatRoundTheSameAreToldApart() {
    // Differences of 1e-4 and less beside squares of 1e8, which float sums would swallow.
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      images.add(new float[] {1e4f, (499 - i) * 1e-4f});
    }
    Stored dataset = new Stored(ImageShape.grey(1, 2), images);

    assertThat(NearestImages.find(Images.of(dataset.shape, new float[2]), dataset, 3).get(0))
        .extracting(Match::index)
        .containsExactly(499, 498, 497);
  }

  @Test
  void noImagesHaveNoMatches() {
    Stored dataset = random(ImageShape.grey(2, 2), 3, 1);

    assertThat(NearestImages.find(Images.of(dataset.shape, new float[0]), dataset, 1)).isEmpty();
  }

  @Test
  void mistakesAreNamed() {
    Stored dataset = random(ImageShape.grey(2, 2), 3, 1);
    Images images = images(dataset);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> NearestImages.find(images, dataset, 0))
        .withMessage("count must be from 1 to 3, the size of stored, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NearestImages.find(images, dataset, 4))
        .withMessage("count must be from 1 to 3, the size of stored, was 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NearestImages.find(images, random(ImageShape.grey(4, 1), 3, 1), 1))
        .withMessage("images must be 1x4x1 as those of stored, were 1x2x2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                NearestImages.find(
                    Images.of(dataset.shape, new float[] {0, 0, 0, 0, 0, Float.NaN, 0, 0}),
                    dataset,
                    1))
        .withMessage("image 1 must have finite values, has NaN");
  }

  @Test
  void failureToReadIsTold() {
    Stored dataset = random(ImageShape.grey(2, 2), 3, 1);
    Stored broken = new Stored(dataset.shape, Arrays.asList(new float[4], null, new float[4]));

    assertThatThrownBy(() -> NearestImages.find(images(dataset), broken, 1))
        .isInstanceOf(NullPointerException.class);
  }

  private static List<Match> plain(float[] image, Stored dataset, int count) {
    return IntStream.range(0, dataset.size())
        .mapToObj(i -> new Match(i, distance(image, dataset.images.get(i))))
        .sorted(Comparator.comparingDouble(Match::distance).thenComparingInt(Match::index))
        .limit(count)
        .toList();
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.pow((double) a[i] - b[i], 2);
    }
    return Math.sqrt(sum);
  }

  private static Images images(Stored dataset) {
    float[] values = new float[dataset.size() * dataset.shape.size()];
    for (int i = 0; i < dataset.size(); i++) {
      dataset.read(i, values, i * dataset.shape.size());
    }
    return Images.of(dataset.shape, values);
  }

  private static Stored random(ImageShape shape, int count, long seed) {
    Random random = new Random(seed);
    return new Stored(
        shape,
        IntStream.range(0, count)
            .mapToObj(
                i -> {
                  float[] image = new float[shape.size()];
                  for (int j = 0; j < image.length; j++) {
                    image[j] = random.nextFloat() * 2 - 1;
                  }
                  return image;
                })
            .toList());
  }
}
