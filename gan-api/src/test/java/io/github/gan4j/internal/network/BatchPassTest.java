package io.github.gan4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.fake.FakeEngine;
import io.github.gan4j.internal.network.BatchRunner.Rows;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchPassTest {
  /** Row i is i. */
  private static final Rows NUMBERS =
      (first, count, target) -> {
        for (int i = 0; i < count; i++) {
          target[i] = first + i;
        }
      };

  private final BatchPass pass = new BatchPass(new FakeEngine(), new Telling());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 511, 512})
  void rowsUpToTheLimitAreComputedTogether(int count) {
    float[] told = run(count);
    for (int row = 0; row < count; row++) {
      assertThat(told[2 * row]).as("value").isEqualTo(row);
      assertThat(told[2 * row + 1]).as("rows together at %d", row).isEqualTo(count);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void howRowsAreCutDoesNotDependOnEarlierCalls(int earlier) {
    run(earlier);
    float[] told = run(1200);
    for (int row = 0; row < 1200; row++) {
      assertThat(told[2 * row]).as("value").isEqualTo(row);
      assertThat(told[2 * row + 1]).as("rows together").isEqualTo(row < 1024 ? 512 : 176);
    }
    assertThat(run(3)).containsExactly(0, 3, 1, 3, 2, 3);
  }

  private float[] run(int count) {
    float[] results = new float[2 * count];
    pass.run(count, NUMBERS, results);
    return results;
  }

  /** Says of each row what it was and how many rows came together. */
  private static final class Telling implements Network {
    @Override
    public NetworkSpec spec() {
      return new NetworkSpec(1, List.of(new LayerSpec(2, null, Activation.linear(), 0)));
    }

    @Override
    public Pass inferencePass(int maxRows) {
      return new Pass() {
        @Override
        public int rows() {
          return maxRows;
        }

        @Override
        public void forward(Tensor in, Tensor out) {
          assertThat(in.rows()).isLessThanOrEqualTo(maxRows).isEqualTo(out.rows());
          float[] rows = new float[in.rows()];
          in.copyTo(rows, 0);
          float[] told = new float[2 * rows.length];
          for (int i = 0; i < rows.length; i++) {
            told[2 * i] = rows[i];
            told[2 * i + 1] = rows.length;
          }
          out.copyFrom(told, 0);
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public FlatVector parameters() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public FlatVector buffers() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public void close() {}
  }
}
