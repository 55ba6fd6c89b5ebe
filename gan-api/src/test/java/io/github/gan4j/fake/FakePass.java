package io.github.gan4j.fake;

import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainingPass;

/** A way through a {@link FakeNetwork} and back. */
final class FakePass implements TrainingPass {
  private final FakeNetwork network;
  private final int rows;
  private double[][][] values = new double[0][][];

  FakePass(FakeNetwork network, int rows) {
    this.network = network;
    this.rows = rows;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void forward(Tensor in, Tensor out, long dropoutSeed) {
    check(in, network.spec().inputs());
    check(out, network.spec().outputs());
    network.engine().call(network.name() + " forward " + rows);
    network.engine().dropoutSeeds().add(dropoutSeed);
    values = network.run(((FakeTensor) in).read());
    network.engine().inputs(network.name()).add(values[0]);
    ((FakeTensor) out).write(values[values.length - 1]);
  }

  @Override
  public void backward(Tensor outGradient, Tensor inGradient, WeightGradients weights) {
    check(outGradient, network.spec().outputs());
    network.engine().call(network.name() + " backward " + rows + " " + weights);
    boolean keep = weights == WeightGradients.KEEP;
    double[][] back = network.runBack(values, ((FakeTensor) outGradient).read(), keep);
    if (inGradient != null) {
      check(inGradient, network.spec().inputs());
      ((FakeTensor) inGradient).write(back);
    }
  }

  @Override
  public void doubleBackward(Tensor byInGradient) {
    check(byInGradient, network.spec().inputs());
    network.engine().call(network.name() + " doubleBackward " + rows);
  }

  @Override
  public void close() {}

  private void check(Tensor tensor, int columns) {
    network.checkOpen();
    if (tensor.rows() != rows || tensor.columns() != columns) {
      throw new IllegalArgumentException(
          "must be %d x %d, is %d x %d".formatted(rows, columns, tensor.rows(), tensor.columns()));
    }
  }
}
