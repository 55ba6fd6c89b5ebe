package io.github.gan4j.dl4j.internal.dense;

/** What the optimiser keeps for a run of values: two moments, and their average if one is kept. */
final class OptimizerValues {
  final float[] first;
  final float[] second;

  /** Empty where no average is kept. */
  final float[] average;

  OptimizerValues(int size, boolean averaged) {
    first = new float[size];
    second = new float[size];
    average = new float[averaged ? size : 0];
  }
}
