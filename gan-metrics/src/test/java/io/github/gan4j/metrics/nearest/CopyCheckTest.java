package io.github.gan4j.metrics.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.metrics.nearest.CopyCheck.Distances;
import io.github.gan4j.metrics.nearest.CopyCheck.Verdict;
import io.github.gan4j.metrics.nearest.NearestImages.Match;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopyCheckTest {
  /** Distances 1 to 100, of which 1 to 5 are the closest twentieth and 96 to 100 the farthest. */
  private static final List<List<Match>> BASELINE =
      found(IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());

  @Test
  void distancesAreTheNearestOnesInFigures() {
    CopyCheck check = CopyCheck.of(found(8, 6, 7, 20), BASELINE);

    assertThat(check.generated()).isEqualTo(new Distances(4, 6, 7, 20));
    assertThat(check.baseline()).isEqualTo(new Distances(100, 1, 50, 100));
  }

  @Test
  void imagesAsNearAsRealOnesAreNew() {
    CopyCheck check = CopyCheck.of(BASELINE, BASELINE);

    assertThat(check.closer()).isEqualTo(5);
    assertThat(check.farther()).isEqualTo(5);
    assertThat(check.verdict()).isEqualTo(Verdict.NEW);
  }

  @Test
  void moreThanAQuarterWithinTheClosestTwentiethIsClose() {
    assertThat(CopyCheck.of(found(0, 50, 50, 50), BASELINE).verdict()).isEqualTo(Verdict.NEW);
    assertThat(CopyCheck.of(found(0, 5.9, 50, 50), BASELINE).verdict())
        .isEqualTo(Verdict.LIKELY_COPIES);
    assertThat(CopyCheck.of(found(0, 6, 50, 50), BASELINE).verdict()).isEqualTo(Verdict.NEW);
  }

  @Test
  void moreThanHalfWithinTheFarthestTwentiethIsFar() {
    assertThat(CopyCheck.of(found(50, 50, 99, 200), BASELINE).verdict()).isEqualTo(Verdict.NEW);
    assertThat(CopyCheck.of(found(50, 95.1, 99, 200), BASELINE).verdict())
        .isEqualTo(Verdict.UNLIKE_REAL);
    assertThat(CopyCheck.of(found(50, 95, 99, 200), BASELINE).verdict()).isEqualTo(Verdict.NEW);
  }

  @Test
  void tooFewImagesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CopyCheck.of(List.of(), BASELINE))
        .withMessage("generated must be of at least 1 image, was of 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CopyCheck.of(BASELINE, BASELINE.subList(0, 19)))
        .withMessage("baseline must be of at least 20 images, was of 19");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CopyCheck.of(List.of(List.of()), BASELINE))
        .withMessage("generated must have a match for each image, has none for image 0");
  }

  /** Returns for each distance a nearest match at it and a second one farther off. */
  private static List<List<Match>> found(double... distances) {
    return DoubleStream.of(distances)
        .mapToObj(distance -> List.of(new Match(3, distance), new Match(4, distance + 1)))
        .toList();
  }
}
