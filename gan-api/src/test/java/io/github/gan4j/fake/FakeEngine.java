package io.github.gan4j.fake;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An engine in plain Java that writes down what is asked of it. Its networks are linear whatever
 * their specification says, and learn by plain gradient descent. A network of one output is called
 * D, any other one G.
 */
public final class FakeEngine implements GanEngine {
  private final List<String> calls = new ArrayList<>();
  private final List<Long> dropoutSeeds = new ArrayList<>();
  private final Map<String, List<double[][]>> inputs = new HashMap<>();
  private final List<FakeNetwork> networks = new ArrayList<>();
  private Consumer<String> observer = call -> {};
  private Set<Capability> capabilities = EnumSet.allOf(Capability.class);
  private String numerics = "fake";
  private int closings;

  @Override
  public String id() {
    return "fake";
  }

  @Override
  public String description() {
    return "a fake engine";
  }

  @Override
  public String numerics() {
    return numerics;
  }

  /** Has it say that its results are those of other numerics. */
  public void setNumerics(String other) {
    numerics = other;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public Tensor allocate(int rows, int columns) {
    return new FakeTensor(rows, columns);
  }

  @Override
  public Network network(NetworkSpec spec) {
    return made(new FakeNetwork(this, spec, 0, 0));
  }

  @Override
  public TrainableNetwork trainable(NetworkSpec spec, OptimizerConfig optimizer, double averaging) {
    return made(new FakeNetwork(this, spec, optimizer.learningRate(), averaging));
  }

  @Override
  public void close() {
    closings++;
  }

  /** Tells from now on that it can do this alone. */
  public void capableOf(Set<Capability> fewer) {
    capabilities = fewer;
  }

  /** Returns how often this was closed. */
  public int closings() {
    return closings;
  }

  /** Returns the first network of this name, which is the one that trains. */
  public FakeNetwork first(String name) {
    return networks.stream()
        .filter(network -> network.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns how many networks are not closed. */
  public long openNetworks() {
    return networks.stream().filter(network -> !network.closed()).count();
  }

  /** Returns the training calls since this was asked last, such as {@code D backward 4 KEEP}. */
  public List<String> takeCalls() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  /** Returns the dropout seeds of all training passes so far, in order. */
  public List<Long> dropoutSeeds() {
    return dropoutSeeds;
  }

  /** Returns what went into the training passes of all networks of this name so far, in order. */
  public List<double[][]> inputs(String name) {
    return inputs.computeIfAbsent(name, unused -> new ArrayList<>());
  }

  /** Calls this before each training call takes effect. */
  public void beforeEachCall(Consumer<String> observer) {
    this.observer = observer;
  }

  void call(String call) {
    observer.accept(call);
    calls.add(call);
  }

  private FakeNetwork made(FakeNetwork network) {
    networks.add(network);
    return network;
  }
}
