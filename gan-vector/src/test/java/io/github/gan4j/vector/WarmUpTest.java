package io.github.gan4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A kernel is used when the JVM has compiled it, which shows in that it leaves no garbage. */
class WarmUpTest {
  /** Leaves garbage in its first calls, as a kernel does that is not compiled. */
  private static final class Fake extends VectorKernel {
    private volatile int garbageCalls;
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch quiet = new CountDownLatch(1);
    private final List<Integer> times = new ArrayList<>();
    private volatile float[] garbage = {};

    Fake(int garbageCalls) {
      this.garbageCalls = garbageCalls;
    }

    @Override
    void call(int time) {
      called.countDown();
      if (time < garbageCalls) {
        times.add(time);
        garbage = new float[16];
      } else {
        quiet.countDown();
      }
    }
  }

  @Test
  @Timeout(60)
  void aKernelIsUsedOnceItsCallsLeaveNoGarbage() throws InterruptedException {
    Fake kernel = new Fake(1_000);
    assertThat(kernel.isCompiled()).isFalse();
    assertThat(kernel.quiet.await(60, TimeUnit.SECONDS)).isTrue();
    while (!kernel.isCompiled()) {
      Thread.sleep(1);
    }
    assertThat(kernel.garbage).hasSize(16);
    assertThat(kernel.times).hasSize(1_000).startsWith(0, 1, 2).isSorted();
  }

  @Test
  @Timeout(60)
  void aKernelThatLeavesGarbageIsNotUsed() throws InterruptedException {
    Fake kernel = new Fake(Integer.MAX_VALUE);
    assertThat(kernel.isCompiled()).isFalse();
    assertThat(kernel.called.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(kernel.isCompiled()).isFalse();
    // Lets the next one have its turn.
    kernel.garbageCalls = 0;
  }

  /** Else a change would leave the plain loops in their place for good, ten times as slow. */
  @Test
  @Timeout(240)
  void theJvmCompilesEveryKernel() throws InterruptedException {
    List<VectorKernel> kernels = new ArrayList<>(MatrixProduct.kernels());
    kernels.addAll(AdamUpdate.kernels());
    for (VectorKernel kernel : kernels) {
      kernel.setCompiled(false);
      WarmUp.request(kernel);
    }
    for (VectorKernel kernel : kernels) {
      while (!kernel.isCompiled()) {
        Thread.sleep(10);
      }
    }
    assertThat(kernels).hasSizeGreaterThan(3).allMatch(VectorKernel::isCompiled);
  }
}
