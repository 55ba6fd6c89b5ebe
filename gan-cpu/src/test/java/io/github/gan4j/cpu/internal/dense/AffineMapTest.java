package io.github.gan4j.cpu.internal.dense;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.cpu.internal.arithmetic.BlasArithmetic;
import io.github.gan4j.engine.LayerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class AffineMapTest {
  private static final int WIDTH = 3;

  private final AffineMap map = new AffineMap(WIDTH);

  AffineMapTest() {
    map.clear();
  }

  @Test
  void aBiasIsAdded() {
    map.add(new float[] {10, 20, 30});
    assertThat(apply(1, 2, 3)).containsExactly(11, 22, 33);
  }

  @Test
  void whatComesLaterAppliesToWhatCameBefore() {
    map.add(new float[] {10, 20, 30});
    map.multiply(2);
    map.standardize(1, 4, 0.5, 100);
    assertThat(apply(1, 2, 3)).containsExactly(22, ((2 + 20) * 2 - 4) * 0.5f + 100, 66);
  }

  @Test
  void aShareHasItsOwnColumns() {
    map.add(new float[] {10, 20, 30});
    map.multiply(2);
    float[] row = {1};
    Scratch scratch = scratch();
    map.take(new Share(1, 2, 3), scratch);
    map.apply(row, 1, scratch);
    assertThat(row).containsExactly(62);
  }

  @Test
  void clearedItIsTheIdentity() {
    map.multiply(2);
    map.add(new float[] {10, 20, 30});
    map.clear();
    assertThat(apply(1, 2, 3)).containsExactly(1, 2, 3);
  }

  private float[] apply(float... row) {
    Scratch scratch = scratch();
    map.take(new Share(0, 0, WIDTH), scratch);
    map.apply(row, WIDTH, scratch);
    return row;
  }

  private static Scratch scratch() {
    BlasArithmetic arithmetic = new BlasArithmetic();
    LayerSpec spec = new LayerSpec(WIDTH, null, Activation.linear(), 0);
    List<DenseLayer> layers = List.of(new DenseLayer(spec, 0, 1, arithmetic));
    Scratch scratch = Scratch.forWorkers(1, layers, arithmetic)[0];
    layers.forEach(DenseLayer::free);
    return scratch;
  }
}
