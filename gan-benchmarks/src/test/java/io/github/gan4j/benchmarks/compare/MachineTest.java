package io.github.gan4j.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  void readsWhatLinuxTells() {
    assertThat(
            Machine.describe(
                """
                processor\t: 0
                model\t\t: 207
                model name\t: Some(R) Processor
                processor\t: 1
                model name\t: Other
                """,
                "MemTotal:        8000000 kB\nMemFree: 1 kB\n",
                "NAME=\"Linux\"\nPRETTY_NAME=\"Some Linux 12\"\n",
                2))
        .isEqualTo("Some(R) Processor (model 207), 2 processors, 8.2 GB, Some Linux 12");
  }

  @Test
  void saysLessElsewhere() {
    assertThat(Machine.describe("", "", "", 4))
        .isEqualTo(
            System.getProperty("os.arch") + ", 4 processors, " + System.getProperty("os.name"));
  }
}
