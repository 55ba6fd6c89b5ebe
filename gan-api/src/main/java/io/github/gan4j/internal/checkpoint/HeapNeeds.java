package io.github.gan4j.internal.checkpoint;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.internal.network.NetworkSpecs;
import java.util.Optional;

/**
 * What a run takes of the Java heap for copies of its networks, by their numbers of values: the
 * data and, if its engine computes on the heap, the networks themselves come on top.
 *
 * @param model the bytes of the trained model
 * @param checkpoint the bytes of a checkpoint
 */
public record HeapNeeds(long model, long checkpoint) {
  /**
   * A Java heap.
   *
   * @param free how many bytes it has room for
   * @param most its greatest size in bytes
   */
  public record Heap(long free, long most) {
    /** Returns this JVM's, after a collection if it seems to have no room for so many bytes. */
    public static Heap now(long needed) {
      Heap now = asItIs();
      if (now.free <= needed) {
        // Once, before a run: what seems full is full of garbage more often than not.
        System.gc();
        now = asItIs();
      }
      return now;
    }

    static Heap asItIs() {
      Runtime runtime = Runtime.getRuntime();
      long used = runtime.totalMemory() - runtime.freeMemory();
      return new Heap(runtime.maxMemory() - used, runtime.maxMemory());
    }
  }

  private static final long MEGABYTE = 1 << 20;

  /** Suggested heaps are multiples of this, in megabytes. */
  private static final long STEP = 256;

  /** Returns those of a run. */
  public static HeapNeeds of(GanConfig config, ImageShape shape) {
    NetworkSpec generator = NetworkSpecs.generator(config, shape);
    NetworkSpec discriminator = NetworkSpecs.discriminator(config, shape);
    long values = values(generator) + values(discriminator);
    long average = config.generator().emaDecay() > 0 ? values(generator) : 0;
    long moments = 2L * generator.parameterCount() + 2L * discriminator.parameterCount();
    return new HeapNeeds(Float.BYTES * values, Float.BYTES * (values + average + moments));
  }

  private static long values(NetworkSpec spec) {
    return (long) spec.parameterCount() + spec.bufferCount();
  }

  /**
   * Checks that a heap can hold what comes of the run.
   *
   * @throws EngineException if not: the run would be in vain
   */
  public void checkModel(Heap heap) {
    if (model >= heap.most()) {
      throw new EngineException(
          "the trained model takes " + model / MEGABYTE + " MB of the heap, " + cure(model, heap),
          null);
    }
  }

  /** Returns the refusal of a run that did not get the memory to begin with. */
  public EngineException refusal(Heap heap, OutOfMemoryError reason) {
    return new EngineException(
        "the run does not fit the memory ("
            + reason.getMessage()
            + "): its model alone takes "
            + model / MEGABYTE
            + " MB of the heap, "
            + cure(2 * checkpoint, heap),
        reason);
  }

  /**
   * Returns a warning if a heap cannot hold the run's checkpoints.
   *
   * @param heap as it is when the run has all that it trains with
   */
  public Optional<String> warning(Heap heap) {
    return checkpoint >= heap.free()
        ? Optional.of(
            "a checkpoint takes "
                + checkpoint / MEGABYTE
                + " MB of the heap, "
                + cure(checkpoint, heap)
                + "; otherwise training goes on without the checkpoints that do not fit")
        : Optional.empty();
  }

  /** Says that a checkpoint did not fit a heap, how much it takes, and what helps. */
  String outOfMemory(Heap heap) {
    return "it takes "
        + checkpoint / MEGABYTE
        + " MB of the heap beside what the run holds, "
        + cure(checkpoint, heap);
  }

  private static String cure(long needed, Heap heap) {
    long enough = (needed + heap.most()) / MEGABYTE / STEP * STEP + STEP;
    return "which has "
        + heap.free() / MEGABYTE
        + " MB free of at most "
        + heap.most() / MEGABYTE
        + ": start Java with a larger one, such as -Xmx"
        + enough
        + "m";
  }
}
