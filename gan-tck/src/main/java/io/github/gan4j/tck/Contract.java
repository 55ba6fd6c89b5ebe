package io.github.gan4j.tck;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.tck.reference.ReferenceEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One concept of an engine's obligations. Every test has an engine of its own, which is closed
 * after it with all of its networks, and failures that name the contract.
 */
@ExtendWith(ContractNaming.class)
public abstract class Contract {
  private NetworkKeeper tested;
  private ReferenceEngine oracle;

  /** Only contracts of this package extend it; engines extend those. */
  Contract() {}

  /**
   * Returns a new engine, the one under test. The contract closes it, perhaps more than once, and
   * the networks that it made.
   */
  protected abstract GanEngine engine();

  @BeforeEach
  final void openEngines() {
    tested = new NetworkKeeper(engine());
    oracle = new ReferenceEngine();
  }

  @AfterEach
  final void closeEngines() {
    tested.closeNetworks();
    tested.close();
    oracle.close();
  }

  /** Returns this test's engine. */
  final GanEngine tested() {
    return tested;
  }

  /** Returns the engine to compare with. */
  final ReferenceEngine oracle() {
    return oracle;
  }

  /** Skips the test if the engine does not say that it trains. */
  final void assumeTraining() {
    assume(Capability.TRAINING);
  }

  /** Skips the test if the engine does not say that it has layers like these. */
  final void assumeLayers(NetworkSpec spec) {
    spec.capabilities().forEach(this::assume);
  }

  /** Skips the test if the engine is not capable of a double backward pass. */
  final void assumeDoubleBackward() {
    assumeTraining();
    assume(Capability.DOUBLE_BACKWARD);
  }

  /** Skips the test if the engine does not say that its inference passes go side by side. */
  final void assumeConcurrentInference() {
    assume(Capability.CONCURRENT_INFERENCE);
  }

  private void assume(Capability capability) {
    assumeTrue(tested.capabilities().contains(capability), () -> "the engine lacks " + capability);
  }
}
