package io.github.gan4j.tck.reference;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.NetworkSpec;
import java.util.EnumSet;
import java.util.Set;

/**
 * A plain engine in double precision, without native code: the oracle of the contract, and good
 * enough for toys. It computes with obvious loops on the calling thread; floats are only what goes
 * in and comes out.
 *
 * <p>Its networks and tensors also give their values as doubles.
 */
public final class ReferenceEngine implements GanEngine {
  static final String ID = "reference";

  private final Lifetime lifetime = new Lifetime("engine", null);

  /** Makes an engine. Engines share nothing. */
  public ReferenceEngine() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "reference engine: plain Java, double precision, one thread";
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public ReferenceTensor allocate(int rows, int columns) {
    lifetime.requireOpen();
    Shapes.atLeast("tensor rows", rows, 0);
    Shapes.atLeast("tensor columns", columns, 1);
    if ((long) rows * columns > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException(
          "a tensor must have fewer than 2^31 values, was " + rows + " × " + columns);
    }
    return new ReferenceTensor(lifetime, rows, columns);
  }

  @Override
  public ReferenceNetwork network(NetworkSpec spec) {
    lifetime.requireOpen();
    return new ReferenceNetwork(lifetime, spec);
  }

  @Override
  public ReferenceTrainableNetwork trainable(
      NetworkSpec spec, OptimizerConfig optimizer, double averaging) {
    lifetime.requireOpen();
    return new ReferenceTrainableNetwork(lifetime, spec, optimizer, averaging);
  }

  @Override
  public void close() {
    lifetime.close();
  }
}
