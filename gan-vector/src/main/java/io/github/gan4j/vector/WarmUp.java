package io.github.gan4j.vector;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Has the JVM compile kernels of vectors. Until its compiler C2 has done that, each vector is an
 * object or two: the first step of a GAN would leave half a gigabyte of garbage. So a thread calls
 * each kernel that is needed on a few vectors until that allocates nothing any more; meanwhile
 * {@link PlainKernels} compute the same bits. A JVM that never compiles vectors stays with those.
 */
final class WarmUp {
  /** Calls after which C2 has a kernel in its queue, if that was short. */
  private static final int USUAL_CALLS = 800;

  private static final int CALLS_AT_FIRST = 16;
  private static final int CALLS_AFTERWARDS = 8;

  /** What a round may allocate besides vectors. */
  private static final long QUIET_BYTES = 64;

  /** A start leaves C2 with a queue, and while that is long, the JVM does not count calls. */
  private static final long FIRST_PAUSE_MILLISECONDS = 200;

  private static final double PAUSE_MILLISECONDS = 2;
  private static final double NEXT_PAUSE = 1.01;

  /** After a minute nothing will be compiled any more. */
  private static final int MOST_ROUNDS = 570;

  private static final ThreadPoolExecutor EXECUTOR = executor();

  private WarmUp() {}

  /** One kernel after the other, so that none leaves garbage while C2 is busy with another. */
  private static ThreadPoolExecutor executor() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            FIRST_PAUSE_MILLISECONDS,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            WarmUp::thread);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "gan4j-warm-up");
    thread.setDaemon(true);
    // That of who happens to compute first would be kept from being collected.
    thread.setContextClassLoader(null);
    return thread;
  }

  /** Has a kernel used as soon as it is compiled. Returns at once. */
  static void request(VectorKernel kernel) {
    EXECUTOR.execute(() -> warmUp(kernel));
  }

  private static void warmUp(VectorKernel kernel) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int calls = 0;
    double pause = FIRST_PAUSE_MILLISECONDS;
    try {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        Thread.sleep((long) pause);
        pause = round == 0 ? PAUSE_MILLISECONDS : pause * NEXT_PAUSE;
        int end = calls + (calls < USUAL_CALLS ? CALLS_AT_FIRST : CALLS_AFTERWARDS);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (; calls < end; calls++) {
          kernel.call(calls);
        }
        if (threads.getCurrentThreadAllocatedBytes() - before <= QUIET_BYTES) {
          kernel.setCompiled(true);
          return;
        }
      }
    } catch (InterruptedException e) {
      // Nobody does that; the plain loops stay.
      Thread.currentThread().interrupt();
    }
  }
}
