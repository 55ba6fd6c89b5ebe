package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;

/** A case on an engine, step by step. The engine under test and the oracle get one each. */
final class Trial {
  /**
   * A large epsilon makes an update a smooth function of the gradient: with a small one, Adam
   * divides a gradient near 0 by its own size and blows its rounding up to a whole step.
   */
  static final OptimizerConfig SMOOTH_ADAM = OptimizerConfig.adam(0.01, 0.5, 0.9).withEpsilon(0.1);

  static final double AVERAGING = 0.75;

  private final GanEngine engine;
  private final NetworkCase sample;
  private final TrainableNetwork network;
  private final TrainingPass pass;
  private final Tensor in;
  private final Tensor out;
  private final Tensor outGradient;
  private final Tensor inGradient;
  private final Tensor byInGradient;

  Trial(GanEngine engine, NetworkCase sample) {
    this(engine, sample, filled(engine, sample));
  }

  /** Makes a trial whose batches go through a network that exists. */
  Trial(GanEngine engine, NetworkCase sample, TrainableNetwork network) {
    this.engine = engine;
    this.sample = sample;
    this.network = network;
    pass = network.trainingPass(sample.rows());
    in = engine.allocate(sample.rows(), sample.spec().inputs());
    out = engine.allocate(sample.rows(), sample.spec().outputs());
    outGradient = engine.allocate(sample.rows(), sample.spec().outputs());
    inGradient = engine.allocate(sample.rows(), sample.spec().inputs());
    byInGradient = engine.allocate(sample.rows(), sample.spec().inputs());
  }

  static TrainableNetwork filled(GanEngine engine, NetworkCase sample) {
    TrainableNetwork network = engine.trainable(sample.spec(), SMOOTH_ADAM, AVERAGING);
    sample.fill(network);
    return network;
  }

  TrainableNetwork network() {
    return network;
  }

  TrainingPass pass() {
    return pass;
  }

  /** Takes a step's batch forward and returns the outputs. */
  float[] forward(int step) {
    in.copyFrom(sample.input(step), 0);
    pass.forward(in, out, sample.dropoutSeed(step));
    return Tensors.toArray(out);
  }

  /** Takes a step's gradient back and returns the input gradient. */
  float[] backward(int step, WeightGradients weights) {
    outGradient.copyFrom(sample.outGradient(step), 0);
    pass.backward(outGradient, inGradient, weights);
    return Tensors.toArray(inGradient);
  }

  /** Takes a step's function of the input gradient through the backward pass, backward. */
  void doubleBackward(int step) {
    byInGradient.copyFrom(sample.byInGradient(step), 0);
    pass.doubleBackward(byInGradient);
  }

  /** Takes a gradient of any values back. */
  void backward(float[] gradient) {
    outGradient.copyFrom(gradient, 0);
    pass.backward(outGradient, inGradient, WeightGradients.KEEP);
  }

  /** Takes a step's gradient back without asking for the input gradient. */
  void backwardToWeights(int step) {
    outGradient.copyFrom(sample.outGradient(step), 0);
    pass.backward(outGradient, null, WeightGradients.KEEP);
  }

  float[] gradient() {
    float[] gradient = new float[sample.spec().parameterCount()];
    network.readGradient(gradient);
    return gradient;
  }

  /** Takes a step's batch forward and back, and updates; nothing but finite values is expected. */
  void train(int step) {
    forward(step);
    backward(step, WeightGradients.KEEP);
    assertThat(network.update(step, 1)).as("finite after step %d", step).isTrue();
  }

  /** Returns what the network as it is generates from a step's batch. */
  float[] infer(int step) {
    Tensor generated = engine.allocate(sample.rows(), sample.spec().outputs());
    // Not the training pass's own input, which must stay as it is until the backward pass.
    Tensor input = Tensors.of(engine, sample.rows(), sample.spec().inputs(), sample.input(step));
    try (Pass inference = network.inferencePass(sample.rows())) {
      inference.forward(input, generated);
    }
    return Tensors.toArray(generated);
  }
}
