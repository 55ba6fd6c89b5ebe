package io.github.gan4j.internal.network;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Network;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.model.Discriminator;
import io.github.gan4j.model.Generator;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The players of a run that goes on, for its listeners. Made when somebody first asks, and brought
 * up to date when the run has moved on since: a run without samples pays nothing.
 */
public final class LivePlayers implements AutoCloseable {

  /** A network that generates and follows one that trains. */
  private final class Follower {
    private final TrainableNetwork leader;
    private final Network network;
    private long followedTo = -1;

    Follower(TrainableNetwork leader) {
      this.leader = leader;
      network = engine.network(leader.spec());
    }

    void follow() {
      long now = clock.getAsLong();
      if (now != followedTo) {
        network.parameters().copyFrom(leader.averagedParameters().toArray());
        network.buffers().copyFrom(leader.averagedBuffers().toArray());
        followedTo = now;
      }
    }
  }

  private final GanEngine engine;
  private final GanConfig config;
  private final ImageShape shape;
  private final TrainableNetwork trainedGenerator;
  private final TrainableNetwork trainedDiscriminator;
  private final LongSupplier clock;
  private @Nullable Follower generatorFollower;
  private @Nullable Follower discriminatorFollower;
  private @Nullable Generator generator;
  private @Nullable Discriminator discriminator;

  /**
   * Makes them.
   *
   * @param clock gives another number whenever the networks may have changed
   */
  public LivePlayers(
      GanEngine engine,
      GanConfig config,
      ImageShape shape,
      TrainableNetwork generator,
      TrainableNetwork discriminator,
      LongSupplier clock) {
    this.engine = engine;
    this.config = config;
    this.shape = shape;
    trainedGenerator = generator;
    trainedDiscriminator = discriminator;
    this.clock = clock;
  }

  /** Returns the generator. */
  public Generator generator() {
    if (generator == null) {
      Follower follower = new Follower(trainedGenerator);
      generatorFollower = follower;
      generator = new EngineGenerator(engine, follower.network, config, shape, follower::follow);
    }
    return generator;
  }

  /** Returns the discriminator. */
  public Discriminator discriminator() {
    if (discriminator == null) {
      Follower follower = new Follower(trainedDiscriminator);
      discriminatorFollower = follower;
      discriminator =
          new EngineDiscriminator(engine, follower.network, config, shape, follower::follow);
    }
    return discriminator;
  }

  @Override
  public void close() {
    if (generatorFollower != null) {
      generatorFollower.network.close();
    }
    if (discriminatorFollower != null) {
      discriminatorFollower.network.close();
    }
  }
}
