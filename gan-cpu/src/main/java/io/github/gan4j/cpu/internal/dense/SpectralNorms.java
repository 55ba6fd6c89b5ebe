package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.Multiplier;
import io.github.gan4j.cpu.internal.team.Barrier;
import io.github.gan4j.cpu.internal.team.WorkQueue;
import io.github.gan4j.cpu.internal.team.WorkerTeam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The spectral norms of a network's layers; a team finds them together. */
final class SpectralNorms {

  /** Columns of one layer that a worker multiplies out. */
  private record Piece(SpectralNormalization layer, Share share) {}

  private final List<SpectralNormalization> layers = new ArrayList<>();
  private final List<Piece> inputs = new ArrayList<>();
  private final List<Piece> outputs = new ArrayList<>();
  private final Arithmetic arithmetic;
  private final WorkerTeam team;
  private final Multiplier[] multipliers;
  private final WorkQueue queue = new WorkQueue(3);
  private boolean stale = true;

  SpectralNorms(List<DenseLayer> layers, Arithmetic arithmetic, WorkerTeam team, int workers) {
    this.arithmetic = arithmetic;
    this.team = team;
    for (DenseLayer layer : layers) {
      if (layer.linear instanceof SpectralLinear spectral) {
        this.layers.add(spectral.norm());
        cut(inputs, spectral.norm(), layer.inputs(), workers);
        cut(outputs, spectral.norm(), layer.outputs(), workers);
      }
    }
    multipliers = new Multiplier[this.layers.isEmpty() ? 0 : workers];
    Arrays.setAll(multipliers, i -> arithmetic.multiplier());
  }

  private void cut(List<Piece> pieces, SpectralNormalization layer, int width, int workers) {
    for (Share share : Share.cut(width, arithmetic.columnsAtOnce(width, workers))) {
      pieces.add(new Piece(layer, share));
    }
  }

  boolean areNone() {
    return layers.isEmpty();
  }

  /** Takes note that weights or vectors are others now. */
  void changed() {
    stale = true;
  }

  /** Finds the norms again if weights or vectors are others now. */
  void measure() {
    if (stale && !layers.isEmpty()) {
      layers.forEach(SpectralNormalization::takeRight);
      run((worker, barrier) -> multiplyRight(worker));
      layers.forEach(SpectralNormalization::measure);
      stale = false;
    }
  }

  /** Has the vectors follow the weights by one iteration. */
  void iterate() {
    if (!layers.isEmpty()) {
      layers.forEach(SpectralNormalization::takeLeft);
      run(this::iterate);
      layers.forEach(SpectralNormalization::replaceLeft);
      layers.forEach(SpectralNormalization::measure);
      stale = false;
    }
  }

  /** Returns whether weights can be divided by their norms, as they were found last. */
  boolean areUsable() {
    return layers.stream().allMatch(SpectralNormalization::isUsable);
  }

  private void run(WorkerTeam.Task task) {
    queue.reset();
    arithmetic.beforeWork();
    team.run(multipliers.length, task);
  }

  private void iterate(int worker, Barrier barrier) {
    for (int i = queue.next(0); i < inputs.size(); i = queue.next(0)) {
      inputs.get(i).layer.multiplyLeft(inputs.get(i).share, multipliers[worker]);
    }
    barrier.await();
    for (int i = queue.next(1); i < layers.size(); i = queue.next(1)) {
      layers.get(i).replaceRight();
      layers.get(i).takeRight();
    }
    barrier.await();
    multiplyRight(worker);
  }

  private void multiplyRight(int worker) {
    for (int i = queue.next(2); i < outputs.size(); i = queue.next(2)) {
      outputs.get(i).layer.multiplyRight(outputs.get(i).share, multipliers[worker]);
    }
  }
}
