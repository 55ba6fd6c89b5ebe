package io.github.gan4j.report.losses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {
  private final Curve curve = new Curve();

  @Test
  void shortCurveKeepsEveryValue() {
    for (int i = 0; i < 2048; i++) {
      curve.add(i * 0.5);
    }

    assertThat(curve.buckets()).isEqualTo(2048);
    assertThat(curve.size()).isEqualTo(2048);
    for (int i : new int[] {0, 1, 1000, 2047}) {
      assertThat(curve.least(i)).isEqualTo(i * 0.5);
      assertThat(curve.greatest(i)).isEqualTo(i * 0.5);
      assertThat(curve.mean(i)).isEqualTo(i * 0.5);
      assertThat(curve.middle(i)).isEqualTo(i + 0.5);
    }
  }

  @Test
  void longCurveKeepsWhatNeighboursReachAndTheirMean() {
    int values = 200_001;
    for (int i = 0; i < values; i++) {
      curve.add(i);
    }

    int bucketSize = 128;
    assertThat(curve.buckets()).isEqualTo((values + bucketSize - 1) / bucketSize);
    for (int i = 0; i < curve.buckets() - 1; i++) {
      assertThat(curve.least(i)).isEqualTo(i * bucketSize);
      assertThat(curve.greatest(i)).isEqualTo((i + 1) * bucketSize - 1);
      assertThat(curve.mean(i)).isEqualTo(i * bucketSize + (bucketSize - 1) / 2.0);
      assertThat(curve.middle(i)).isEqualTo((i + 0.5) * bucketSize);
    }
    int last = curve.buckets() - 1;
    assertThat(curve.greatest(last)).isEqualTo(values - 1);
    assertThat(curve.middle(last)).isEqualTo((last * bucketSize + values) / 2.0);
  }

  @Test
  void nanIsLeftOutAndTheFarEndsAreBounded() {
    curve.add(Double.NaN);
    curve.add(Double.POSITIVE_INFINITY);
    curve.add(-Double.MAX_VALUE);

    assertThat(curve.isKnown(0)).isFalse();
    assertThat(curve.isKnown(1)).isTrue();
    assertThat(curve.mean(1)).isEqualTo(1e30);
    assertThat(curve.mean(2)).isEqualTo(-1e30);
    for (int i = 3; i <= 2048; i++) {
      curve.add(i < 2048 ? Double.NaN : 5);
    }
    assertThat(curve.least(0)).as("beside a NaN").isEqualTo(1e30);
    assertThat(curve.isKnown(2)).isFalse();
    assertThat(curve.mean(1024)).isEqualTo(5);
  }
}
