package io.github.gan4j.vector;

import java.util.concurrent.atomic.AtomicBoolean;

/** A kernel of vectors, in whose place plain loops compute until {@link WarmUp} is done with it. */
abstract class VectorKernel {
  /**
   * Turns of its loop in a call: C2 compiles what was called 600 times if its loops, too, have
   * turned 15,000 times by then. Fewer would need more calls, more would be for nothing.
   */
  static final int TURNS = 25;

  private final AtomicBoolean requested = new AtomicBoolean();
  private volatile boolean compiled;

  /** Returns whether to use it; otherwise, has it warmed up if nobody did before. */
  final boolean isCompiled() {
    if (!compiled && !requested.get() && requested.compareAndSet(false, true)) {
      WarmUp.request(this);
    }
    return compiled;
  }

  /** Says whether it is used from now on, whoever warms it up. */
  final void setCompiled(boolean isCompiled) {
    requested.set(true);
    compiled = isCompiled;
  }

  /**
   * Calls it on a few vectors of its own.
   *
   * @param time how many calls went before: what a call decides takes turns, so that C2 sees it
   */
  abstract void call(int time);
}
