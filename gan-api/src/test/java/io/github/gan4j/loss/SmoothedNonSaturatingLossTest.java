package io.github.gan4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two-sided smoothing; the generator's objective stays as it is. */
class SmoothedNonSaturatingLossTest extends LossContract {

  @Override
  AdversarialLoss loss() {
    return Losses.nonSaturating().withLabels(0.75, 0.25);
  }

  @Override
  List<Golden> goldenValues() {
    double ln2 = 0.6931471805599453;
    double at2 = 0.8807970779778823;
    double down2 = 0.1269280110429725;
    double up2 = 2.1269280110429727;
    return List.of(
        new Golden(0, ln2, -0.25, ln2, 0.25, ln2, -0.5),
        new Golden(
            2,
            0.75 * down2 + 0.25 * up2,
            at2 - 0.75,
            0.25 * down2 + 0.75 * up2,
            at2 - 0.25,
            down2,
            at2 - 1),
        new Golden(1e4, 2500, 0.25, 7500, 0.75, 0, 0),
        new Golden(-1e4, 7500, -0.75, 2500, -0.25, 1e4, -1));
  }

  /** It has the name of what it is made from: labels are another setting. */
  @Override
  @Test
  void isFoundByItsName() {
    assertThat(loss().name()).isEqualTo("non-saturating");
  }

  @Test
  void theBestLogitIsThatOfTheLabel() {
    float[] gradient = new float[1];
    float[] unused = new float[1];
    loss().discriminator(new float[] {(float) Math.log(3)}, new float[1], gradient, unused);
    assertThat(gradient[0]).isCloseTo(0, within(1e-7f));
  }
}
