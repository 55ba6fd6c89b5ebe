package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.arithmetic.Arithmetic;
import io.github.gan4j.dl4j.internal.arithmetic.ForwardInput;
import io.github.gan4j.dl4j.internal.kernel.VectorKernels;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.team.Barrier;
import io.github.gan4j.dl4j.internal.team.Deal;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A way through a dense network as it generates. Workers take shares of a layer. */
final class DensePass implements Pass {
  private final DenseNetwork network;
  private final int maxRows;
  private final List<Matrix> hidden = new ArrayList<>();
  private final List<float[]> scales = new ArrayList<>();
  private final List<float[]> shifts = new ArrayList<>();
  private final List<ForwardInput> forms = new ArrayList<>();
  private final List<List<Share>> shares = new ArrayList<>();
  private final List<Share> inputShares;
  private final Deal deal;
  private final Scratch[] scratches;
  private boolean closed;

  DensePass(DenseNetwork network, int maxRows) {
    if (maxRows < 1) {
      throw new IllegalArgumentException("maxRows must be at least 1, was " + maxRows);
    }
    this.network = network;
    this.maxRows = maxRows;
    Arithmetic arithmetic = network.arithmetic();
    int workers = network.workersFor(maxRows);
    List<DenseLayer> layers = network.layers();
    for (DenseLayer layer : layers) {
      boolean last = hidden.size() == layers.size() - 1;
      hidden.add(arithmetic.allocate(last ? 0 : maxRows, layer.outputs));
      forms.add(arithmetic.forwardInput(maxRows, layer.inputs));
      shares.add(Share.cut(layer.outputs, arithmetic.columnsAtOnce(layer.outputs, workers)));
      scales.add(new float[layer.outputs]);
      shifts.add(new float[layer.outputs]);
    }
    int inputs = network.spec().inputs();
    inputShares = Share.cut(inputs, arithmetic.columnsAtOnce(inputs, workers));
    deal = new Deal(layers.size() + 1);
    scratches = Scratch.forWorkers(workers, layers, arithmetic);
    network.freeWithThis(this::close);
  }

  @Override
  public int rows() {
    return maxRows;
  }

  @Override
  public void forward(Tensor in, Tensor out) {
    synchronized (network) {
      network.checkOpen();
      if (closed) {
        throw new IllegalStateException("the pass is closed");
      }
      int rows = in.rows();
      if (rows > maxRows) {
        throw new IllegalArgumentException(
            "in must have at most %d rows, had %d".formatted(maxRows, rows));
      }
      Matrix first = DenseNetwork.matrix("in", in, rows, network.spec().inputs());
      Matrix last = DenseNetwork.matrix("out", out, rows, network.spec().outputs());
      foldNormalizations();
      deal.reset();
      network.arithmetic().beforeWork();
      network
          .team()
          .run(
              network.workersFor(rows),
              (worker, barrier) -> forward(scratches[worker], barrier, first, last, rows));
    }
  }

  /** As it generates, a normalisation is a factor and a summand a feature. */
  private void foldNormalizations() {
    for (int i = 0; i < scales.size(); i++) {
      DenseLayer.Normalization normalization = network.layers().get(i).normalization;
      if (normalization != null) {
        for (int j = 0; j < normalization.scale.length; j++) {
          double inverse =
              1 / Math.sqrt((double) normalization.runningVariance[j] + normalization.epsilon);
          double scale = normalization.scale[j] * inverse;
          scales.get(i)[j] = (float) scale;
          shifts.get(i)[j] =
              (float) (normalization.shift[j] - normalization.runningMean[j] * scale);
        }
      }
    }
  }

  private void forward(Scratch scratch, Barrier barrier, Matrix first, Matrix last, int rows) {
    takeInput(barrier, first, rows);
    Matrix in = first;
    for (int i = 0; i < hidden.size(); i++) {
      if (i > 0) {
        barrier.await();
      }
      boolean atEnd = i == hidden.size() - 1;
      Matrix out = atEnd ? last : hidden.get(i);
      List<Share> own = shares.get(i);
      for (int s = deal.next(i); s < own.size(); s = deal.next(i)) {
        forward(i, own.get(s), in, out, rows, scratch);
        if (!atEnd) {
          forms.get(i + 1).take(out, rows, own.get(s).from(), own.get(s).count());
        }
      }
      in = out;
    }
  }

  private void takeInput(Barrier barrier, Matrix first, int rows) {
    ForwardInput form = forms.get(0);
    if (form.isCopy()) {
      int phase = hidden.size();
      for (int s = deal.next(phase); s < inputShares.size(); s = deal.next(phase)) {
        form.take(first, rows, inputShares.get(s).from(), inputShares.get(s).count());
      }
      barrier.await();
    }
  }

  /** Maps all of {@code in} to a share of {@code out}. */
  private void forward(int index, Share own, Matrix in, Matrix out, int rows, Scratch scratch) {
    DenseLayer layer = network.layers().get(index);
    scratch.multiplier.forward(
        rows, in, forms.get(index), layer.weight, own.from(), own.count(), out);
    if (layer.bias != null) {
      own.get(layer.bias, scratch.third);
    } else {
      own.get(scales.get(index), scratch.other);
      own.get(shifts.get(index), scratch.third);
    }
    for (int r = 0; r < rows; r++) {
      finish(layer, own, out, r, scratch);
    }
  }

  /** Turns a row's linear outputs into the layer's outputs. */
  private static void finish(DenseLayer layer, Share own, Matrix out, int r, Scratch scratch) {
    own.get(out, r, scratch.row);
    if (layer.bias != null) {
      VectorKernels.add(scratch.row, scratch.third, own.count());
    } else {
      VectorKernels.affine(scratch.row, scratch.other, scratch.third, own.count());
    }
    layer.activation.forward(scratch.row, own.count());
    own.put(out, r, scratch.row);
  }

  @Override
  public void close() {
    synchronized (network) {
      if (!closed) {
        closed = true;
        hidden.forEach(Matrix::free);
      }
    }
  }
}
