package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is closed refuses to be used, rather than touch memory that is no longer its own. */
public abstract class ClosingContract extends Contract {
  private final NetworkCase sample = Cases.plainLayers();
  private final NetworkSpec spec = sample.spec();

  /** Makes a contract of one engine. */
  protected ClosingContract() {}

  @Test
  void closingAgainDoesNothing() {
    Network network = tested().network(spec);
    Pass pass = network.inferencePass(2);
    pass.close();
    pass.close();
    network.close();
    network.close();
    pass.close();
    tested().close();
    tested().close();
    network.close();
    pass.close();
  }

  @Test
  void closingATrainedNetworkAgainDoesNothing() {
    assumeTraining();
    Trial trial = new Trial(tested(), sample);
    trial.train(1);
    trial.pass().close();
    trial.pass().close();
    trial.network().close();
    trial.network().close();
    tested().close();
    trial.network().close();
    trial.pass().close();
  }

  @Test
  void aClosedPassRefusesUse() {
    Tensor in = tested().allocate(2, spec.inputs());
    Tensor out = tested().allocate(2, spec.outputs());
    Pass pass = tested().network(spec).inferencePass(2);
    pass.close();
    assertRefused(() -> pass.forward(in, out));
  }

  @Test
  void aClosedTrainingPassRefusesUse() {
    assumeTraining();
    Trial trial = new Trial(tested(), sample);
    trial.forward(1);
    trial.pass().close();
    assertRefused(() -> trial.forward(1));
    assertRefused(() -> trial.backward(1, WeightGradients.SKIP));
  }

  @Test
  void aClosedNetworkRefusesUse() {
    Tensor in = tested().allocate(2, spec.inputs());
    Tensor out = tested().allocate(2, spec.outputs());
    Network network = tested().network(spec);
    FlatVector parameters = network.parameters();
    Pass pass = network.inferencePass(2);
    float[] values = parameters.toArray();
    network.close();
    assertRefused(() -> network.inferencePass(2));
    assertRefused(() -> pass.forward(in, out));
    assertRefused(() -> parameters.copyTo(values));
    assertRefused(() -> parameters.copyFrom(values));
    assertRefused(() -> network.parameters().copyTo(values));
    assertRefused(() -> network.buffers().copyTo(values));
  }

  @Test
  void aClosedTrainableNetworkRefusesUse() {
    assumeTraining();
    Trial trial = new Trial(tested(), sample);
    var network = trial.network();
    trial.forward(1);
    trial.backward(1, WeightGradients.KEEP);
    float[] values = new float[2 * spec.parameterCount()];
    network.close();
    assertRefused(() -> network.trainingPass(2));
    assertRefused(() -> trial.forward(1));
    assertRefused(() -> trial.backward(1, WeightGradients.SKIP));
    assertRefused(() -> network.update(1, 1));
    assertRefused(() -> network.readGradient(values));
    assertRefused(network::gradientNorm);
    assertRefused(() -> network.optimizerState().copyTo(values));
    assertRefused(() -> network.averagedParameters().copyTo(values));
    assertRefused(() -> network.averagedBuffers().copyTo(values));
  }

  @Test
  void aClosedEngineRefusesUse() {
    Tensor in = tested().allocate(2, spec.inputs());
    Tensor out = tested().allocate(2, spec.outputs());
    Network network = tested().network(spec);
    FlatVector parameters = network.parameters();
    Pass pass = network.inferencePass(2);
    float[] values = parameters.toArray();
    tested().close();
    assertRefused(() -> tested().allocate(1, 1));
    assertRefused(() -> tested().network(spec));
    assertRefused(() -> network.inferencePass(2));
    assertRefused(() -> pass.forward(in, out));
    assertRefused(() -> parameters.copyTo(values));
    assertRefused(() -> in.copyTo(values, 0));
    assertRefused(() -> in.copyFrom(values, 0));
    assertRefused(() -> in.rowRange(0, 1).copyTo(values, 0));
  }

  @Test
  void aClosedEngineRefusesToTrain() {
    assumeTraining();
    Trial trial = new Trial(tested(), sample);
    trial.forward(1);
    trial.backward(1, WeightGradients.KEEP);
    tested().close();
    assertRefused(() -> tested().trainable(spec, Trial.SMOOTH_ADAM, 0));
    assertRefused(() -> trial.network().update(1, 1));
    assertRefused(() -> trial.network().trainingPass(1));
  }

  @Test
  void closingLeavesItsNeighboursOpen() {
    Network network = tested().network(spec);
    sample.fill(network);
    Tensor in = Tensors.of(tested(), sample.rows(), spec.inputs(), sample.input(1));
    Tensor out = tested().allocate(sample.rows(), spec.outputs());
    Pass pass = network.inferencePass(sample.rows());
    pass.forward(in, out);
    float[] before = Tensors.toArray(out);
    network.inferencePass(1).close();
    tested().network(spec).close();
    engine().close();
    pass.forward(in, out);
    assertThat(Tensors.toArray(out)).isEqualTo(before);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
  }
}
