package io.github.gan4j.tck;

/** What an engine does wrong: it sees every call and decides what becomes of it. */
@FunctionalInterface
interface Fault {

  /** Handles a call, and returns what the caller gets. */
  Object handle(Call call) throws Throwable;
}
