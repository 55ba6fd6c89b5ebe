package io.github.gan4j.metrics.classifier;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.loss.Logits;

/** Updates a classifier by the gradient of the mean cross-entropy of a batch. */
final class ClassifierStep implements AutoCloseable {
  private final TrainableNetwork network;
  private final Dataset data;
  private final TrainingPass pass;
  private final Tensor in;
  private final Tensor out;
  private final Tensor outGradient;
  private final float[] rows;
  private final float[] logits;
  private final double[] probabilities;

  ClassifierStep(GanEngine engine, TrainableNetwork network, Dataset data, int batch) {
    this.network = network;
    this.data = data;
    pass = network.trainingPass(batch);
    in = engine.allocate(batch, data.shape().size());
    out = engine.allocate(batch, data.classes());
    outGradient = engine.allocate(batch, data.classes());
    rows = new float[batch * data.shape().size()];
    logits = new float[batch * data.classes()];
    probabilities = new double[data.classes()];
  }

  /** Updates by the batch that starts at a place of the order. */
  void train(int[] order, int from, long step, double rateFactor, long dropoutSeed) {
    for (int i = 0; i < pass.rows(); i++) {
      data.read(order[from + i], rows, i * data.shape().size());
    }
    UnitPixels.scale(rows, rows.length);
    in.copyFrom(rows, 0);
    pass.forward(in, out, dropoutSeed);
    out.copyTo(logits, 0);
    for (int i = 0; i < pass.rows(); i++) {
      toGradient(i * probabilities.length, data.label(order[from + i]));
    }
    outGradient.copyFrom(logits, 0);
    pass.backward(outGradient, null, WeightGradients.KEEP);
    if (!network.update(step, rateFactor)) {
      throw new IllegalStateException("the classifier's weights are not finite at step " + step);
    }
  }

  @Override
  public void close() {
    pass.close();
  }

  /** Replaces one image's logits by the gradient of the batch's mean cross-entropy. */
  private void toGradient(int offset, int label) {
    double unused = Logits.crossEntropy(logits, offset, label, probabilities);
    for (int c = 0; c < probabilities.length; c++) {
      double target = c == label ? 1 : 0;
      logits[offset + c] = (float) ((probabilities[c] - target) / pass.rows());
    }
  }
}
