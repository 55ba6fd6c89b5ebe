package io.github.gan4j.cpu.internal.dense;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.cpu.internal.arithmetic.Arithmetic;
import io.github.gan4j.cpu.internal.arithmetic.Multiplier;
import io.github.gan4j.cpu.internal.arithmetic.OptimizerValues;
import io.github.gan4j.cpu.internal.arithmetic.TileOptimizer;
import io.github.gan4j.cpu.internal.arithmetic.UpdateScratch;
import io.github.gan4j.cpu.internal.kernel.UpdateNumbers;
import io.github.gan4j.cpu.internal.kernel.VectorKernels;
import io.github.gan4j.cpu.internal.memory.ArraySegment;
import io.github.gan4j.cpu.internal.memory.Segment;
import io.github.gan4j.cpu.internal.memory.Weight;
import io.github.gan4j.cpu.internal.team.WorkQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The optimiser and the running average over all values of a network, dealt out to workers in
 * tiles.
 */
final class NetworkOptimizer {

  /** What one layer's update consists of, in the order of the flat vectors. */
  private record LayerUpdate(Linear linear, List<WeightTile> tiles, List<VectorUpdate> vectors) {}

  /** Most values by which a row may be filled up. */
  private static final int FILLING = 16;

  private final OptimizerConfig config;
  private final double averaging;
  private final List<LayerUpdate> layers = new ArrayList<>();
  private final List<WeightTile> tiles = new ArrayList<>();
  private final List<VectorUpdate> vectors = new ArrayList<>();
  private final List<float[]> buffers = new ArrayList<>();
  private final List<BufferAverage> bufferAverages = new ArrayList<>();
  private final Tools[] tools;

  /** What one worker updates with. */
  private record Tools(Multiplier multiplier, Weight gradient, UpdateScratch scratch) {}

  NetworkOptimizer(
      List<DenseLayer> layers,
      OptimizerConfig config,
      double averaging,
      Arithmetic arithmetic,
      int workers) {
    this.config = config;
    this.averaging = averaging;
    boolean averaged = averaging > 0;
    for (int i = 0; i < layers.size(); i++) {
      DenseLayer layer = layers.get(i);
      LayerUpdate update =
          new LayerUpdate(
              layer.linear,
              WeightTile.cut(layer, i, arithmetic, workers, averaged),
              new ArrayList<>());
      for (int stage = 0; stage < layer.stages.size(); stage++) {
        List<float[]> parameters = layer.stages.get(stage).parameters();
        for (int j = 0; j < parameters.size(); j++) {
          update.vectors.add(new VectorUpdate(parameters.get(j), i, stage, j, averaged));
        }
      }
      buffers.addAll(layer.buffers());
      this.layers.add(update);
      tiles.addAll(update.tiles);
      vectors.addAll(update.vectors);
    }
    if (averaged) {
      buffers.forEach(buffer -> bufferAverages.add(new BufferAverage(buffer)));
    }
    tools = new Tools[Math.min(workers, tiles.size())];
    for (int i = 0; i < tools.length; i++) {
      tools[i] =
          new Tools(arithmetic.multiplier(), largestGradient(arithmetic), new UpdateScratch());
    }
  }

  /** Returns memory for any tile's gradient, however its rows are filled up. */
  private Weight largestGradient(Arithmetic arithmetic) {
    int most = 0;
    for (WeightTile tile : tiles) {
      most = Math.max(most, tile.rows().rows() * (tile.rows().columns() + FILLING));
    }
    return arithmetic.allocateWeight(1, most);
  }

  /** Returns how many workers an update wants. */
  int workers() {
    return tools.length;
  }

  UpdateNumbers numbers(long step, double rateFactor, double gradientFactor) {
    return UpdateNumbers.of(config, averaging, step, rateFactor, gradientFactor);
  }

  /** Gets ready for gradients; before workers start. */
  void prepare(List<DenseTrainingPass> passes) {
    for (int i = 0; i < layers.size(); i++) {
      double product = 0;
      for (DenseTrainingPass pass : passes) {
        product += pass.part(i).linear().product();
      }
      layers.get(i).linear.prepareCorrection(product);
    }
  }

  /** Returns a new way to the gradient's norm. */
  GradientSquares gradientSquares() {
    return new GradientSquares(tiles, vectors, tools.length);
  }

  /**
   * Does one worker's part of summing squares, as {@link #update} shares it out.
   *
   * @param squares where the sums go
   */
  void square(
      int worker, WorkQueue queue, GradientSquares squares, List<DenseTrainingPass> passes) {
    Tools own = tools[worker];
    for (int i = queue.next(0); i <= tiles.size(); i = queue.next(0)) {
      if (i < tiles.size()) {
        squares.ofTile(i, tiles.get(i).gradient(passes, own.multiplier, own.gradient), worker);
      } else {
        squares.ofVectors(passes);
      }
    }
  }

  /**
   * Does one worker's part: tile after tile, whichever is next, so that a worker that was held up
   * does fewer. Each tile's result is the same whoever does it.
   */
  void update(int worker, WorkQueue queue, UpdateNumbers numbers, List<DenseTrainingPass> passes) {
    Tools own = tools[worker];
    for (int i = queue.next(0); i <= tiles.size(); i = queue.next(0)) {
      if (i < tiles.size()) {
        tiles.get(i).update(passes, numbers, own.multiplier, own.gradient, own.scratch);
      } else {
        vectors.forEach(vector -> own.scratch.note(vector.apply(numbers, passes)));
      }
    }
  }

  /** Has the averages of buffers follow them, and returns whether they are finite. */
  boolean recordBuffers(UpdateNumbers numbers) {
    bufferAverages.forEach(average -> average.move(numbers.averagingRest()));
    return buffers.stream().allMatch(buffer -> VectorKernels.allFinite(buffer, buffer.length));
  }

  /** Returns whether what all workers made since the last call is finite. */
  boolean takeFinite() {
    boolean finite = true;
    for (Tools own : tools) {
      finite &= own.scratch.takeFinite();
    }
    if (!finite) {
      clearGradients();
    }
    return finite;
  }

  /** A tile's gradient fills its rows up with what a wider one's left there. */
  void clearGradients() {
    for (Tools own : tools) {
      own.gradient.copyFrom(new float[own.gradient.size()], 0);
    }
  }

  /** Writes the whole gradient in the parameters' order. */
  void readGradient(List<DenseTrainingPass> passes, float[] into) {
    Tools own = tools[0];
    int at = 0;
    for (LayerUpdate layer : layers) {
      for (WeightTile tile : layer.tiles) {
        Weight tileGradient = tile.gradient(passes, own.multiplier, own.gradient);
        tileGradient.copyTo(into, at);
        at += tileGradient.size();
      }
      for (VectorUpdate vector : layer.vectors) {
        float[] gradient = vector.sum(passes);
        System.arraycopy(gradient, 0, into, at, gradient.length);
        at += gradient.length;
      }
    }
  }

  /** Sets the averages to the values as they are. */
  void resetAverages() {
    tiles.forEach(tile -> tile.optimizer().resetAverage());
    vectors.forEach(VectorUpdate::resetAverage);
  }

  /** Sets the averages of running statistics to these as they are. */
  void resetBufferAverages() {
    bufferAverages.forEach(BufferAverage::reset);
  }

  boolean averaged() {
    return averaging > 0;
  }

  List<Segment> stateSegments() {
    List<Segment> segments = segments(TileOptimizer::firstMoments, OptimizerValues::first);
    segments.addAll(segments(TileOptimizer::secondMoments, OptimizerValues::second));
    return segments;
  }

  List<Segment> averageSegments() {
    return segments(TileOptimizer::average, OptimizerValues::average);
  }

  List<Segment> bufferAverageSegments() {
    List<Segment> segments = new ArrayList<>();
    bufferAverages.forEach(average -> segments.add(new ArraySegment(average.average)));
    return segments;
  }

  private List<Segment> segments(
      Function<TileOptimizer, List<Segment>> ofTile, Function<OptimizerValues, float[]> ofVector) {
    List<Segment> segments = new ArrayList<>();
    for (LayerUpdate layer : layers) {
      for (WeightTile tile : layer.tiles) {
        segments.addAll(ofTile.apply(tile.optimizer()));
      }
      for (VectorUpdate vector : layer.vectors) {
        segments.add(new ArraySegment(ofVector.apply(vector.optimizer())));
      }
    }
    return segments;
  }

  void free() {
    for (Tools own : tools) {
      own.gradient.free();
    }
  }
}
