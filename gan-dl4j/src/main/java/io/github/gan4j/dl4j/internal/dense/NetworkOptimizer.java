package io.github.gan4j.dl4j.internal.dense;

import io.github.gan4j.config.AdamConfig;
import io.github.gan4j.dl4j.internal.dense.Segments.ArraySegment;
import io.github.gan4j.dl4j.internal.dense.Segments.Segment;
import io.github.gan4j.dl4j.internal.memory.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Adam and the running average over all values of a network, dealt out to workers in tiles. */
final class NetworkOptimizer {

  /** What one layer's update consists of, in the order of the flat vectors. */
  private record LayerUpdate(List<WeightTile> tiles, List<VectorUpdate> vectors) {}

  private final AdamConfig config;
  private final double averaging;
  private final List<LayerUpdate> layers = new ArrayList<>();
  private final List<WeightTile> tiles = new ArrayList<>();
  private final List<VectorUpdate> vectors = new ArrayList<>();
  private final List<BufferAverage> bufferAverages = new ArrayList<>();
  private final UpdateScratch[] scratches;

  NetworkOptimizer(List<DenseLayer> layers, AdamConfig config, double averaging, int workers) {
    this.config = config;
    this.averaging = averaging;
    boolean averaged = averaging > 0;
    for (int i = 0; i < layers.size(); i++) {
      DenseLayer layer = layers.get(i);
      LayerUpdate update = new LayerUpdate(WeightTile.cut(layer, i, averaged), new ArrayList<>());
      if (layer.bias != null) {
        update.vectors.add(
            new VectorUpdate(layer.bias, i, averaged, LayerTraining::addFirstVectorGradient));
      }
      DenseLayer.Normalization normalization = layer.normalization;
      if (normalization != null) {
        update.vectors.add(
            new VectorUpdate(
                normalization.scale, i, averaged, LayerTraining::addFirstVectorGradient));
        update.vectors.add(
            new VectorUpdate(normalization.shift, i, averaged, LayerTraining::addShiftGradient));
        if (averaged) {
          bufferAverages.add(new BufferAverage(normalization.runningMean));
          bufferAverages.add(new BufferAverage(normalization.runningVariance));
        }
      }
      this.layers.add(update);
      tiles.addAll(update.tiles);
      vectors.addAll(update.vectors);
    }
    scratches = new UpdateScratch[Math.min(workers, tiles.size())];
    for (int i = 0; i < scratches.length; i++) {
      scratches[i] = new UpdateScratch(tiles);
    }
  }

  /** Returns how many workers an update wants. */
  int workers() {
    return scratches.length;
  }

  AdamStep step(long step) {
    return AdamStep.of(config, averaging, step);
  }

  /**
   * Does one worker's part: tile after tile, whichever is next, so that a worker that was held up
   * does fewer. Each tile's result is the same whoever does it.
   */
  void update(int worker, AtomicInteger next, AdamStep step, List<DenseTrainingPass> passes) {
    UpdateScratch scratch = scratches[worker];
    for (int i = next.getAndIncrement(); i <= tiles.size(); i = next.getAndIncrement()) {
      if (i < tiles.size()) {
        tiles.get(i).multiplyOut(passes, scratch.tileGradient);
        tiles.get(i).apply(step, scratch.tileGradient, scratch);
      } else {
        vectors.forEach(vector -> vector.apply(step, passes));
        bufferAverages.forEach(average -> average.move(step.averagingRest()));
      }
    }
  }

  /** Writes the whole gradient in the parameters' order. */
  void readGradient(List<DenseTrainingPass> passes, float[] into) {
    Matrix tileGradient = scratches[0].tileGradient;
    int at = 0;
    for (LayerUpdate layer : layers) {
      for (WeightTile tile : layer.tiles) {
        tile.multiplyOut(passes, tileGradient);
        tileGradient.block().get(0, into, at, tile.size());
        at += tile.size();
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
    tiles.forEach(WeightTile::resetAverage);
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
    List<Segment> segments = segments(values -> values.first);
    segments.addAll(segments(values -> values.second));
    return segments;
  }

  List<Segment> averageSegments() {
    return segments(values -> values.average);
  }

  List<Segment> bufferAverageSegments() {
    List<Segment> segments = new ArrayList<>();
    bufferAverages.forEach(average -> segments.add(new ArraySegment(average.average)));
    return segments;
  }

  private List<Segment> segments(Function<OptimizerValues, float[]> part) {
    List<Segment> segments = new ArrayList<>();
    for (LayerUpdate layer : layers) {
      for (WeightTile tile : layer.tiles) {
        tile.chunks().forEach(chunk -> segments.add(new ArraySegment(part.apply(chunk))));
      }
      for (VectorUpdate vector : layer.vectors) {
        segments.add(new ArraySegment(part.apply(vector.optimizer())));
      }
    }
    return segments;
  }

  void free() {
    for (UpdateScratch scratch : scratches) {
      scratch.tileGradient.free();
    }
  }
}
