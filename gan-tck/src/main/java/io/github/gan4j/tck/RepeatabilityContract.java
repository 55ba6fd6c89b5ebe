package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs give the same bits: again, in another engine, and beside other threads. */
public abstract class RepeatabilityContract extends Contract {
  private static final int THREADS = 3;

  /** Makes a contract of one engine. */
  protected RepeatabilityContract() {}

  @BeforeEach
  final void skipIfTheEngineDoesNotTrain() {
    assumeTraining();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void theSameTrainingGivesTheSameBits(NetworkCase sample) {
    assumeLayers(sample.spec());
    assertSameBits(train(tested(), sample), train(tested(), sample));
  }

  @Test
  void anotherEngineOfTheKindGivesTheSameBits() {
    NetworkCase sample = Cases.mixed();
    assumeLayers(sample.spec());
    try (GanEngine other = engine()) {
      assertSameBits(train(other, sample), train(tested(), sample));
    }
  }

  @Test
  void threadsWithNetworksOfTheirOwnGetTheBitsThatOneAloneGets() throws Exception {
    NetworkCase sample = Cases.mixed();
    assumeLayers(sample.spec());
    List<float[]> alone = train(tested(), sample);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<float[]>>> results = new ArrayList<>();
      for (int i = 0; i < 4 * THREADS; i++) {
        results.add(threads.submit(() -> train(tested(), sample)));
      }
      for (Future<List<float[]>> result : results) {
        assertSameBits(result.get(), alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest(name = "{0} rows")
  @ValueSource(ints = {1, 8, 63, 64, 65, 130, 300})
  void roomForMoreRowsChangesNoBits(int rows) {
    NetworkCase sample =
        NetworkCase.of(
            rows,
            8,
            Layers.plain(24, Activation.leakyRelu(0.2)),
            Layers.plain(40, Activation.leakyRelu(0.2)),
            Layers.linear(20));
    Trial trial = new Trial(tested(), sample);
    Tensor in = Tensors.of(tested(), rows, 8, sample.input(1));
    float[] exact = trial.infer(1);
    for (int room : new int[] {rows + 1, 128, 301, 512}) {
      if (room >= rows) {
        Tensor out = tested().allocate(rows, 20);
        try (Pass pass = trial.network().inferencePass(room)) {
          pass.forward(in, out);
        }
        assertThat(Tensors.toArray(out)).as("room for %d", room).isEqualTo(exact);
      }
    }
  }

  /** Returns everything that some steps of training bring forth. */
  private static List<float[]> train(GanEngine engine, NetworkCase sample) {
    Trial trial = new Trial(engine, sample);
    List<float[]> results = new ArrayList<>();
    for (int step = 1; step <= Cases.STEPS; step++) {
      results.add(trial.forward(step));
      results.add(trial.backward(step, WeightGradients.KEEP));
      results.add(trial.gradient());
      results.add(new float[] {(float) trial.network().gradientNorm()});
      trial.network().update(step, 1);
      results.add(trial.infer(step));
    }
    results.add(trial.network().parameters().toArray());
    results.add(trial.network().buffers().toArray());
    results.add(trial.network().optimizerState().toArray());
    results.add(trial.network().averagedParameters().toArray());
    results.add(trial.network().averagedBuffers().toArray());
    trial.network().close();
    return results;
  }

  private static void assertSameBits(List<float[]> actual, List<float[]> expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).as("result %d", i).isEqualTo(expected.get(i));
    }
  }
}
