package io.github.gan4j.tck;

import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.Capability;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** An engine that knows which networks it made, so that a test need not close them. */
final class NetworkKeeper implements GanEngine {
  private final GanEngine engine;
  private final List<Network> networks = new CopyOnWriteArrayList<>();

  NetworkKeeper(GanEngine engine) {
    this.engine = engine;
  }

  @Override
  public String id() {
    return engine.id();
  }

  @Override
  public String description() {
    return engine.description();
  }

  @Override
  public String numerics() {
    return engine.numerics();
  }

  @Override
  public Set<Capability> capabilities() {
    return engine.capabilities();
  }

  @Override
  public Tensor allocate(int rows, int columns) {
    return engine.allocate(rows, columns);
  }

  @Override
  public Network network(NetworkSpec spec) {
    Network network = engine.network(spec);
    networks.add(network);
    return network;
  }

  @Override
  public TrainableNetwork trainable(NetworkSpec spec, OptimizerConfig optimizer, double averaging) {
    TrainableNetwork network = engine.trainable(spec, optimizer, averaging);
    networks.add(network);
    return network;
  }

  void closeNetworks() {
    networks.forEach(Network::close);
  }

  @Override
  public void close() {
    engine.close();
  }
}
