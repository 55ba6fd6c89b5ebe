package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.ForwardInput;
import io.github.gan4j.cpu.internal.memory.Matrix;
import java.util.List;

/**
 * One layer in a training pass: what its list of stages does to a share of its columns, forward and
 * backward.
 */
final class LayerTraining {
  private final DenseLayer layer;
  private final int rows;
  private final List<Share> outputShares;
  private final List<Share> inputShares;
  private final Matrix delta;
  private final LinearTraining linear;
  private final StageTraining[] stages;

  LayerTraining(DenseLayer layer, int rows, Arithmetic arithmetic, int workers) {
    this.layer = layer;
    this.rows = rows;
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    outputShares = layer.outputShares(arithmetic, workers);
    inputShares = Share.cut(inputs, arithmetic.columnsAtOnce(inputs, workers));
    delta = arithmetic.allocate(rows, outputs);
    PassShape shape = new PassShape(rows, outputs, outputShares, arithmetic);
    linear = layer.linear.training(shape);
    stages = new StageTraining[layer.stages.size()];
    for (int i = 0; i < stages.length; i++) {
      stages[i] = layer.stages.get(i).training(shape, i == stages.length - 1);
    }
  }

  /** Returns what the outputs are cut into. */
  List<Share> outputShares() {
    return outputShares;
  }

  /** Returns what the inputs are cut into. */
  List<Share> inputShares() {
    return inputShares;
  }

  /** Gets ready for a forward pass, before workers start. */
  void prepareForward(Matrix out, long dropoutSeed) {
    for (StageTraining stage : stages) {
      stage.prepareForward(out, dropoutSeed);
    }
  }

  /**
   * Maps all of {@code in} to a share of {@code out}.
   *
   * @param form what took {@code in}
   */
  void forward(Share own, Matrix in, ForwardInput form, Matrix out, Scratch scratch) {
    multiply(own, in, form, out, scratch);
    for (StageTraining stage : stages) {
      stage.startForward(own, out, scratch);
    }
    float[] row = scratch.row;
    for (int r = 0; r < rows; r++) {
      own.get(out, r, row);
      linear.forward(own, r, row);
      for (StageTraining stage : stages) {
        stage.forward(own, r, row, scratch);
      }
      own.put(out, r, row);
    }
  }

  private void multiply(Share own, Matrix in, ForwardInput form, Matrix out, Scratch scratch) {
    scratch.multiplier.forward(rows, in, form, layer.linear.weight, own.from(), own.count(), out);
  }

  /**
   * Carries a share of the gradient back to what the weight gave, where {@link #delta} keeps them
   * for the update.
   *
   * @param outGradient the gradient by the layer's outputs; may be {@link #delta} itself
   */
  void backward(Share own, Matrix outGradient, Scratch scratch) {
    linear.startBackward(own);
    for (StageTraining stage : stages) {
      stage.startBackward(own);
    }
    float[] gradient = scratch.row;
    for (int r = 0; r < rows; r++) {
      own.get(outGradient, r, gradient);
      for (int i = stages.length - 1; i >= 0; i--) {
        stages[i].backward(own, r, gradient, scratch);
      }
      linear.backward(own, r, gradient, scratch);
      own.put(delta, r, gradient);
    }
    for (StageTraining stage : stages) {
      stage.finishBackward(own, delta, scratch);
    }
  }

  /** Computes a share of the gradient by the layer's inputs, from all of the delta. */
  void backwardToInput(Share own, Matrix inGradient, Scratch scratch) {
    scratch.multiplier.backward(
        rows, delta, layer.linear.weight, own.from(), own.count(), inGradient);
  }

  /**
   * Maps the derivative by all input gradients to that by a share of the gradients that {@link
   * #backward} was given; of a layer that is piecewise linear.
   *
   * @param byInGradient a row each
   * @param form what took {@code byInGradient}
   * @param byOutGradient where the share is written
   */
  void doubleBackward(
      Share own, Matrix byInGradient, ForwardInput form, Matrix byOutGradient, Scratch scratch) {
    doubleBackwardToLinear(own, byInGradient, form, byOutGradient, scratch);
    float[] derivative = scratch.row;
    for (int r = 0; r < rows; r++) {
      own.get(byOutGradient, r, derivative);
      for (int i = stages.length - 1; i >= 0; i--) {
        stages[i].doubleBackward(own, r, derivative, scratch);
      }
      own.put(byOutGradient, r, derivative);
    }
  }

  /** Does the same as far as the gradients by the linear outputs. */
  void doubleBackwardToLinear(
      Share own, Matrix byInGradient, ForwardInput form, Matrix byLinear, Scratch scratch) {
    multiply(own, byInGradient, form, byLinear, scratch);
    linear.doubleBackward(own, byLinear, delta, scratch);
  }

  /** Returns the product with the weight. */
  LinearTraining linear() {
    return linear;
  }

  /** Returns the gradient by what the weight gave, a row each. */
  Matrix delta() {
    return delta;
  }

  /** Returns this pass's gradient by one of the parameters of one of the stages. */
  float[] gradient(int stage, int parameter) {
    return stages[stage].gradients().get(parameter);
  }

  void free() {
    delta.free();
    linear.free();
    for (StageTraining stage : stages) {
      stage.free();
    }
  }
}
