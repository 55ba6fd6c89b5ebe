package io.github.gan4j.cli.modes;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.config.RateSchedule;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.datasets.GaussianMixture;
import io.github.gan4j.image.Images;
import io.github.gan4j.metrics.modes.ModeCoverage;

/**
 * Trains small networks on Gaussians: two hidden layers of 256 each, latent vectors of two numbers,
 * Adam (0, 0.9) with a rate that falls from 3e-3 along a cosine, unless the method says otherwise.
 * The same seed gives the same points on the same machine and number of threads.
 *
 * @param mixture the Gaussians
 * @param seed decides the run
 */
public record ToyRun(GaussianMixture mixture, long seed) {
  private static final int POINTS = 100_000;
  private static final long POINTS_SEED = 7;
  private static final int SAMPLES = 10_000;
  private static final int WARM_UP = 200;
  private static final int CALIBRATION = 300;

  /**
   * What came of a run.
   *
   * @param points generated points, x and y of each
   */
  @SuppressWarnings("ArrayRecordComponent") // Drawn, never compared.
  public record Result(float[] points, ModeCoverage coverage, long steps, double seconds) {}

  /** Returns so many real points. */
  public float[] real(int count) {
    Dataset data = mixture.sample(count, POINTS_SEED);
    float[] points = new float[2 * count];
    for (int i = 0; i < count; i++) {
      data.read(i, points, 2 * i);
    }
    return points;
  }

  /** Trains for so many steps. */
  public Result train(ToyMethod method, long steps) {
    try (Trainer trainer = trainer(method, steps)) {
      long start = System.nanoTime();
      try (TrainedGan gan = trainer.train()) {
        double seconds = (System.nanoTime() - start) / 1e9;
        Images images = gan.generate(SAMPLES, seed);
        ModeCoverage coverage = ModeCoverage.of(images, mixture.centres(), mixture.sigma());
        return new Result(images.toArray(), coverage, steps, seconds);
      }
    }
  }

  /** Returns how many steps take so long, on this machine and now. */
  public long stepsWithin(ToyMethod method, double seconds) {
    try (Trainer trainer = trainer(method, WARM_UP + CALIBRATION)) {
      steps(trainer, WARM_UP);
      long start = System.nanoTime();
      steps(trainer, CALIBRATION);
      double each = (System.nanoTime() - start) / 1e9 / CALIBRATION;
      return Math.max(1, Math.round(seconds / each));
    }
  }

  private static void steps(Trainer trainer, int count) {
    for (int i = 0; i < count; i++) {
      var unused = trainer.step();
    }
  }

  private Trainer trainer(ToyMethod method, long steps) {
    GanBuilder builder =
        Gan.builder()
            .latentDim(2)
            // The scale of the papers, where the outermost Gaussians are 4 from the middle.
            .normalization(0.5, 0.1)
            .generatorOutput(Activation.linear())
            // Leaky rectifiers would blur the gaps: slopes between Gaussians have to be steep.
            .generator(g -> g.hidden(256, 256).noBatchNorm().activation(Activation.relu()))
            .discriminator(d -> d.hidden(256, 256).dropout(0))
            .optimizer(OptimizerConfig.adam(3e-3, 0, 0.9))
            .rateSchedule(RateSchedule.cosine(steps, 0.02))
            .batchSize(256)
            .stepsPerEpoch(Math.toIntExact(steps))
            .epochs(1)
            .seed(seed);
    method.setUp().accept(builder);
    return builder.trainer(mixture.sample(POINTS, POINTS_SEED));
  }
}
