package io.github.gan4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.ImageShape;
import io.github.gan4j.image.Images;
import org.junit.jupiter.api.Test;

class InversionResultTest {
  private static final ImageShape SHAPE = ImageShape.grey(1, 2);
  private static final int[] NO_LABELS = {};

  @Test
  void errorsAreMeanSquaredDifferencesOfEachImage() {
    InversionResult found =
        new InversionResult(
            new float[][] {{1}, {2}}, new int[] {7, 3}, images(0, 1, 2, 2), targets());

    assertThat(found.errors()).containsExactly(0.5, 6.5);
    assertThat(found.latents()).isDeepEqualTo(new float[][] {{1}, {2}});
    assertThat(found.labels()).containsExactly(7, 3);
    assertThat(found.images().toArray()).containsExactly(0, 1, 2, 2);
    assertThat(found.targets().toArray()).containsExactly(targets().toArray());
  }

  @Test
  void nobodyChangesItFromOutside() {
    float[][] given = {{1}, {2}};
    InversionResult found =
        new InversionResult(given, new int[] {7, 3}, images(0, 1, 2, 2), targets());
    given[0][0] = 9;
    found.latents()[1][0] = 9;
    found.errors()[0] = 9;
    found.labels()[0] = 9;

    assertThat(found.latents()).isDeepEqualTo(new float[][] {{1}, {2}});
    assertThat(found.errors()).containsExactly(0.5, 6.5);
    assertThat(found.labels()).containsExactly(7, 3);
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new InversionResult(new float[1][1], NO_LABELS, images(0, 1, 2, 2), targets()))
        .withMessage("latents, images and target images must be as many, were 1, 2 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new InversionResult(new float[2][1], new int[1], images(0, 1, 2, 2), targets()))
        .withMessage("labels must be none or as many as latents, 2, were 1");
    Images turned = Images.of(ImageShape.grey(2, 1), new float[4]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InversionResult(new float[2][1], NO_LABELS, turned, targets()))
        .withMessage("images must be 1x1x2 as the targets, were 1x2x1");
  }

  private static Images targets() {
    return images(0, 0, 0, -1);
  }

  private static Images images(float... values) {
    return Images.of(SHAPE, values);
  }
}
