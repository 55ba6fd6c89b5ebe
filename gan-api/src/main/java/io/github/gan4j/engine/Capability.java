package io.github.gan4j.engine;

/** What an engine may or may not be able to do. Asked for before the first step. */
public enum Capability {
  /** {@link GanEngine#trainable} works. */
  TRAINING,
  /** Layers with batch normalisation. */
  BATCH_NORM,
  /** Layers with dropout. */
  DROPOUT,
  /** Layers with spectral normalisation. */
  SPECTRAL_NORM,
  /** {@link TrainingPass#doubleBackward} works. */
  DOUBLE_BACKWARD,
  /**
   * {@linkplain Network#inferencePass Inference passes} of one network compute side by side, each
   * used by one thread at a time. Without it, callers take turns.
   */
  CONCURRENT_INFERENCE
}
