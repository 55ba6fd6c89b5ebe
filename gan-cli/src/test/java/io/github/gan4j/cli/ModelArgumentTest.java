package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run left is enough for every command that takes MODEL. */
class ModelArgumentTest {
  private static final String NEWEST = "checkpoint-0000000003.safetensors";

  @TempDir private static Path runs;
  private static Path run;
  private static Path model;
  private static Path checkpoint;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    run = runs.resolve("run");
    model = run.resolve("model.safetensors");
    checkpoint = run.resolve("checkpoints").resolve(NEWEST);
    Cli.Result result =
        Cli.run(
            "train",
            "fashion-dense",
            "--max-steps=3",
            "--checkpoint-interval=1",
            "--progress=none",
            "--out",
            run);
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  @Test
  void checkpointGeneratesWhatTheModelOfTheSameStepDoes() throws IOException {
    assertThat(generate(checkpoint, null)).isEqualTo(generate(model, null));
  }

  @Test
  void ofAFolderTheNewestIsTakenAndNamed() throws IOException {
    byte[] expected = generate(model, null);
    Path crashed = copy(checkpoint, "crashed/checkpoints/" + NEWEST).getParent().getParent();
    Path older = run.resolve("checkpoints/checkpoint-0000000002.safetensors");
    copy(older, "crashed/checkpoints/" + older.getFileName());

    assertThat(generate(run, model)).isEqualTo(expected);
    assertThat(generate(run.resolve("checkpoints"), checkpoint)).isEqualTo(expected);
    assertThat(generate(crashed, crashed.resolve("checkpoints").resolve(NEWEST)))
        .isEqualTo(expected);
    assertThat(generate(older, null)).isNotEqualTo(expected);
  }

  @Test
  void aModelOlderThanTheCheckpointsOfAResumedRunIsPassedOver() throws IOException {
    Path old = copy(model, "resumed/model.safetensors");
    Path newer = copy(checkpoint, "resumed/checkpoints/" + NEWEST);
    Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000));
    Files.setLastModifiedTime(newer, FileTime.fromMillis(2_000_000));
    assertThat(generate(old.getParent(), newer)).isNotEmpty();

    Files.setLastModifiedTime(old, FileTime.fromMillis(2_000_000));
    assertThat(generate(old.getParent(), old)).isNotEmpty();
  }

  @Test
  void invertAndEvaluateTakeThemToo() throws IOException {
    Path image = folder.resolve("image.png");
    Cli.run("generate", run, "--count=1", "--out", image);

    Cli.Result inverted =
        Cli.run("invert", checkpoint, image, "--steps=1", "--out", folder.resolve("inverted.png"));
    Cli.Result evaluated =
        Cli.run(
            "evaluate",
            run.resolve("checkpoints"),
            "--dataset=mnist",
            "--count=1",
            "--classifier-epochs=1");

    assertThat(inverted.err()).isEmpty();
    assertThat(inverted.out()).startsWith("wrote 1 images");
    assertThat(evaluated.err()).isEmpty();
    assertThat(evaluated.out()).startsWith("MODEL is " + checkpoint);
  }

  /** Returns the picture, after a look at what was told. */
  private byte[] generate(Path argument, Path told) throws IOException {
    Path out = folder.resolve("out.png");
    List<String> expected = new ArrayList<>();
    if (told != null) {
      expected.add("MODEL is " + told);
    }
    expected.add("wrote 4 images of seed 7 to " + out);

    Cli.Result result = Cli.run("generate", argument, "--count=4", "--seed=7", "--out", out);

    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines()).containsExactlyElementsOf(expected);
    return Files.readAllBytes(out);
  }

  private Path copy(Path file, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target.getParent());
    return Files.copy(file, target);
  }
}
