package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.team.Barrier;
import io.github.gan4j.cpu.internal.team.WorkQueue;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A forward pass over a dense network as it generates. Of few rows the workers share the columns of
 * each layer and meet after it; of many each takes some through all layers, alone and in its own
 * cache.
 *
 * <p>It is used by one thread at a time; passes of one network compute side by side.
 *
 * <p>How the work is cut depends on the number of rows and on the team alone, not on how many rows
 * there is room for: sums of another cut would be rounded differently.
 */
final class DensePass implements Pass {
  /** Rows a worker must have before it goes alone: all of the weights pass through its cache. */
  private static final int FEWEST_ROWS = 64;

  /** Rows that a worker takes at once: what they become in a layer stays in its cache. */
  private static final int ROWS_AT_ONCE = 256;

  private final DenseNetwork network;
  private final int maxRows;
  private final List<InferenceLayer> layers;
  private final InferenceLane together;
  private final List<InferenceLane> alone = new ArrayList<>();
  private final WorkQueue blocks = new WorkQueue(1);
  private final Scratch[] scratches;
  private final int fewestAlone;
  private final Runnable free = this::close;

  /** Held while this computes, outside of the network's monitor: its memory is in use. */
  private final Lock busy = new ReentrantLock();

  private boolean closed;

  DensePass(DenseNetwork network, int maxRows) {
    if (maxRows < 1) {
      throw new IllegalArgumentException("maxRows must be at least 1, was " + maxRows);
    }
    this.network = network;
    this.maxRows = maxRows;
    Arithmetic arithmetic = network.arithmetic();
    layers = network.layers().stream().map(InferenceLayer::new).toList();
    int workers = network.team().size();
    scratches = Scratch.forWorkers(workers, network.layers(), arithmetic);
    fewestAlone = workers * FEWEST_ROWS;
    together = new InferenceLane(network, layers, Math.min(maxRows, fewestAlone), workers);
    if (maxRows >= fewestAlone) {
      for (int i = 0; i < workers; i++) {
        alone.add(new InferenceLane(network, layers, blockRows(maxRows, workers), 1));
      }
    }
    network.freeWithThis(free);
  }

  @Override
  public int rows() {
    return maxRows;
  }

  @Override
  public void forward(Tensor in, Tensor out) {
    Matrix first;
    Matrix last;
    Lock reading = network.reading();
    synchronized (network) {
      network.checkOpen();
      if (closed) {
        throw new IllegalStateException("the pass is closed");
      }
      int rows = in.rows();
      if (rows > maxRows) {
        throw new IllegalArgumentException(
            "in must have at most %s rows, had %s".formatted(maxRows, rows));
      }
      first = DenseNetwork.matrix("in", in, rows, network.spec().inputs());
      last = DenseNetwork.matrix("out", out, rows, network.spec().outputs());
      network.spectralNorms().measure();
      layers.forEach(InferenceLayer::fold);
      network.arithmetic().beforeWork();
      busy.lock();
      reading.lock();
    }
    try {
      if (first.rows() < fewestAlone) {
        forwardTogether(first, last);
      } else {
        forwardAlone(first, last);
      }
    } finally {
      reading.unlock();
      busy.unlock();
    }
  }

  private void forwardTogether(Matrix first, Matrix last) {
    together.reset();
    network
        .team()
        .runOrDoAlone(
            network.workersFor(first.rows()),
            (worker, barrier) ->
                together.forward(barrier, scratches[worker], first.rows(), first, last));
  }

  private void forwardAlone(Matrix first, Matrix last) {
    int blockRows = blockRows(first.rows(), alone.size());
    blocks.reset();
    network
        .team()
        .runOrDoAlone(
            alone.size(), (worker, barrier) -> forwardAlone(worker, blockRows, first, last));
  }

  private void forwardAlone(int worker, int blockRows, Matrix first, Matrix last) {
    InferenceLane lane = alone.get(worker);
    int rows = first.rows();
    for (int from = blocks.next(0) * blockRows; from < rows; from = blocks.next(0) * blockRows) {
      int to = Math.min(rows, from + blockRows);
      lane.reset();
      lane.forward(
          Barrier.ofOne(),
          scratches[worker],
          to - from,
          first.rowRange(from, to),
          last.rowRange(from, to));
    }
  }

  /** Returns how many rows are taken at once, so that all workers get as many. */
  private static int blockRows(int rows, int workers) {
    int each = (rows + workers - 1) / workers;
    int blocks = (each + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
    return (each + blocks - 1) / blocks;
  }

  @Override
  public void close() {
    synchronized (network) {
      if (!closed) {
        closed = true;
        network.freed(free);
        busy.lock();
        try {
          together.free();
          alone.forEach(InferenceLane::free);
        } finally {
          busy.unlock();
        }
      }
    }
  }
}
