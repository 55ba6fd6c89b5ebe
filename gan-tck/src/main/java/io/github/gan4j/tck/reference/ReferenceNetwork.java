package io.github.gan4j.tck.reference;

import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;

/** A network of doubles in Java memory. */
public class ReferenceNetwork implements Network {
  private final Lifetime lifetime;
  private final NetworkSpec spec;
  private final double[] parameters;
  private final double[] buffers;

  ReferenceNetwork(Lifetime engine, NetworkSpec spec) {
    this.lifetime = new Lifetime("network", engine);
    this.spec = spec;
    this.parameters = new double[spec.parameterCount()];
    this.buffers = new double[spec.bufferCount()];
  }

  @Override
  public final NetworkSpec spec() {
    return spec;
  }

  @Override
  public ReferenceVector parameters() {
    return vector(parameters, () -> {});
  }

  @Override
  public ReferenceVector buffers() {
    return vector(buffers, () -> {});
  }

  @Override
  public final ReferencePass inferencePass(int maxRows) {
    lifetime.requireOpen();
    return new ReferencePass(this, maxRows);
  }

  @Override
  public final void close() {
    lifetime.close();
  }

  final ReferenceVector vector(double[] values, Runnable whenWritten) {
    lifetime.requireOpen();
    return new ReferenceVector(lifetime, values, whenWritten);
  }

  final Lifetime lifetime() {
    return lifetime;
  }

  final double[] parameterValues() {
    return parameters;
  }

  final double[] bufferValues() {
    return buffers;
  }
}
