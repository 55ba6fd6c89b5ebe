package io.github.gan4j.benchmarks;

import io.github.gan4j.Trainer;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.training.LossEvent;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One training step of recipe mnist-batchnorm's networks, on images of noise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {
  private static final ImageShape SHAPE = ImageShape.grey(28, 28);
  private static final int IMAGES = 4096;

  /** Real images a step, and as many generated ones. */
  @Param({"64", "128"})
  public int batch;

  @SuppressWarnings("NullAway.Init") // Set by start().
  private Trainer trainer;

  /** Starts a run that does not end by itself. */
  @Setup
  public void start() {
    trainer = Workload.MNIST_BATCHNORM.withBatch(batch).builder().get().trainer(noise());
  }

  /** Frees its memory. */
  @TearDown
  public void stop() {
    trainer.close();
  }

  /** Measures a step. */
  @Benchmark
  public LossEvent step() {
    return trainer.step();
  }

  private static Dataset noise() {
    Random random = new Random(1);
    byte[][] images = new byte[IMAGES][SHAPE.size()];
    for (byte[] image : images) {
      random.nextBytes(image);
    }
    return ArrayDataset.of(images, SHAPE);
  }
}
