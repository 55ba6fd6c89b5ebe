package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.engine.TrainableNetwork;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The flat vectors are all that a network remembers: written to another one, they make it go on as
 * the first does. Values are written before averages, because writing values sets the averages.
 */
public abstract class ResumeContract extends Contract {
  private static final int LATER = 2 * Cases.STEPS;

  private final NetworkCase sample = Cases.mixed();

  /** Makes a contract of one engine. */
  protected ResumeContract() {}

  @BeforeEach
  final void skipIfTheEngineDoesNotTrain() {
    assumeTraining();
    assumeLayers(sample.spec());
  }

  @Test
  void aResumedNetworkGoesOnAsTheUninterruptedOne() {
    Trial uninterrupted = new Trial(tested(), sample);
    train(uninterrupted, 1, Cases.STEPS);
    Trial resumed = new Trial(tested(), sample.withSeed(2));
    restore(resumed.network(), state(uninterrupted.network()));
    Trial onTheSameData = new Trial(tested(), sample, resumed.network());
    train(onTheSameData, Cases.STEPS + 1, LATER);
    train(uninterrupted, Cases.STEPS + 1, LATER);
    List<float[]> actual = state(resumed.network());
    List<float[]> expected = state(uninterrupted.network());
    for (int i = 0; i < expected.size(); i++) {
      assertClose("state " + i, actual.get(i), expected.get(i), FLOAT);
    }
  }

  /** One of the two has gone on before it goes back: it must not remember that. */
  @Test
  void twoNetworksOfOneStateGoOnAlikeToTheBit() {
    Trial old = new Trial(tested(), sample);
    train(old, 1, Cases.STEPS);
    List<float[]> state = state(old.network());
    train(old, Cases.STEPS + 1, LATER);
    Trial young = new Trial(tested(), sample.withSeed(2));
    restore(old.network(), state);
    restore(young.network(), state);
    Trial onTheSameData = new Trial(tested(), sample, young.network());
    train(old, Cases.STEPS + 1, LATER);
    train(onTheSameData, Cases.STEPS + 1, LATER);
    assertThat(state(young.network())).usingRecursiveComparison().isEqualTo(state(old.network()));
  }

  private static void train(Trial trial, int from, int to) {
    for (int step = from; step <= to; step++) {
      trial.train(step);
    }
  }

  private static List<float[]> state(TrainableNetwork network) {
    return List.of(
        network.parameters().toArray(),
        network.buffers().toArray(),
        network.optimizerState().toArray(),
        network.averagedParameters().toArray(),
        network.averagedBuffers().toArray());
  }

  private static void restore(TrainableNetwork network, List<float[]> state) {
    network.parameters().copyFrom(state.get(0));
    network.buffers().copyFrom(state.get(1));
    network.optimizerState().copyFrom(state.get(2));
    network.averagedParameters().copyFrom(state.get(3));
    network.averagedBuffers().copyFrom(state.get(4));
  }
}
