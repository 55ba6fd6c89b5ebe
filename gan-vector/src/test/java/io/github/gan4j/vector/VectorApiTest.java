package io.github.gan4j.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** These tests run with the Vector API; an engine's tests try what is said without it. */
class VectorApiTest {
  @Test
  void isThere() {
    assertThat(VectorApi.isAvailable()).isTrue();
  }

  @Test
  void saysHowWideItIs() {
    assertThat(VectorApi.lanes()).isIn(4, 8, 16);
  }
}
