package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.cpu.internal.dense.DenseNetwork;
import io.github.gan4j.cpu.internal.team.WorkerTeam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Watches every test of this module: after each, what it opened is closed and no worker is left;
 * after each class, native memory is what it was. A tensor has nothing to close: those that a class
 * dropped are collected first.
 *
 * <p>JUnit finds it by {@code META-INF/services}. A test that failed is not asked to have closed
 * anything, nor is one that is marked as {@link LeavesOpen}. Engines are opened by each test, not
 * for a class.
 */
public final class LeakAudit
    implements BeforeAllCallback,
        AfterAllCallback,
        TestInstancePreConstructCallback,
        AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(LeakAudit.class);
  private static final String WORKER = "gan4j-worker-";
  private static final long ENOUGH_MILLIS = 5_000;

  /** Of native memory, that nobody need explain. */
  private static long bytes = -1;

  /** What is there before a test. */
  private record Before(int engines, int networks, List<Thread> workers) {
    static Before now() {
      return new Before(WorkerTeam.open(), DenseNetwork.open(), LeakAudit.workers());
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (bytes < 0) {
      bytes = NativeMemory.settled();
    }
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  /** Fields may open something too; a test in a nested class has several instances. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    store(context).getOrComputeIfAbsent(Before.class, key -> Before.now());
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    if (context.getExecutionException().isPresent()
        || context.getRequiredTestMethod().isAnnotationPresent(LeavesOpen.class)) {
      return;
    }
    Before before = store(context).get(Before.class, Before.class);
    assertThat(DenseNetwork.open())
        .as("networks that nobody closed")
        .isLessThanOrEqualTo(before.networks);
    assertThat(WorkerTeam.open())
        .as("engines that nobody closed")
        .isLessThanOrEqualTo(before.engines);
    for (Thread worker : workers()) {
      if (!before.workers.contains(worker)) {
        worker.join(ENOUGH_MILLIS);
        assertThat(worker.isAlive()).as("%s works on", worker.getName()).isFalse();
      }
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getParent().equals(Optional.of(context.getRoot()))) {
      assertThat(NativeMemory.settled(bytes))
          .as("bytes of native memory that something still holds, if no class before said so")
          .isLessThanOrEqualTo(bytes);
    }
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  private static List<Thread> workers() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread[] threads = new Thread[2 * group.activeCount() + 10];
    int count = group.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .filter(thread -> thread.getName().startsWith(WORKER))
        .toList();
  }
}
