package io.github.gan4j.examples.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunFolderTest {
  @Test
  void aRunWithoutOutGetsAFolderOfItsOwn() {
    assertThat(RunFolder.byDefault("mnist").toString().replace('\\', '/'))
        .matches("runs/mnist-\\d{8}-\\d{6}");
  }
}
