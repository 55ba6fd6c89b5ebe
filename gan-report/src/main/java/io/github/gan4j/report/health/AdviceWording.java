package io.github.gan4j.report.health;

/**
 * How the setting that advice names is written down, to be pasted where a run is set up: as a call
 * of this library's builder, or as a flag or a key of a program that reads its settings otherwise.
 */
@FunctionalInterface
public interface AdviceWording {

  /** As a call that a {@code GanBuilder} takes, such as {@code .batchSize(128)}. */
  AdviceWording BUILDER = BuilderCall::of;

  /** Returns the setting with the value to try. */
  String of(Advice advice);
}
