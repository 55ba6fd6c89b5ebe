package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HomeFolderTest {
  private static final String HOME = System.getProperty("user.home");

  @Test
  void everyCommandReadsATildeAsTheHomeFolder() {
    assertThat(Cli.run("generate", "~/no-such-model", "--count", 1, "--out", "~/x.png").err())
        .contains(HOME)
        .doesNotContain("~");
    assertThat(Cli.run("evaluate", "~/no-such-model", "--dataset", "mnist").err())
        .contains(HOME)
        .doesNotContain("~");
    assertThat(Cli.run("train", "--resume", "~/no-such-run").err())
        .contains(HOME)
        .doesNotContain("~");
    assertThat(Cli.run("train", "--config=~/no-such-file").err())
        .contains(HOME)
        .doesNotContain("~");
  }

  @Test
  void theHomeOfAnotherUserIsRefused() {
    Cli.Result result = Cli.run("generate", "~somebody/model", "--count", 1, "--out", "x.png");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("~ must be followed by / for the home folder");
  }
}
