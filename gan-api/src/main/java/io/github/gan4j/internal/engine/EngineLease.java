package io.github.gan4j.internal.engine;

import io.github.gan4j.engine.GanEngine;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to use an engine. A trainer and the GANs that it trained share one; so do all GANs that
 * are loaded without an engine. The engine is closed with the last of them, unless it is the user's
 * own. Thread-safe.
 */
public final class EngineLease implements AutoCloseable {

  /** An engine and the number of its leases; at 0 it is over. */
  static final class Holders {
    private final GanEngine engine;
    private final AtomicInteger count;
    private final Consumer<Holders> atEnd;

    Holders(GanEngine engine, Consumer<Holders> atEnd) {
      this.engine = engine;
      count = new AtomicInteger(1);
      this.atEnd = atEnd;
    }

    /** Returns another lease, or null if the last one was closed. */
    @Nullable EngineLease tryLease() {
      int before = count.getAndUpdate(holders -> holders == 0 ? 0 : holders + 1);
      return before == 0 ? null : new EngineLease(this);
    }

    private void release() {
      if (count.decrementAndGet() == 0) {
        atEnd.accept(this);
      }
    }
  }

  private final Holders holders;
  private boolean closed;

  private EngineLease(Holders holders) {
    this.holders = holders;
  }

  /** Returns a lease of an engine that is closed with the last lease. */
  public static EngineLease owned(GanEngine engine) {
    return first(new Holders(engine, ended -> engine.close()));
  }

  /** Returns a lease of an engine that somebody else closes. */
  public static EngineLease borrowed(GanEngine engine) {
    return first(new Holders(engine, ended -> {}));
  }

  /** Returns the lease that these holders were counted with. */
  static EngineLease first(Holders holders) {
    return new EngineLease(holders);
  }

  /** Returns the engine. */
  public GanEngine engine() {
    return holders.engine;
  }

  /** Returns another lease of the same engine. */
  public synchronized EngineLease share() {
    EngineLease another = closed ? null : holders.tryLease();
    if (another == null) {
      throw new IllegalStateException("this GAN or trainer is closed");
    }
    return another;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      holders.release();
    }
  }
}
