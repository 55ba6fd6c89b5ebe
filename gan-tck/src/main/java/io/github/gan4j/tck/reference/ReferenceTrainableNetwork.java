package io.github.gan4j.tck.reference;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.FlatVector;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.TrainableNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network of doubles with its optimiser and a running average.
 *
 * <p>Values written through {@link #parameters()} or {@link #buffers()} are also where their
 * running average starts anew.
 */
public final class ReferenceTrainableNetwork extends ReferenceNetwork implements TrainableNetwork {
  private final Optimizer optimizer;
  private final double averaging;
  private final RunningAverage parameterAverage;
  private final RunningAverage bufferAverage;
  private final Map<ReferenceTrainingPass, double[]> gradients = new LinkedHashMap<>();
  private final List<SpectralLinear> spectral;
  private long version;

  ReferenceTrainableNetwork(
      Lifetime engine, NetworkSpec spec, OptimizerConfig optimizer, double averaging) {
    super(engine, spec);
    if (!(averaging >= 0 && averaging < 1)) {
      throw new IllegalArgumentException("averaging must be in [0, 1), was " + averaging);
    }
    this.averaging = averaging;
    this.optimizer = new Optimizer(optimizer, parameterValues().length);
    this.parameterAverage = new RunningAverage(averaging, parameterValues());
    this.bufferAverage = new RunningAverage(averaging, bufferValues());
    this.spectral =
        Stages.of(this).stream()
            .filter(SpectralLinear.class::isInstance)
            .map(SpectralLinear.class::cast)
            .toList();
  }

  @Override
  public ReferenceTrainingPass trainingPass(int rows) {
    lifetime().requireOpen();
    return new ReferenceTrainingPass(this, rows);
  }

  @Override
  public boolean update(long step, double rateFactor, double gradientFactor) {
    double[] gradient = gradient();
    if (step < 1) {
      throw new IllegalArgumentException("update step must be at least 1, was " + step);
    }
    requirePositive("rateFactor", rateFactor);
    requirePositive("gradientFactor", gradientFactor);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= gradientFactor;
    }
    optimizer.update(parameterValues(), gradient, step, rateFactor);
    spectral.forEach(SpectralLinear::iterate);
    parameterAverage.move(step);
    bufferAverage.move(step);
    gradients.clear();
    version++;
    // What is finite as a double may not be as the float that this engine's vectors hold.
    return allFinite(parameters())
        && allFinite(buffers())
        && allFinite(optimizerState())
        && spectral.stream().allMatch(SpectralLinear::isUsable);
  }

  private static void requirePositive(String field, double factor) {
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "update " + field + " must be positive and finite, was " + factor);
    }
  }

  private static boolean allFinite(FlatVector vector) {
    boolean finite = true;
    for (float value : vector.toArray()) {
      finite &= Float.isFinite(value);
    }
    return finite;
  }

  @Override
  public double gradientNorm() {
    double squares = 0;
    for (double value : gradient()) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  @Override
  public void readGradient(float[] into) {
    double[] values = gradient();
    Objects.checkFromIndexSize(0, values.length, into.length);
    for (int i = 0; i < values.length; i++) {
      into[i] = (float) values[i];
    }
  }

  /** Returns what {@link #readGradient} writes, in a new array, unrounded. */
  public double[] gradient() {
    lifetime().requireOpen();
    if (gradients.isEmpty()) {
      throw new IllegalStateException("no pass went backward with KEEP since the last update");
    }
    double[] sum = new double[parameterValues().length];
    for (double[] gradient : gradients.values()) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += gradient[i];
      }
    }
    return sum;
  }

  @Override
  public ReferenceVector parameters() {
    return vector(
        parameterValues(),
        () -> {
          parameterAverage.restart();
          gradients.clear();
          version++;
        });
  }

  @Override
  public ReferenceVector buffers() {
    return vector(
        bufferValues(),
        () -> {
          bufferAverage.restart();
          version += spec().spectralNorm() ? 1 : 0;
        });
  }

  @Override
  public ReferenceVector optimizerState() {
    return vector(optimizer.moments(), () -> {});
  }

  @Override
  public ReferenceVector averagedParameters() {
    return averaging == 0 ? parameters() : vector(parameterAverage.average(), () -> {});
  }

  @Override
  public ReferenceVector averagedBuffers() {
    return averaging == 0 ? buffers() : vector(bufferAverage.average(), () -> {});
  }

  /** Has the next update use a pass's gradient, in the place of the pass's last. */
  void keep(ReferenceTrainingPass pass, double[] gradient) {
    gradients.put(pass, gradient);
  }

  /** Has the next update use nothing of a pass. */
  void forget(ReferenceTrainingPass pass) {
    gradients.remove(pass);
  }

  /** Returns a number that changes whenever the weights do. */
  long version() {
    return version;
  }
}
