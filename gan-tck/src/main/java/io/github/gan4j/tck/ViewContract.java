package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FLOAT;
import static io.github.gan4j.tck.Agreement.assertClose;

import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pass reads and writes views as it does whole tensors, and nothing around them. */
public abstract class ViewContract extends Contract {

  /** Makes a contract of one engine. */
  protected ViewContract() {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void generatingFromAndIntoViews(NetworkCase sample) {
    NetworkSpec spec = sample.spec();
    assumeLayers(spec);
    Frame in = frame(sample.rows(), spec.inputs(), sample.input(1));
    Frame out = new Frame(tested(), sample.rows(), spec.outputs());
    Network network = tested().network(spec);
    sample.fill(network);
    network.inferencePass(sample.rows()).forward(in.view(), out.view());
    assertClose("outputs", values(out), new Trial(oracle(), sample).infer(1), FLOAT);
    assertClose("inputs", values(in), sample.input(1), 0);
    in.assertUntouched();
    out.assertUntouched();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void trainingFromAndIntoViews(NetworkCase sample) {
    assumeTraining();
    NetworkSpec spec = sample.spec();
    assumeLayers(spec);
    Frame in = frame(sample.rows(), spec.inputs(), sample.input(1));
    Frame out = new Frame(tested(), sample.rows(), spec.outputs());
    Frame outGradient = frame(sample.rows(), spec.outputs(), sample.outGradient(1));
    Frame inGradient = new Frame(tested(), sample.rows(), spec.inputs());
    TrainableNetwork network = Trial.filled(tested(), sample);
    TrainingPass pass = network.trainingPass(sample.rows());
    pass.forward(in.view(), out.view(), sample.dropoutSeed(1));
    pass.backward(outGradient.view(), inGradient.view(), WeightGradients.KEEP);
    float[] gradient = new float[spec.parameterCount()];
    network.readGradient(gradient);

    Trial expected = new Trial(oracle(), sample);
    assertClose("outputs", values(out), expected.forward(1), FLOAT);
    assertClose(
        "input gradient", values(inGradient), expected.backward(1, WeightGradients.KEEP), FLOAT);
    assertClose("weight gradient", gradient, expected.gradient(), FLOAT);
    assertClose("inputs", values(in), sample.input(1), 0);
    assertClose("output gradient", values(outGradient), sample.outGradient(1), 0);
    in.assertUntouched();
    out.assertUntouched();
    outGradient.assertUntouched();
    inGradient.assertUntouched();
  }

  /** As a training step does: real rows above, generated rows written below them, one pass. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.gan4j.tck.Cases#all")
  void rowsWrittenByTwoNetworksFeedAThird(NetworkCase sample) {
    assumeLayers(sample.spec());
    assertClose("outputs", chain(tested(), sample), chain(oracle(), sample), FLOAT);
  }

  private static float[] chain(GanEngine engine, NetworkCase sample) {
    int rows = sample.rows();
    int width = sample.spec().outputs();
    Tensor joint = engine.allocate(2 * rows, width);
    Tensor in = Tensors.of(engine, rows, sample.spec().inputs(), sample.input(1));
    for (int half = 0; half < 2; half++) {
      Network network = engine.network(sample.spec());
      sample.withSeed(sample.seed() + half).fill(network);
      network.inferencePass(rows).forward(in, joint.rowRange(half * rows, (half + 1) * rows));
    }
    NetworkCase judge = NetworkCase.of(2 * rows, width, Layers.linear(1));
    Network network = engine.network(judge.spec());
    judge.fill(network);
    Tensor logits = engine.allocate(2 * rows, 1);
    network.inferencePass(2 * rows).forward(joint, logits);
    return Tensors.toArray(logits);
  }

  private Frame frame(int rows, int columns, float[] values) {
    Frame frame = new Frame(tested(), rows, columns);
    frame.view().copyFrom(values, 0);
    return frame;
  }

  private static float[] values(Frame frame) {
    return Tensors.toArray(frame.view());
  }
}
