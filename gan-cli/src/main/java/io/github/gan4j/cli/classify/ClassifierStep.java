package io.github.gan4j.cli.classify;

import io.github.gan4j.data.Dataset;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.loss.Logits;

/** One update after another of a classifier, each by a batch's mean cross-entropy. */
final class ClassifierStep implements AutoCloseable {
  private final TrainableNetwork network;
  private final Dataset data;
  private final TrainingPass pass;
  private final Tensor in;
  private final Tensor out;
  private final Tensor outGradient;
  private final float[] rows;
  private final float[] scores;
  private final double[] shares;

  ClassifierStep(GanEngine engine, TrainableNetwork network, Dataset data, int batch) {
    this.network = network;
    this.data = data;
    pass = network.trainingPass(batch);
    in = engine.allocate(batch, data.shape().size());
    out = engine.allocate(batch, data.classes());
    outGradient = engine.allocate(batch, data.classes());
    rows = new float[batch * data.shape().size()];
    scores = new float[batch * data.classes()];
    shares = new double[data.classes()];
  }

  /** Updates by a batch of the order, from a place on. */
  void train(int[] order, int from, long step, double rateFactor, long dropoutSeed) {
    for (int i = 0; i < pass.rows(); i++) {
      data.read(order[from + i], rows, i * data.shape().size());
    }
    UnitPixels.scale(rows, rows.length);
    in.copyFrom(rows, 0);
    pass.forward(in, out, dropoutSeed);
    out.copyTo(scores, 0);
    for (int i = 0; i < pass.rows(); i++) {
      toGradient(i * shares.length, data.label(order[from + i]));
    }
    outGradient.copyFrom(scores, 0);
    pass.backward(outGradient, null, WeightGradients.KEEP);
    if (!network.update(step, rateFactor)) {
      throw new IllegalStateException("the classifier's weights are not finite at step " + step);
    }
  }

  @Override
  public void close() {
    pass.close();
  }

  /** Turns one image's scores into the gradient of the batch's mean cross-entropy by them. */
  private void toGradient(int offset, int label) {
    double unused = Logits.crossEntropy(scores, offset, label, shares);
    for (int c = 0; c < shares.length; c++) {
      double target = c == label ? 1 : 0;
      scores[offset + c] = (float) ((shares[c] - target) / pass.rows());
    }
  }
}
