package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.memory.ArraySegment;
import io.github.gan4j.cpu.internal.memory.Matrix;
import io.github.gan4j.cpu.internal.memory.Segment;
import io.github.gan4j.cpu.internal.team.WorkerTeam;
import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A stack of dense layers. Its monitor guards its memory: whatever touches that holds it and has
 * checked that the network is open, so that closing can never pull memory from under native code.
 * Inference passes leave it while they compute, so that several do at once: each only reads the
 * weights, and holds {@link #reading} instead. Whoever changes or frees them does so {@link
 * #exclusively}.
 */
public final class DenseNetwork implements Network {
  /** Products a worker must have before another is worth meeting. */
  private static final long FEWEST_PRODUCTS = 100_000;

  private static final AtomicInteger OPEN = new AtomicInteger();

  private final NetworkSpec spec;
  private final Arithmetic arithmetic;
  private final WorkerTeam team;
  private final List<DenseLayer> layers = new ArrayList<>();
  private final Set<Runnable> frees = new LinkedHashSet<>();
  private final SpectralNorms spectralNorms;
  private final FlatVector parameters;
  private final FlatVector buffers;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private long version;
  private boolean closed;

  /** Makes one of zeros, whose work this team does. */
  public DenseNetwork(NetworkSpec spec, Arithmetic arithmetic, WorkerTeam team) {
    team.checkOpen();
    this.spec = spec;
    this.arithmetic = arithmetic;
    this.team = team;
    for (int i = 0; i < spec.layers().size(); i++) {
      DenseLayer layer = new DenseLayer(spec.layers().get(i), i, spec.inputsOf(i), arithmetic);
      layers.add(layer);
      frees.add(layer::free);
    }
    // Two rows' products: a weight is gone through twice.
    spectralNorms = new SpectralNorms(layers, arithmetic, team, workersFor(2));
    parameters = new Segments(this, parameterSegments(), this::weightsChanged);
    buffers = new Segments(this, bufferSegments(), this::buffersChanged);
    OPEN.incrementAndGet();
  }

  /** Returns how many nobody has closed, in this JVM: for tests that look for leaks. */
  public static int open() {
    return OPEN.get();
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public FlatVector parameters() {
    return parameters;
  }

  @Override
  public FlatVector buffers() {
    return buffers;
  }

  @Override
  public synchronized Pass inferencePass(int maxRows) {
    checkOpen();
    return new DensePass(this, maxRows);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      OPEN.decrementAndGet();
      // A copy: passes leave the set as they close.
      exclusively(() -> List.copyOf(frees).forEach(Runnable::run));
      frees.clear();
    }
  }

  /**
   * Returns what inference passes hold while they compute. To be taken within the monitor, where
   * nobody else can hold the network {@linkplain #exclusively exclusively}; so it never waits.
   */
  Lock reading() {
    return lock.readLock();
  }

  /** Does what no inference pass may compute beside. To be called within the monitor. */
  void exclusively(Runnable change) {
    lock.writeLock().lock();
    try {
      change.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  List<DenseLayer> layers() {
    return layers;
  }

  WorkerTeam team() {
    return team;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  /** Returns how many workers a batch's way through deserves. */
  int workersFor(int rows) {
    long products = (long) rows * spec.parameterCount();
    return (int) Math.max(1, Math.min(team.size(), products / FEWEST_PRODUCTS));
  }

  /** Has memory freed with the network's, if it is not freed before. */
  void freeWithThis(Runnable free) {
    frees.add(free);
  }

  /** Forgets memory that is freed already: a pass may go long before its network does. */
  void freed(Runnable free) {
    frees.remove(free);
  }

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the network is closed");
    }
    team.checkOpen();
  }

  /** Returns a number that changes with the weights. */
  long version() {
    return version;
  }

  void weightsChanged() {
    version++;
    spectralNorms.changed();
  }

  void buffersChanged() {
    if (!spectralNorms.areNone()) {
      weightsChanged();
    }
  }

  SpectralNorms spectralNorms() {
    return spectralNorms;
  }

  List<Segment> parameterSegments() {
    List<Segment> segments = new ArrayList<>();
    for (DenseLayer layer : layers) {
      segments.add(layer.linear.weight);
      for (Stage stage : layer.stages) {
        stage.parameters().forEach(vector -> segments.add(new ArraySegment(vector)));
      }
    }
    return segments;
  }

  List<Segment> bufferSegments() {
    List<Segment> segments = new ArrayList<>();
    for (DenseLayer layer : layers) {
      layer.buffers().forEach(vector -> segments.add(new ArraySegment(vector)));
    }
    return segments;
  }

  /** Returns a tensor as this engine's, if it fits. */
  static Matrix matrix(String name, Tensor tensor, int rows, int columns) {
    if (!(tensor instanceof Matrix matrix)) {
      throw new IllegalArgumentException(
          name + " must be a tensor of this engine, was a " + tensor.getClass().getName());
    }
    if (tensor.rows() != rows || tensor.columns() != columns) {
      throw new IllegalArgumentException(
          "%s must be %s x %s, was %s x %s"
              .formatted(name, rows, columns, tensor.rows(), tensor.columns()));
    }
    return matrix;
  }
}
