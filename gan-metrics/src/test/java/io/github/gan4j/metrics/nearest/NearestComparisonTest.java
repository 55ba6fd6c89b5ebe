package io.github.gan4j.metrics.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.image.Images;
import io.github.gan4j.metrics.nearest.CopyCheck.Verdict;
import io.github.gan4j.metrics.nearest.NearestComparison.Baseline;
import io.github.gan4j.metrics.nearest.NearestImages.Match;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NearestComparisonTest {
  private static final ImageShape SHAPE = ImageShape.grey(1, 1);

  /** Image i is i / 100 for even i, and held-out ones for odd i. */
  private static final Dataset TRAINING = greys(0, 1500);

  private static final Dataset HELD_OUT = greys(1, 1500);

  @Test
  void matchesAreTheNearestOfTheTrainingImages() {
    NearestComparison comparison =
        NearestComparison.withHeldOut(images(0.405f, 0.2f, 0.612f), 2, TRAINING, HELD_OUT);

    assertThat(comparison.matches())
        .isEqualTo(NearestImages.find(images(0.405f, 0.2f, 0.612f), TRAINING, 2));
    assertThat(comparison.matches().get(0)).extracting(Match::index).containsExactly(20, 21);
    assertThat(comparison.closestFirst()).containsExactly(1, 0, 2);
  }

  @Test
  void theBaselineIsHowNearHeldOutImagesAre() {
    NearestComparison comparison =
        NearestComparison.withHeldOut(images(0.2f, 0.4f, 0.61f), 1, TRAINING, HELD_OUT);

    assertThat(comparison.baseline()).isEqualTo(Baseline.HELD_OUT);
    assertThat(comparison.check().baseline().count()).isEqualTo(500);
    assertThat(comparison.check().baseline().median()).isCloseTo(0.01, within(1e-5));
    assertThat(comparison.check().verdict()).isEqualTo(Verdict.LIKELY_COPIES);
  }

  @Test
  void withoutHeldOutImagesTheBaselineIsHowNearTrainingImagesAreToOneAnother() {
    NearestComparison comparison =
        NearestComparison.withTraining(images(0.2f, 0.405f), 1, TRAINING);

    assertThat(comparison.baseline()).isEqualTo(Baseline.TRAINING);
    assertThat(comparison.check().baseline().smallest()).isCloseTo(0.02, within(1e-5));
    assertThat(comparison.check().generated().smallest()).isCloseTo(0, within(1e-6));
  }

  @Test
  void tooFewRealImagesAreRefused() {
    Images one = images(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> NearestComparison.withHeldOut(one, 1, TRAINING, greys(1, 19)))
        .withMessage("baseline must be of at least 20 images, was of 19");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NearestComparison.withTraining(one, 1, greys(0, 1)))
        .withMessage("baseline must be of at least 20 images, was of 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NearestComparison.withTraining(images(), 1, TRAINING))
        .withMessage("generated must be of at least 1 image, was of 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NearestComparison.withTraining(one, 0, TRAINING))
        .withMessage("count must be from 1 to 1500, the size of array, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NearestComparison.withHeldOut(one, 1, TRAINING, null))
        .withMessage("heldOut must be given, was null");
  }

  private static Images images(float... greys) {
    return Images.of(SHAPE, greys);
  }

  private static Dataset greys(int first, int count) {
    float[][] images = new float[count][1];
    for (int i = 0; i < count; i++) {
      Arrays.fill(images[i], ((first + 2 * i) % 3000) / 100f);
    }
    return ArrayDataset.of(images, SHAPE);
  }
}
