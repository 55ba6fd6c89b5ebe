package io.github.gan4j.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatasetTest {
  private static final Set<String> FILES =
      Set.of(
          "train-images-idx3-ubyte.gz",
          "train-labels-idx1-ubyte.gz",
          "t10k-images-idx3-ubyte.gz",
          "t10k-labels-idx1-ubyte.gz");

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "fashion-mnist"})
  void everyFileHasTheChecksumThatStandsBesideIt(String folder) throws Exception {
    String sums = new String(resource(folder + "/SHA256SUMS"), UTF_8);
    Set<String> checked = new HashSet<>();

    for (String line : sums.lines().toList()) {
      String[] parts = line.split(" {2}", -1);
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(resource(folder + "/" + parts[1]));
      assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
      checked.add(parts[1]);
    }

    assertThat(checked).isEqualTo(FILES);
  }

  @ParameterizedTest
  @CsvSource({"mnist, Attribution-ShareAlike 3.0", "fashion-mnist, The MIT License"})
  void licenceAndSourceStandBesideTheFiles(String folder, String licence) throws IOException {
    assertThat(new String(resource(folder + "/LICENSE.md"), UTF_8)).contains(licence);
    assertThat(new String(resource(folder + "/README.md"), UTF_8)).contains("Source: <http");
  }

  @Test
  void datasetIsUnpackedOnceAlsoWhenManyThreadsAskAtOnce() throws Exception {
    EmbeddedDataset embedded = new EmbeddedDataset("digits", "mnist/t10k", Mnist.classNames());
    int threads = 8;
    CyclicBarrier barrier = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<Dataset>> asked = new ArrayList<>();
    try {
      for (int i = 0; i < threads; i++) {
        asked.add(
            executor.submit(
                () -> {
                  barrier.await();
                  return embedded.get();
                }));
      }
      for (Future<Dataset> answer : asked) {
        assertThat(answer.get()).isSameAs(embedded.get());
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(Mnist.test()).isSameAs(Mnist.test());
    assertThat(FashionMnist.test()).isSameAs(FashionMnist.test());
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> new EmbeddedDataset("digits", "mnist/none", Mnist.classNames()).get())
        .isInstanceOf(DatasetException.class)
        .hasMessage("mnist/none-images-idx3-ubyte.gz: must be among the resources of gan-datasets");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Mnist.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
