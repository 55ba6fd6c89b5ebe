package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network generates what the reference engine says it does, and stays as it is. */
public abstract class InferenceContract extends Contract {
  private static final int CALLERS = 8;

  /** Makes a contract of one engine. */
  protected InferenceContract() {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void outputsEqualTheReference(NetworkCase sample) {
    assumeLayers(sample.spec());
    assertClose("outputs", infer(tested(), sample), infer(oracle(), sample), FLOAT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void aTrainableNetworkGeneratesTheSame(NetworkCase sample) {
    assumeTraining();
    assumeLayers(sample.spec());
    float[] generated = new Trial(tested(), sample).infer(1);
    assertClose("outputs", generated, infer(oracle(), sample), FLOAT);
  }

  @Test
  void aPassTakesFewerRowsThanItHolds() {
    NetworkCase sample = Cases.plainLayers();
    float[] whole = infer(oracle(), sample);
    Network network = filled(tested(), sample);
    Tensor in = Tensors.of(tested(), sample.rows(), sample.spec().inputs(), sample.input(1));
    Tensor out = tested().allocate(sample.rows(), sample.spec().outputs());
    try (Pass pass = network.inferencePass(sample.rows())) {
      assertThat(pass.rows()).isEqualTo(sample.rows());
      for (int row = 0; row < sample.rows(); row++) {
        pass.forward(in.rowRange(row, row + 1), out.rowRange(row, row + 1));
      }
    }
    assertClose("outputs, row by row", Tensors.toArray(out), whole, FLOAT);
  }

  /** Enough rows for an engine that deals them to threads, and all kinds of rests. */
  @ParameterizedTest(name = "{0} of 600")
  @ValueSource(ints = {600, 599, 257, 129, 128, 127, 65, 31, 1})
  void aLargePassTakesAnyNumberOfRows(int rows) {
    NetworkCase sample = Cases.mixed().withRows(600);
    assumeLayers(sample.spec());
    int outputs = sample.spec().outputs();
    float[] expected = Arrays.copyOf(infer(oracle(), sample), rows * outputs);
    Tensor in = Tensors.of(tested(), 600, sample.spec().inputs(), sample.input(1));
    Tensor out = tested().allocate(600, outputs);
    try (Pass pass = filled(tested(), sample).inferencePass(600)) {
      pass.forward(in.rowRange(0, rows), out.rowRange(0, rows));
    }
    float[] made = Tensors.toArray(out);
    assertClose("outputs", Arrays.copyOf(made, rows * outputs), expected, FLOAT);
    float[] untouched = new float[made.length - rows * outputs];
    assertThat(Arrays.copyOfRange(made, rows * outputs, made.length)).isEqualTo(untouched);
  }

  @ParameterizedTest(name = "{0} rows")
  @ValueSource(ints = {1, 33, 600})
  void passesOfOneNetworkComputeSideBySideToTheSameBits(int rows) throws Exception {
    assumeConcurrentInference();
    NetworkCase sample = Cases.mixed().withRows(rows);
    assumeLayers(sample.spec());
    Network network = filled(tested(), sample);
    float[] alone = run(tested(), sample, network);
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<float[]>> made = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        made.add(
            callers.submit(
                () -> {
                  start.await();
                  return run(tested(), sample, network);
                }));
      }
      for (Future<float[]> outputs : made) {
        assertThat(outputs.get()).isEqualTo(alone);
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void noRowsGiveNoRows() {
    NetworkCase sample = Cases.plainLayers();
    Tensor in = tested().allocate(0, sample.spec().inputs());
    Tensor out = tested().allocate(0, sample.spec().outputs());
    try (Pass pass = filled(tested(), sample).inferencePass(3)) {
      pass.forward(in, out);
    }
    assertThat(out.rows()).isZero();
  }

  @Test
  void generatingChangesNoValue() {
    NetworkCase sample = Cases.mixed();
    assumeLayers(sample.spec());
    Network network = filled(tested(), sample);
    run(tested(), sample, network);
    assertThat(network.parameters().toArray()).isEqualTo(sample.parameters());
    assertThat(network.buffers().toArray()).isEqualTo(sample.buffers());
  }

  @Test
  void aPassUsesTheValuesOfItsMoment() {
    NetworkCase first = Cases.mixed();
    assumeLayers(first.spec());
    NetworkCase second = first.withSeed(first.seed() + 1);
    Network network = filled(tested(), first);
    Tensor in = Tensors.of(tested(), first.rows(), first.spec().inputs(), second.input(1));
    Tensor out = tested().allocate(first.rows(), first.spec().outputs());
    try (Pass pass = network.inferencePass(first.rows())) {
      pass.forward(in, out);
      second.fill(network);
      pass.forward(in, out);
    }
    assertClose("outputs", Tensors.toArray(out), infer(oracle(), second), FLOAT);
  }

  @Test
  void networksOfOneSpecShareNothing() {
    NetworkCase sample = Cases.plainLayers();
    Network network = filled(tested(), sample);
    filled(tested(), sample.withSeed(sample.seed() + 1));
    assertClose("outputs", run(tested(), sample, network), infer(oracle(), sample), FLOAT);
  }

  private static float[] infer(GanEngine engine, NetworkCase sample) {
    return run(engine, sample, filled(engine, sample));
  }

  private static Network filled(GanEngine engine, NetworkCase sample) {
    Network network = engine.network(sample.spec());
    sample.fill(network);
    return network;
  }

  private static float[] run(GanEngine engine, NetworkCase sample, Network network) {
    Tensor in = Tensors.of(engine, sample.rows(), sample.spec().inputs(), sample.input(1));
    Tensor out = engine.allocate(sample.rows(), sample.spec().outputs());
    try (Pass pass = network.inferencePass(sample.rows())) {
      pass.forward(in, out);
    }
    return Tensors.toArray(out);
  }
}
