package io.github.gan4j.cpu.internal.team;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do one task together: the caller is worker 0, the others are daemons that start when
 * first needed and end when nothing came for ten seconds, so that a forgotten team costs nothing.
 *
 * <p>Thread-safe: tasks of several callers run one after the other, but for those that a caller can
 * do {@linkplain #runOrDoAlone alone}.
 */
public final class WorkerTeam implements AutoCloseable {

  /** What all workers do. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does one worker's part.
     *
     * @param worker from 0 on
     * @param barrier where the workers of this task can meet
     */
    void run(int worker, Barrier barrier);
  }

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final AtomicInteger OPEN = new AtomicInteger();

  private final int size;
  private final long patienceNanos;
  private final @Nullable Worker[] helpers;

  /** Whose turn it is: who holds it works with the helpers. */
  private final ReentrantLock turn = new ReentrantLock();

  private final AtomicInteger independent = new AtomicInteger();
  private volatile boolean closed;

  /** Makes one of this many workers, at least 1, the caller included. */
  public WorkerTeam(int size) {
    this(size, PATIENCE_NANOS);
  }

  /** Makes one whose helpers end when nothing came for this long. */
  WorkerTeam(int size, long patienceNanos) {
    this.size = size;
    this.patienceNanos = patienceNanos;
    helpers = new @Nullable Worker[size];
    OPEN.incrementAndGet();
  }

  /** Returns how many nobody has closed, in this JVM: for tests that look for leaks. */
  public static int open() {
    return OPEN.get();
  }

  /** Returns the number of workers, the caller included. */
  public int size() {
    return size;
  }

  /**
   * Has the first {@code parties} workers do a task and returns when all are done.
   *
   * @throws IllegalStateException if the team is closed
   */
  public void run(int parties, Task task) {
    turn.lock();
    try {
      checkOpen();
      runTogether(parties, task);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Has a task done by the first {@code parties} workers if nobody else has work for this team, or
   * else, and at once, by the calling thread alone: with as many callers as processors, each gets
   * on faster by itself than by waiting for the others' helpers. The task must not depend on how
   * many do it.
   *
   * @throws IllegalStateException if the team is closed
   */
  public void runOrDoAlone(int parties, Task task) {
    checkOpen();
    boolean only = independent.getAndIncrement() == 0;
    try {
      if (parties > 1 && only && turn.tryLock()) {
        try {
          checkOpen();
          runTogether(parties, task);
        } finally {
          turn.unlock();
        }
      } else {
        task.run(0, Barrier.ofOne());
      }
    } finally {
      independent.decrementAndGet();
    }
  }

  private void runTogether(int parties, Task task) {
    if (parties == 1) {
      task.run(0, Barrier.ofOne());
      return;
    }
    Job job = new Job(parties, task);
    int given = 1;
    try {
      while (given < parties) {
        give(given, job);
        given++;
      }
    } catch (OutOfMemoryError e) {
      // No thread to be had: those that started would wait for it for ever.
      job.giveUp(parties - given, e);
      job.awaitOthers();
    }
    job.runPart(0);
    job.awaitOthers();
  }

  private void give(int worker, Job job) {
    Worker helper = helpers[worker];
    if (helper == null || !helper.give(job)) {
      helpers[worker] = Worker.start(worker, job, patienceNanos);
    }
  }

  /**
   * Checks that the team may be used.
   *
   * @throws IllegalStateException if it is closed
   */
  public void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
  }

  /** Ends the threads. A second call does nothing. */
  @Override
  public void close() {
    turn.lock();
    try {
      if (!closed) {
        closed = true;
        OPEN.decrementAndGet();
      }
      for (Worker helper : helpers) {
        if (helper != null) {
          helper.dismiss();
        }
      }
    } finally {
      turn.unlock();
    }
  }

  /** A task that is being done. */
  static final class Job {
    private final Task task;
    private final Barrier barrier;
    private final AtomicInteger helpersLeft;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Job(int parties, Task task) {
      this.task = task;
      barrier = new Barrier(parties);
      helpersLeft = new AtomicInteger(parties - 1);
    }

    void runPart(int worker) {
      try {
        task.run(worker, barrier);
      } catch (CancellationException e) {
        // Most likely another worker broke the barrier, and its failure is the one to report.
        failure.compareAndSet(null, e);
        barrier.breakUp();
      } catch (Throwable e) { // Handed to the caller, errors included.
        failure.updateAndGet(
            before -> before == null || before instanceof CancellationException ? e : before);
        barrier.breakUp();
      }
    }

    void giveUp(int missing, OutOfMemoryError e) {
      failure.set(e);
      barrier.breakUp();
      helpersLeft.addAndGet(-missing);
    }

    void partDone() {
      helpersLeft.decrementAndGet();
    }

    void awaitOthers() {
      SpinWait.until(() -> helpersLeft.get() == 0);
      Throwable thrown = failure.get();
      if (thrown instanceof RuntimeException e) {
        throw e;
      }
      if (thrown instanceof Error e) {
        throw e;
      }
      if (thrown != null) {
        throw new IllegalStateException("a worker threw a checked exception", thrown);
      }
    }
  }
}
