package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.Trainer;
import io.github.gan4j.cli.problem.InvalidSettingsException;
import io.github.gan4j.cli.settings.RunSettings;
import io.github.gan4j.data.ImageShape;
import io.github.gan4j.datasets.ArrayDataset;
import io.github.gan4j.datasets.DatasetException;
import io.github.gan4j.datasets.IdxDataset;
import io.github.gan4j.error.ModelFormatException;
import io.github.gan4j.training.LossEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a file, reading it ends soon, with what it holds or with the exception that
 * the documentation names. A build reads what is given here; {@code docs/reliability.md} tells how
 * to have a coverage-guided fuzzer change it a million times.
 */
class HostileFileTest {
  private static final long LONGEST_NANOS = 1_000_000_000;
  private static final int MOST = 1_000_000;

  private static final Pattern WRONG_CHECKSUM =
      Pattern.compile("must be ([0-9a-f]{64}), .* is ([0-9a-f]{64});");

  @TempDir private static Path folder;

  private interface Reading {
    void read(Path file) throws IOException;
  }

  @MethodSource
  @FuzzTest(maxExecutions = MOST, maxDuration = "")
  void model(byte[] content) throws IOException {
    read(content, ModelFormatException.class, file -> TrainedGan.load(file).close());
  }

  static Stream<byte[]> model() throws IOException {
    return Stream.of(written((trainer, file) -> trainer.snapshot().save(file)));
  }

  @MethodSource
  @FuzzTest(maxExecutions = MOST, maxDuration = "")
  void checkpoint(byte[] content) throws IOException {
    read(content, ModelFormatException.class, Gan::resume);
    read(mended(content), ModelFormatException.class, Gan::resume);
  }

  /** Returns a checkpoint with the checksum of what it holds, where only that was wrong. */
  private static byte[] mended(byte[] content) throws IOException {
    Path file = folder.resolve("damaged");
    Files.write(file, content);
    try {
      GanBuilder unused = Gan.resume(file);
      return content;
    } catch (ModelFormatException e) {
      Matcher checksums = WRONG_CHECKSUM.matcher(e.getMessage());
      return checksums.find()
          ? new String(content, StandardCharsets.ISO_8859_1)
              .replace(checksums.group(2), checksums.group(1))
              .getBytes(StandardCharsets.ISO_8859_1)
          : content;
    }
  }

  @Test
  void whatOnlyLacksItsChecksumIsMended() throws IOException {
    byte[] whole = written(Trainer::checkpoint);
    byte[] changed = whole.clone();
    changed[changed.length - 1] ^= 1;
    byte[] mended = mended(changed);
    assertThat(mended).isNotEqualTo(changed);
    Path file = Files.write(folder.resolve("mended"), mended);
    assertThat(Gan.resume(file)).isNotNull();
  }

  static Stream<byte[]> checkpoint() throws IOException {
    return Stream.of(written(Trainer::checkpoint));
  }

  @MethodSource
  @FuzzTest(maxExecutions = MOST, maxDuration = "")
  void idx(byte[] content) throws IOException {
    read(content, DatasetException.class, IdxDataset::read);
    read(content, DatasetException.class, IdxDataset::map);
    read(content, DatasetException.class, file -> IdxDataset.read(file, file));
  }

  static Stream<byte[]> idx() throws IOException {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, 40};
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 3, 0, 7, 2};
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(images);
    }
    return Stream.of(images, labels, packed.toByteArray());
  }

  @MethodSource
  @FuzzTest(maxExecutions = MOST, maxDuration = "")
  void yaml(byte[] content) throws IOException {
    read(
        content, InvalidSettingsException.class, file -> RunSettings.resolve(null, file, Map.of()));
  }

  static Stream<byte[]> yaml() {
    return Stream.of(
            "recipe: fashion-balanced\nepochs: 3\nhidden: [64, 128]\nbatch-size: 32\n",
            "a: &a [*a, {b: !!int '0x1'}]\n---\n? |\n  c\n: >-\n  d\n",
            "dataset: idx\ndata: x\nimage-size: 32x28\nmean: .25\nstd: 1e-3\nseed: -9\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  private static void read(byte[] content, Class<? extends Exception> documented, Reading reading)
      throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, content);
    long started = cpuNanos();
    try {
      reading.read(file);
    } catch (RuntimeException e) {
      if (!documented.isInstance(e)) {
        throw e;
      }
      assertThat(e.getMessage()).contains(file.toString());
    }
    assertThat(cpuNanos() - started).isLessThan(LONGEST_NANOS);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private interface Saving {
    void save(Trainer trainer, Path file) throws IOException;
  }

  /** Returns what a run of the smallest networks saves. */
  private static byte[] written(Saving saving) throws IOException {
    Path file = Files.createTempFile("hostile", "");
    float[][] images = {{-1, 1}, {0, 1}, {1, 0}};
    try (Trainer trainer =
        Gan.builder()
            .latentDim(1)
            .mlp(2)
            .batchSize(2)
            .trainer(ArrayDataset.of(images, ImageShape.grey(1, 2)))) {
      LossEvent unused = trainer.step();
      saving.save(trainer, file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }
}
