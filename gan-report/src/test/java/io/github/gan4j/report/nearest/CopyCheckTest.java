package io.github.gan4j.report.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.report.nearest.CopyCheck.Distances;
import io.github.gan4j.report.nearest.CopyCheck.Verdict;
import io.github.gan4j.report.nearest.NearestImages.Match;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopyCheckTest {
  /** Distances 1 to 100, of which 1 to 5 are the closest twentieth and 96 to 100 the farthest. */
  private static final List<List<Match>> HELD_OUT =
      found(IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());

  @Test
  void distancesAreTheNearestOnesInFigures() {
    CopyCheck check = CopyCheck.of(found(8, 6, 7, 20), HELD_OUT);

    assertThat(check.generated()).isEqualTo(new Distances(4, 6, 7, 20));
    assertThat(check.heldOut()).isEqualTo(new Distances(100, 1, 50, 100));
  }

  @Test
  void imagesAsNearAsHeldOutOnesAreNew() {
    CopyCheck check = CopyCheck.of(HELD_OUT, HELD_OUT);

    assertThat(check.closer()).isEqualTo(5);
    assertThat(check.farther()).isEqualTo(5);
    assertThat(check.verdict()).isEqualTo(Verdict.NEW);
  }

  @Test
  void moreThanAQuarterWithinTheClosestTwentiethIsClose() {
    assertThat(CopyCheck.of(found(0, 50, 50, 50), HELD_OUT).verdict()).isEqualTo(Verdict.NEW);
    assertThat(CopyCheck.of(found(0, 5.9, 50, 50), HELD_OUT).verdict()).isEqualTo(Verdict.CLOSE);
    assertThat(CopyCheck.of(found(0, 6, 50, 50), HELD_OUT).verdict()).isEqualTo(Verdict.NEW);
  }

  @Test
  void moreThanHalfWithinTheFarthestTwentiethIsFar() {
    assertThat(CopyCheck.of(found(50, 50, 99, 200), HELD_OUT).verdict()).isEqualTo(Verdict.NEW);
    assertThat(CopyCheck.of(found(50, 95.1, 99, 200), HELD_OUT).verdict()).isEqualTo(Verdict.FAR);
    assertThat(CopyCheck.of(found(50, 95, 99, 200), HELD_OUT).verdict()).isEqualTo(Verdict.NEW);
  }

  @Test
  void tooFewImagesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CopyCheck.of(List.of(), HELD_OUT))
        .withMessage("generated must hold at least one image, held none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CopyCheck.of(HELD_OUT, HELD_OUT.subList(0, 19)))
        .withMessage("heldOut must hold at least 20 images, held 19");
  }

  /** Returns for each distance a nearest match at it and a second one farther off. */
  private static List<List<Match>> found(double... distances) {
    return DoubleStream.of(distances)
        .mapToObj(distance -> List.of(new Match(3, distance), new Match(4, distance + 1)))
        .toList();
  }
}
