package io.github.gan4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.config.GanConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  @Test
  void batchAndWidthReplaceTheWorkloadsOwn() {
    GanConfig config = Workload.MNIST_PLAIN.withBatch(32).withWidth(9).config();

    assertThat(config.schedule().batchSize()).isEqualTo(32);
    assertThat(config.schedule().generatorBatchSize()).isEqualTo(32);
    assertThat(config.generator().network().hidden()).isEqualTo(List.of(9, 9, 9));
    assertThat(config.discriminator().network().hidden()).isEqualTo(List.of(9, 9));
    assertThat(config.latent().dim()).isEqualTo(100);
  }

  @Test
  void anUnknownNameIsToldWithTheKnownOnes() {
    assertThatThrownBy(() -> Workload.named("cifar"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the workload must be one of [mnist-batchnorm, fashion-dense, mnist-dropout,"
                + " fashion-balanced, mnist-plain], was cifar");
  }

  @Test
  void thePeerKnowsEveryWorkload() throws Exception {
    Path peer = Path.of(System.getProperty("basedir", "")).resolve("peers/peer_torch.py");

    assertThat(Files.readString(peer))
        .contains(Workload.ALL.stream().map(each -> '"' + each.name() + "\": Recipe(").toList());
  }
}
