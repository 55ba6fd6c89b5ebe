package io.github.gan4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.gan4j.fake.FakeEngine;
import org.junit.jupiter.api.Test;

class EngineLeaseTest {
  private final FakeEngine engine = new FakeEngine();

  @Test
  void anOwnedEngineIsClosedOnceWithTheLastLease() {
    EngineLease first = EngineLease.owned(engine);
    EngineLease second = first.share();
    EngineLease third = second.share();
    first.close();
    third.close();
    assertThat(engine.closings()).isZero();
    second.close();
    assertThat(engine.closings()).isEqualTo(1);
  }

  @Test
  void closingALeaseTwiceCountsOnce() {
    EngineLease first = EngineLease.owned(engine);
    EngineLease second = first.share();
    first.close();
    first.close();
    assertThat(engine.closings()).isZero();
    second.close();
    second.close();
    assertThat(engine.closings()).isEqualTo(1);
  }

  @Test
  void aBorrowedEngineIsItsOwnersToClose() {
    EngineLease first = EngineLease.borrowed(engine);
    EngineLease second = first.share();
    first.close();
    first.close();
    second.close();
    assertThat(engine.closings()).isZero();
  }

  @Test
  void aClosedLeaseIsNotShared() {
    EngineLease lease = EngineLease.owned(engine);
    assertThat(lease.share().engine()).isSameAs(engine);
    lease.close();
    assertThatIllegalStateException().isThrownBy(lease::share);
  }
}
