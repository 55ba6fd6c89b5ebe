package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.Conditioning;
import org.junit.jupiter.api.Test;

class DiscriminatorHeadTest {
  private static final float STEP = 0x1p-8f;

  /** Two rows of a logit and three classes. */
  private static final float[] VALUES = {1, 2, -1, 0.5f, -3, 0.25f, 4, 1};

  private static final int[] LABELS = {0, 2};

  @Test
  void withoutClassesTheOutputIsTheLogit() {
    for (Conditioning conditioning : new Conditioning[] {null, Conditioning.concatenation(3)}) {
      DiscriminatorHead head = new DiscriminatorHead(conditioning);
      float[] logits = new float[2];
      float[] byValues = new float[2];
      head.logits(new float[] {5, -6}, LABELS, logits);
      head.backward(new float[] {7, 8}, LABELS, byValues);
      assertThat(head.outputs()).isEqualTo(1);
      assertThat(logits).containsExactly(5, -6);
      assertThat(byValues).containsExactly(7, 8);
    }
  }

  @Test
  void aProjectionAddsWhatTheClassAdds() {
    DiscriminatorHead head = new DiscriminatorHead(Conditioning.projection(3));
    float[] logits = new float[2];
    float[] byValues = new float[8];
    byValues[7] = Float.NaN;
    head.logits(VALUES, LABELS, logits);
    head.backward(new float[] {7, 8}, LABELS, byValues);
    assertThat(head.outputs()).isEqualTo(4);
    assertThat(logits).containsExactly(1 + 2, -3 + 1);
    assertThat(byValues).containsExactly(7, 7, 0, 0, 8, 0, 0, 8);
    assertThat(head.addClassLoss(VALUES, LABELS, 0, 2, 1, byValues)).isZero();
  }

  @Test
  void labelsAreUsedOverAndOver() {
    DiscriminatorHead head = new DiscriminatorHead(Conditioning.projection(3));
    float[] logits = new float[2];
    head.logits(VALUES, new int[] {1}, logits);
    assertThat(logits).containsExactly(1 - 1, -3 + 4);
  }

  @Test
  void anAuxiliaryClassifierLeavesTheLogitAlone() {
    DiscriminatorHead head = new DiscriminatorHead(Conditioning.auxiliaryClassifier(3));
    float[] logits = new float[2];
    float[] byValues = new float[8];
    head.logits(VALUES, LABELS, logits);
    head.backward(new float[] {7, 8}, LABELS, byValues);
    assertThat(logits).containsExactly(1, -3);
    assertThat(byValues).containsExactly(7, 0, 0, 0, 8, 0, 0, 0);
  }

  @Test
  void anAuxiliaryClassifiersLossIsTheCrossEntropyOfTheScores() {
    DiscriminatorHead head = new DiscriminatorHead(Conditioning.auxiliaryClassifier(3));
    double first = Math.log(Math.exp(2) + Math.exp(-1) + Math.exp(0.5)) - 2;
    double second = Math.log(Math.exp(0.25) + Math.exp(4) + Math.exp(1)) - 1;
    assertThat(classLoss(head, VALUES)).isCloseTo(3 * (first + second) / 2, within(1e-12));
    float[] byValues = new float[8];
    head.addClassLoss(VALUES, LABELS, 1, 2, 3, byValues);
    assertThat(byValues).startsWith(0, 0, 0, 0, 0);
  }

  @Test
  void itsGradientIsThatOfDifferences() {
    DiscriminatorHead head = new DiscriminatorHead(Conditioning.auxiliaryClassifier(3));
    float[] byValues = new float[8];
    head.addClassLoss(VALUES, LABELS, 0, 2, 3, byValues);
    for (int i = 0; i < 8; i++) {
      float[] above = VALUES.clone();
      float[] below = VALUES.clone();
      above[i] += STEP;
      below[i] -= STEP;
      double slope = (classLoss(head, above) - classLoss(head, below)) / (2 * STEP);
      assertThat((double) byValues[i]).as("value %d", i).isCloseTo(slope, within(1e-5));
    }
  }

  @Test
  void scoresOfAnySizeLeaveItFinite() {
    DiscriminatorHead head = new DiscriminatorHead(Conditioning.auxiliaryClassifier(3));
    float[] extreme = {0, 1e4f, -1e4f, 0, 0, 1e4f, -1e4f, 0};
    float[] byValues = new float[8];
    assertThat(head.addClassLoss(extreme, new int[] {0, 1}, 0, 2, 1, byValues))
        .isCloseTo(1e4, within(1e-9));
    assertThat(byValues).containsExactly(0, 0, 0, 0, 0, 0.5f, -0.5f, 0);
  }

  private static double classLoss(DiscriminatorHead head, float[] values) {
    return head.addClassLoss(values, LABELS, 0, 2, 3, new float[8]);
  }
}
