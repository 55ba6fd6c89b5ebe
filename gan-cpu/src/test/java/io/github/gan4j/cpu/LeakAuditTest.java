package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.gan4j.config.Activation;
import io.github.gan4j.cpu.internal.memory.FloatBlock;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The audit finds what a test leaves behind. JUnit runs the classes inside of this one only here.
 */
class LeakAuditTest {
  private static final List<AutoCloseable> LEFT = new ArrayList<>();

  @AfterEach
  void closeWhatTheyLeft() throws Exception {
    for (AutoCloseable left : LEFT) {
      left.close();
    }
    LEFT.clear();
  }

  static class LeavesAnEngine {
    @Test
    void test() {
      LEFT.add(new CpuEngine(1));
    }
  }

  @Test
  void anEngineThatNobodyClosed() {
    assertThat(failureOf(LeavesAnEngine.class)).contains("engines that nobody closed");
  }

  static class LeavesANetwork {
    @Test
    void test() {
      try (CpuEngine engine = new CpuEngine(1)) {
        NetworkSpec spec =
            new NetworkSpec(2, List.of(new LayerSpec(3, null, Activation.relu(), 0)));
        LEFT.add(engine.network(spec));
      }
    }
  }

  @Test
  void aNetworkThatNobodyClosed() {
    assertThat(failureOf(LeavesANetwork.class)).contains("networks that nobody closed");
  }

  static class LeavesMemory {
    @Test
    void test() {
      LEFT.add(new FloatBlock(100_000));
    }
  }

  @Test
  void memoryThatIsHeldStill() {
    assertThat(failureOf(LeavesMemory.class))
        .contains("bytes of native memory that something still holds");
  }

  static class LeavesNothing {
    @Test
    void test() {
      try (CpuEngine engine = new CpuEngine(2)) {
        assertThat(engine.allocate(100, 1_000).rows()).isEqualTo(100);
      }
    }
  }

  @Test
  void nothingElse() {
    assertThat(failureOf(LeavesNothing.class)).isEmpty();
  }

  /** Returns how the only test of a class, or the class itself, failed. */
  private static String failureOf(Class<?> tests) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build(),
            listener);
    assertThat(listener.getSummary().getTestsStartedCount()).isEqualTo(1);
    StringBuilder failures = new StringBuilder();
    listener.getSummary().getFailures().forEach(f -> failures.append(f.getException()));
    return failures.toString();
  }
}
