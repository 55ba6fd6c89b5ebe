package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.blas.Blas;
import io.github.gan4j.dl4j.internal.kernel.VectorKernels;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A way through a dense network as it generates. Each worker takes its rows all the way. */
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
    scratches = Scratch.forWorkers(Rows.workers(maxRows, network.team().size()), layers);
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
      int workers = Rows.workers(rows, network.team().size());
      network
          .team()
          .run(
              workers,
              (worker, barrier) ->
                  forward(Rows.of(worker, workers, rows), first, last, scratches[worker]));
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

  private void forward(Rows own, Matrix first, Matrix last, Scratch scratch) {
    Matrix in = first;
    for (int i = 0; i < hidden.size(); i++) {
      Matrix out = i == hidden.size() - 1 ? last : hidden.get(i);
      DenseLayer layer = network.layers().get(i);
      Blas.multiplyTransposed(
          own.count(),
          layer.outputs,
          layer.inputs,
          in.at(own.from()),
          in.stride(),
          layer.weight.at(0),
          layer.weight.stride(),
          out.at(own.from()),
          out.stride(),
          false);
      for (int r = own.from(); r < own.to(); r++) {
        out.getRow(r, scratch.row);
        if (layer.bias != null) {
          VectorKernels.add(scratch.row, layer.bias, layer.outputs);
        } else {
          VectorKernels.affine(scratch.row, scales.get(i), shifts.get(i), layer.outputs);
        }
        layer.activation.forward(scratch.row, layer.outputs);
        out.putRow(r, scratch.row);
      }
      in = out;
    }
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
