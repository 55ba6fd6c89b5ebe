package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.team.WorkQueue;
import io.github.gan4j.cpu.internal.team.WorkerTeam;
import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dense network with its optimiser and the passes whose gradients wait for an update. */
public final class TrainableDenseNetwork implements TrainableNetwork {
  private final DenseNetwork network;
  private final NetworkOptimizer optimizer;
  private final FlatVector parameters;
  private final FlatVector buffers;
  private final FlatVector optimizerState;
  private final FlatVector averagedParameters;
  private final FlatVector averagedBuffers;
  private final WorkQueue queue = new WorkQueue(1);

  /** Made when first asked for: a run without a limit to the norm needs none. */
  private @Nullable GradientSquares gradientSquares;

  private final List<DenseTrainingPass> pending = new ArrayList<>();

  /**
   * Makes one of zeros, whose work this team does.
   *
   * @param averaging decay of the running average an update, in [0, 1)
   */
  public TrainableDenseNetwork(
      NetworkSpec spec,
      OptimizerConfig adam,
      double averaging,
      Arithmetic arithmetic,
      WorkerTeam team) {
    if (!(averaging >= 0 && averaging < 1)) {
      throw new IllegalArgumentException("averaging must be in [0, 1), was " + averaging);
    }
    network = new DenseNetwork(spec, arithmetic, team);
    optimizer = new NetworkOptimizer(network.layers(), adam, averaging, arithmetic, team.size());
    network.freeWithThis(optimizer::free);
    parameters = new Segments(network, network.parameterSegments(), this::parametersSet);
    buffers = new Segments(network, network.bufferSegments(), this::buffersSet);
    optimizerState = new Segments(network, optimizer.stateSegments(), () -> {});
    if (optimizer.averaged()) {
      averagedParameters = new Segments(network, optimizer.averageSegments(), () -> {});
      averagedBuffers = new Segments(network, optimizer.bufferAverageSegments(), () -> {});
    } else {
      averagedParameters = parameters;
      averagedBuffers = buffers;
    }
  }

  private void parametersSet() {
    pending.clear();
    network.weightsChanged();
    if (optimizer.averaged()) {
      optimizer.resetAverages();
    }
  }

  private void buffersSet() {
    network.buffersChanged();
    optimizer.resetBufferAverages();
  }

  @Override
  public NetworkSpec spec() {
    return network.spec();
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
  public FlatVector optimizerState() {
    return optimizerState;
  }

  @Override
  public FlatVector averagedParameters() {
    return averagedParameters;
  }

  @Override
  public FlatVector averagedBuffers() {
    return averagedBuffers;
  }

  @Override
  public Pass inferencePass(int maxRows) {
    return network.inferencePass(maxRows);
  }

  @Override
  public TrainingPass trainingPass(int rows) {
    synchronized (network) {
      network.checkOpen();
      return new DenseTrainingPass(this, rows);
    }
  }

  @Override
  public boolean update(long step, double rateFactor, double gradientFactor) {
    synchronized (network) {
      checkPending();
      UpdateNumbers numbers = optimizer.numbers(step, rateFactor, gradientFactor);
      network.exclusively(() -> update(numbers));
      boolean recorded = optimizer.recordBuffers(numbers);
      return optimizer.takeFinite() && recorded && network.spectralNorms().areUsable();
    }
  }

  private void update(UpdateNumbers numbers) {
    queue.reset();
    prepareGradient();
    network
        .team()
        .run(
            optimizer.workers(),
            (worker, barrier) -> optimizer.update(worker, queue, numbers, pending));
    pending.clear();
    network.weightsChanged();
    network.spectralNorms().iterate();
  }

  @Override
  public double gradientNorm() {
    synchronized (network) {
      checkPending();
      if (gradientSquares == null) {
        gradientSquares = optimizer.gradientSquares();
      }
      GradientSquares squares = gradientSquares;
      queue.reset();
      prepareGradient();
      network
          .team()
          .run(
              optimizer.workers(),
              (worker, barrier) -> optimizer.square(worker, queue, squares, pending));
      double norm = Math.sqrt(squares.sum());
      if (!Double.isFinite(norm)) {
        optimizer.clearGradients();
      }
      return norm;
    }
  }

  @Override
  public void readGradient(float[] into) {
    synchronized (network) {
      checkPending();
      Objects.checkFromIndexSize(0, parameters.size(), into.length);
      prepareGradient();
      optimizer.readGradient(pending, into);
    }
  }

  @Override
  public void close() {
    network.close();
  }

  DenseNetwork network() {
    return network;
  }

  void remember(DenseTrainingPass pass) {
    if (!pending.contains(pass)) {
      pending.add(pass);
    }
  }

  void forget(DenseTrainingPass pass) {
    pending.remove(pass);
  }

  private void prepareGradient() {
    network.spectralNorms().measure();
    optimizer.prepare(pending);
    network.arithmetic().beforeWork();
  }

  private void checkPending() {
    network.checkOpen();
    if (pending.isEmpty()) {
      throw new IllegalStateException("no pass went backward with its weight gradients kept");
    }
  }
}
