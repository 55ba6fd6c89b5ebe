package io.github.gan4j.tck.reference;

import org.jspecify.annotations.Nullable;

/** Whether something may still be used: until it, or what it belongs to, is closed. */
final class Lifetime {
  private final String name;
  private final @Nullable Lifetime owner;
  private volatile boolean closed;

  Lifetime(String name, @Nullable Lifetime owner) {
    this.name = name;
    this.owner = owner;
  }

  void close() {
    closed = true;
  }

  void requireOpen() {
    if (owner != null) {
      owner.requireOpen();
    }
    if (closed) {
      throw new IllegalStateException("the " + name + " is closed");
    }
  }
}
