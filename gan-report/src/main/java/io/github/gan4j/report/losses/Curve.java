package io.github.gan4j.report.losses;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A curve of any length in bounded memory. Neighbouring values share a bucket, of which the least,
 * the greatest and the mean are kept; where the buckets run out, each takes twice as many.
 *
 * <p>NaN is left out. Values beyond ±10³⁰ count as ±10³⁰, so that sums and differences stay finite.
 */
final class Curve {
  private static final int CAPACITY = 2048;
  private static final double LIMIT = 1e30;

  private final double[] least = new double[CAPACITY];
  private final double[] greatest = new double[CAPACITY];
  private final double[] sum = new double[CAPACITY];
  private final long[] numbers = new long[CAPACITY];
  private long bucketSize = 1;
  private long size;

  Curve() {
    empty(0);
  }

  void add(double value) {
    if (size == bucketSize * CAPACITY) {
      halve();
    }
    int bucket = (int) (size / bucketSize);
    size++;
    if (!Double.isNaN(value)) {
      double bounded = Math.max(-LIMIT, Math.min(LIMIT, value));
      least[bucket] = Math.min(least[bucket], bounded);
      greatest[bucket] = Math.max(greatest[bucket], bounded);
      sum[bucket] += bounded;
      numbers[bucket]++;
    }
  }

  /** Returns how many values were added, NaN included. */
  long size() {
    return size;
  }

  int buckets() {
    return (int) ((size + bucketSize - 1) / bucketSize);
  }

  /** Returns whether a bucket holds any number. */
  boolean isKnown(int bucket) {
    return numbers[bucket] > 0;
  }

  double least(int bucket) {
    return least[bucket];
  }

  double greatest(int bucket) {
    return greatest[bucket];
  }

  double mean(int bucket) {
    return sum[bucket] / numbers[bucket];
  }

  /** Returns where a bucket begins: value number i, from 0 on, goes from i to i + 1. */
  long start(int bucket) {
    return bucket * bucketSize;
  }

  /** Returns where a bucket ends. */
  long end(int bucket) {
    return Math.min(size, start(bucket) + bucketSize);
  }

  /** Returns where the middle of a bucket is. */
  double middle(int bucket) {
    return (start(bucket) + end(bucket)) / 2.0;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(bucketSize);
    out.writeLong(size);
    for (int i = 0; i < buckets(); i++) {
      out.writeDouble(least[i]);
      out.writeDouble(greatest[i]);
      out.writeDouble(sum[i]);
      out.writeLong(numbers[i]);
    }
  }

  void read(DataInputStream in) throws IOException {
    bucketSize = in.readLong();
    size = in.readLong();
    empty(0);
    for (int i = 0; i < buckets(); i++) {
      least[i] = in.readDouble();
      greatest[i] = in.readDouble();
      sum[i] = in.readDouble();
      numbers[i] = in.readLong();
    }
  }

  private void halve() {
    for (int i = 0; i < CAPACITY / 2; i++) {
      least[i] = Math.min(least[2 * i], least[2 * i + 1]);
      greatest[i] = Math.max(greatest[2 * i], greatest[2 * i + 1]);
      sum[i] = sum[2 * i] + sum[2 * i + 1];
      numbers[i] = numbers[2 * i] + numbers[2 * i + 1];
    }
    empty(CAPACITY / 2);
    bucketSize *= 2;
  }

  private void empty(int from) {
    Arrays.fill(least, from, CAPACITY, Double.POSITIVE_INFINITY);
    Arrays.fill(greatest, from, CAPACITY, Double.NEGATIVE_INFINITY);
    Arrays.fill(sum, from, CAPACITY, 0);
    Arrays.fill(numbers, from, CAPACITY, 0);
  }
}
