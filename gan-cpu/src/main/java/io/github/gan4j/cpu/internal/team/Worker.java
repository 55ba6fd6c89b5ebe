package io.github.gan4j.cpu.internal.team;

import io.github.gan4j.cpu.internal.team.WorkerTeam.Job;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that does its part of one job after the other, and ends when none comes. */
final class Worker extends Thread {
  private static final int IDLE = 0;
  private static final int BUSY = 1;
  private static final int GONE = 2;

  private final int number;
  private final long patienceNanos;
  private final AtomicInteger status = new AtomicInteger(BUSY);
  private @Nullable Job job;
  private volatile boolean dismissed;

  private Worker(int number, Job first, long patienceNanos) {
    super("gan4j-worker-" + number);
    this.number = number;
    this.patienceNanos = patienceNanos;
    job = first;
    setDaemon(true);
  }

  static Worker start(int number, Job first, long patienceNanos) {
    Worker worker = new Worker(number, first, patienceNanos);
    worker.start();
    return worker;
  }

  /** Gives the next job; returns false if the thread has ended. */
  boolean give(Job next) {
    // The one before is done with, so this worker is idle or gone, or about to be either.
    while (status.get() == BUSY) {
      Thread.onSpinWait();
    }
    if (status.get() == GONE) {
      return false;
    }
    job = next;
    if (!status.compareAndSet(IDLE, BUSY)) {
      return false;
    }
    LockSupport.unpark(this);
    return true;
  }

  void dismiss() {
    dismissed = true;
    LockSupport.unpark(this);
  }

  @Override
  public void run() {
    do {
      runJob();
    } while (awaitJob());
  }

  /** A method of its own, so that no frame holds the job, and with it a network, while it waits. */
  private void runJob() {
    Job current = job;
    job = null;
    if (current != null) {
      current.runPart(number);
      status.set(IDLE);
      current.partDone();
    }
  }

  private boolean awaitJob() {
    if (SpinWait.spin(this::hasWork)) {
      return status.get() == BUSY;
    }
    long start = System.nanoTime();
    while (!hasWork()) {
      long left = patienceNanos - (System.nanoTime() - start);
      if (left <= 0) {
        return !status.compareAndSet(IDLE, GONE);
      }
      LockSupport.parkNanos(this, left);
    }
    return status.get() == BUSY || !status.compareAndSet(IDLE, GONE);
  }

  private boolean hasWork() {
    return status.get() == BUSY || dismissed;
  }
}
