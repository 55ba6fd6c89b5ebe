package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.ForwardInput;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.team.Barrier;
import io.github.gan4j.cpu.internal.team.WorkQueue;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainingPass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forward and backward pass over a dense network. Workers take shares of a layer's columns, one
 * after the other, forward and backward, and meet between layers.
 */
final class DenseTrainingPass implements TrainingPass {
  private final TrainableDenseNetwork owner;
  private final DenseNetwork network;
  private final int rows;
  private final int workers;
  private final List<LayerTraining> parts = new ArrayList<>();
  private final List<Matrix> hidden = new ArrayList<>();
  private final List<ForwardInput> forms = new ArrayList<>();
  private final WorkQueue forwardQueue;
  private final WorkQueue backwardQueue;
  private final Scratch[] scratches;
  private @Nullable Matrix in;
  private @Nullable Matrix out;
  private @Nullable DoubleBackward doubleBackward;
  private State state = State.NEW;
  private long version;
  private final Runnable free = this::close;
  private boolean closed;

  /** What the pass did last. */
  private enum State {
    NEW,
    FORWARD,
    KEPT,
    SKIPPED,
    DOUBLE_BACKWARD
  }

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
    workers = network.workersFor(rows);
    Arithmetic arithmetic = network.arithmetic();
    List<DenseLayer> layers = network.layers();
    for (int i = 0; i < layers.size(); i++) {
      DenseLayer layer = layers.get(i);
      parts.add(new LayerTraining(layer, rows, arithmetic, workers));
      forms.add(arithmetic.forwardInput(rows, layer.inputs()));
      if (i < layers.size() - 1) {
        hidden.add(arithmetic.allocate(rows, layer.outputs()));
      }
    }
    scratches = Scratch.forWorkers(workers, layers, arithmetic);
    forwardQueue = new WorkQueue(layers.size() + 1);
    backwardQueue = new WorkQueue(2 * layers.size());
    network.freeWithThis(free);
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
      network.spectralNorms().measure();
      version = network.version();
      state = State.FORWARD;
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).prepareForward(i < hidden.size() ? hidden.get(i) : last, dropoutSeed);
      }
      forwardQueue.reset();
      network.arithmetic().beforeWork();
      network.team().run(workers, (worker, barrier) -> forward(worker, barrier, first, last));
    }
  }

  private void forward(int worker, Barrier barrier, Matrix first, Matrix last) {
    takeInput(barrier, first);
    Matrix layerIn = first;
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        barrier.await();
      }
      boolean atEnd = i == parts.size() - 1;
      Matrix layerOut = atEnd ? last : hidden.get(i);
      LayerTraining part = parts.get(i);
      List<Share> shares = part.outputShares();
      for (int s = forwardQueue.next(i); s < shares.size(); s = forwardQueue.next(i)) {
        Share own = shares.get(s);
        part.forward(own, layerIn, forms.get(i), layerOut, scratches[worker]);
        if (!atEnd) {
          forms.get(i + 1).take(layerOut, rows, own.from(), own.count());
        }
      }
      layerIn = layerOut;
    }
  }

  private void takeInput(Barrier barrier, Matrix first) {
    ForwardInput form = forms.get(0);
    if (form.isCopy()) {
      List<Share> shares = parts.get(0).inputShares();
      int phase = parts.size();
      for (int s = forwardQueue.next(phase); s < shares.size(); s = forwardQueue.next(phase)) {
        form.take(first, rows, shares.get(s).from(), shares.get(s).count());
      }
      barrier.await();
    }
  }

  @Override
  public void backward(Tensor outGradient, @Nullable Tensor inGradient, WeightGradients weights) {
    synchronized (network) {
      checkOpen();
      if (out == null || version != network.version()) {
        throw new IllegalStateException(
            "backward must follow a forward pass with the same weights");
      }
      Matrix lastGradient =
          DenseNetwork.matrix("outGradient", outGradient, rows, network.spec().outputs());
      Matrix firstGradient =
          inGradient == null
              ? null
              : DenseNetwork.matrix("inGradient", inGradient, rows, network.spec().inputs());
      backwardQueue.reset();
      network.arithmetic().beforeWork();
      network
          .team()
          .run(
              workers, (worker, barrier) -> backward(worker, barrier, lastGradient, firstGradient));
      if (weights == WeightGradients.KEEP) {
        owner.remember(this);
        state = State.KEPT;
      } else {
        owner.forget(this);
        state = State.SKIPPED;
      }
    }
  }

  @Override
  public void doubleBackward(Tensor byInGradient) {
    synchronized (network) {
      checkOpen();
      Matrix first =
          DenseNetwork.matrix("byInGradient", byInGradient, rows, network.spec().inputs());
      if (!network.spec().piecewiseLinear()) {
        throw new IllegalStateException("doubleBackward needs layers that are piecewise linear");
      }
      if (state != State.SKIPPED || version != network.version()) {
        throw new IllegalStateException(
            "doubleBackward must follow a backward pass with SKIP and the same weights");
      }
      if (doubleBackward == null) {
        doubleBackward = new DoubleBackward(network, parts, rows);
      }
      doubleBackward.run(first, workers, scratches);
      owner.remember(this);
      state = State.DOUBLE_BACKWARD;
    }
  }

  private void backward(
      int worker, Barrier barrier, Matrix lastGradient, @Nullable Matrix firstGradient) {
    int phase = 0;
    for (int i = parts.size() - 1; i >= 0; i--) {
      boolean atEnd = i == parts.size() - 1;
      LayerTraining part = parts.get(i);
      Matrix outGradient = atEnd ? lastGradient : part.delta();
      List<Share> shares = part.outputShares();
      for (int s = backwardQueue.next(phase); s < shares.size(); s = backwardQueue.next(phase)) {
        part.backward(shares.get(s), outGradient, scratches[worker]);
      }
      phase++;
      Matrix below = i > 0 ? parts.get(i - 1).delta() : firstGradient;
      if (below != null) {
        barrier.await();
        List<Share> inputShares = part.inputShares();
        for (int s = backwardQueue.next(phase);
            s < inputShares.size();
            s = backwardQueue.next(phase)) {
          part.backwardToInput(inputShares.get(s), below, scratches[worker]);
        }
        phase++;
        barrier.await();
      }
    }
  }

  /**
   * Returns what a layer's weight gradient is the product of with its delta: what went into it in
   * the forward pass, or, after a double backward, the derivative that came to it.
   */
  Matrix input(int layer) {
    if (state == State.DOUBLE_BACKWARD && doubleBackward != null) {
      return doubleBackward.input(layer);
    }
    Matrix first = in;
    if (first == null) {
      throw new IllegalStateException("no forward pass came before");
    }
    return layer == 0 ? first : hidden.get(layer - 1);
  }

  /** Returns whether biases have a gradient; the input gradient does not depend on them. */
  boolean hasVectorGradients() {
    return state != State.DOUBLE_BACKWARD;
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
        network.freed(free);
        owner.forget(this);
        hidden.forEach(Matrix::free);
        parts.forEach(LayerTraining::free);
        if (doubleBackward != null) {
          doubleBackward.free();
        }
      }
    }
  }
}
