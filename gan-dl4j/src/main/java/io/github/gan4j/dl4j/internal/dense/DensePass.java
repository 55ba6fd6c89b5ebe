package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.blas.Blas;
import io.github.gan4j.dl4j.internal.kernel.VectorKernels;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.team.Barrier;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A way through a dense network as it generates. Each worker takes a share of every layer. */
final class DensePass implements Pass {
  private final DenseNetwork network;
  private final int maxRows;
  private final List<Matrix> hidden = new ArrayList<>();
  private final List<float[]> scales = new ArrayList<>();
  private final List<float[]> shifts = new ArrayList<>();
  private final Scratch[] scratches;
  private boolean closed;

  DensePass(DenseNetwork network, int maxRows) {
    if (maxRows < 1) {
      throw new IllegalArgumentException("maxRows must be at least 1, was " + maxRows);
    }
    this.network = network;
    this.maxRows = maxRows;
    List<DenseLayer> layers = network.layers();
    for (DenseLayer layer : layers) {
      boolean last = hidden.size() == layers.size() - 1;
      hidden.add(Matrix.allocate(last ? 0 : maxRows, layer.outputs));
      scales.add(new float[layer.outputs]);
      shifts.add(new float[layer.outputs]);
    }
    scratches = Scratch.forWorkers(workers(maxRows), layers);
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
      Blas.useCallingThreadOnly();
      foldNormalizations();
      int workers = workers(rows);
      network
          .team()
          .run(workers, (worker, barrier) -> forward(worker, workers, barrier, first, last, rows));
    }
  }

  private int workers(int rows) {
    return Share.workers(rows, network.spec().parameterCount(), network.team().size());
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

  private void forward(
      int worker, int workers, Barrier barrier, Matrix first, Matrix last, int rows) {
    Scratch scratch = scratches[worker];
    Matrix in = first;
    for (int i = 0; i < hidden.size(); i++) {
      if (i > 0) {
        barrier.await();
      }
      Matrix out = i == hidden.size() - 1 ? last : hidden.get(i);
      DenseLayer layer = network.layers().get(i);
      Share own = Share.of(worker, workers, layer.outputs);
      if (!own.isEmpty()) {
        Blas.multiplyTransposed(
            rows,
            own.count(),
            layer.inputs,
            in.at(0),
            in.stride(),
            layer.weight.at(own.from()),
            layer.weight.stride(),
            out.at(0, own.from()),
            out.stride(),
            false);
        if (layer.bias != null) {
          own.get(layer.bias, scratch.third);
        } else {
          own.get(scales.get(i), scratch.other);
          own.get(shifts.get(i), scratch.third);
        }
        for (int r = 0; r < rows; r++) {
          finish(layer, own, out, r, scratch);
        }
      }
      in = out;
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
