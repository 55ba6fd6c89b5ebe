package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.dl4j.internal.blas.Blas;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import io.github.gan4j.dl4j.internal.team.Barrier;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainingPass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way through a dense network as it trains. Each worker takes a share of every layer's columns,
 * there and back, and meets the others between layers.
 */
final class DenseTrainingPass implements TrainingPass {
  private final TrainableDenseNetwork owner;
  private final DenseNetwork network;
  private final int rows;
  private final int workers;
  private final List<LayerTraining> parts = new ArrayList<>();
  private final List<Matrix> hidden = new ArrayList<>();
  private final Scratch[] scratches;
  private @Nullable Matrix in;
  private @Nullable Matrix out;
  private long version;
  private boolean closed;

  DenseTrainingPass(TrainableDenseNetwork owner, int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be at least 1, was " + rows);
    }
    if (rows < 2 && !owner.spec().rowsIndependent()) {
      throw new IllegalArgumentException(
          "rows must be at least 2 with batch normalisation, was " + rows);
    }
    this.owner = owner;
    this.rows = rows;
    network = owner.network();
    workers = Share.workers(rows, owner.spec().parameterCount(), network.team().size());
    List<DenseLayer> layers = network.layers();
    for (int i = 0; i < layers.size(); i++) {
      parts.add(new LayerTraining(layers.get(i), i, rows, workers));
      if (i < layers.size() - 1) {
        hidden.add(Matrix.allocate(rows, layers.get(i).outputs));
      }
    }
    scratches = Scratch.forWorkers(workers, layers);
    network.freeWithThis(this::close);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void forward(Tensor in, Tensor out, long dropoutSeed) {
    synchronized (network) {
      checkOpen();
      owner.forget(this);
      Matrix first = DenseNetwork.matrix("in", in, rows, network.spec().inputs());
      Matrix last = DenseNetwork.matrix("out", out, rows, network.spec().outputs());
      this.in = first;
      this.out = last;
      version = network.version();
      Blas.useCallingThreadOnly();
      network
          .team()
          .run(workers, (worker, barrier) -> forward(worker, barrier, first, last, dropoutSeed));
    }
  }

  private void forward(int worker, Barrier barrier, Matrix first, Matrix last, long seed) {
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        barrier.await();
      }
      parts
          .get(i)
          .forward(
              worker,
              i == 0 ? first : hidden.get(i - 1),
              i == parts.size() - 1 ? last : hidden.get(i),
              scratches[worker],
              seed);
    }
  }

  @Override
  public void backward(Tensor outGradient, @Nullable Tensor inGradient, WeightGradients weights) {
    synchronized (network) {
      checkOpen();
      Matrix last = out;
      if (last == null || version != network.version()) {
        throw new IllegalStateException(
            "backward must follow a forward pass with the same weights");
      }
      Matrix lastGradient =
          DenseNetwork.matrix("outGradient", outGradient, rows, network.spec().outputs());
      Matrix firstGradient =
          inGradient == null
              ? null
              : DenseNetwork.matrix("inGradient", inGradient, rows, network.spec().inputs());
      Blas.useCallingThreadOnly();
      network
          .team()
          .run(
              workers,
              (worker, barrier) -> backward(worker, barrier, last, lastGradient, firstGradient));
      if (weights == WeightGradients.KEEP) {
        owner.remember(this);
      } else {
        owner.forget(this);
      }
    }
  }

  private void backward(
      int worker,
      Barrier barrier,
      Matrix last,
      Matrix lastGradient,
      @Nullable Matrix firstGradient) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      boolean atEnd = i == parts.size() - 1;
      LayerTraining part = parts.get(i);
      part.backward(
          worker,
          atEnd ? lastGradient : part.delta(),
          atEnd ? last : hidden.get(i),
          scratches[worker]);
      Matrix below = i > 0 ? parts.get(i - 1).delta() : firstGradient;
      if (below != null) {
        barrier.await();
        part.backwardToInput(worker, below);
      }
    }
  }

  /** Returns what went into a layer on the way there. */
  Matrix input(int layer) {
    Matrix first = in;
    if (first == null) {
      throw new IllegalStateException("no forward pass came before");
    }
    return layer == 0 ? first : hidden.get(layer - 1);
  }

  /** Returns a layer's part. */
  LayerTraining part(int layer) {
    return parts.get(layer);
  }

  private void checkOpen() {
    network.checkOpen();
    if (closed) {
      throw new IllegalStateException("the pass is closed");
    }
  }

  @Override
  public void close() {
    synchronized (network) {
      if (!closed) {
        closed = true;
        owner.forget(this);
        hidden.forEach(Matrix::free);
        parts.forEach(LayerTraining::free);
      }
    }
  }
}
