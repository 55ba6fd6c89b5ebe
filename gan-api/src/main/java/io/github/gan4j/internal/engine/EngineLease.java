package io.github.gan4j.internal.engine;

import io.github.gan4j.engine.GanEngine;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The right to use an engine. A trainer and the GANs that it trained share one; the engine is
 * closed with the last of them, unless it is the user's own. Thread-safe.
 */
public final class EngineLease implements AutoCloseable {
  private final GanEngine engine;
  private final AtomicInteger holders;
  private boolean closed;

  private EngineLease(GanEngine engine, AtomicInteger holders) {
    this.engine = engine;
    this.holders = holders;
  }

  /** Returns a lease of an engine that is closed with the last lease. */
  public static EngineLease owned(GanEngine engine) {
    return new EngineLease(engine, new AtomicInteger(1));
  }

  /** Returns a lease of an engine that somebody else closes. */
  public static EngineLease borrowed(GanEngine engine) {
    return new EngineLease(engine, new AtomicInteger(2));
  }

  /** Returns the engine. */
  public GanEngine engine() {
    return engine;
  }

  /** Returns another lease of the same engine. */
  public synchronized EngineLease share() {
    if (closed) {
      throw new IllegalStateException("this GAN or trainer is closed");
    }
    holders.incrementAndGet();
    return new EngineLease(engine, holders);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      if (holders.decrementAndGet() == 0) {
        engine.close();
      }
    }
  }
}
