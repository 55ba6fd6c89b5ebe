package io.github.gan4j.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that are wrong end with exit code 2, all told by line, and leave the disk as it was. */
class TrainConfigMistakesTest {
  @TempDir private Path folder;

  @AfterEach
  void nothingWasWritten() throws IOException {
    assertThat(Path.of("runs")).doesNotExist();
    assertThat(Cli.tree(folder)).allMatch(name -> name.equals("run.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "learnin-rate: 1 | 1: unknown setting learnin-rate; did you mean learning-rate?",
        "batch_size: 1 | 1: unknown setting batch_size; did you mean batch-size?",
        "flavour: red | 1: unknown setting flavour",
        "<<: {epochs: 3} | 1: unknown setting <<",
        "epochs: many | 1: epochs must be a whole number from 1 to 2147483647, was many",
        "epochs: 0 | 1: epochs must be a whole number from 1 to 2147483647, was 0",
        "epochs: 1.5 | 1: epochs must be a whole number from 1 to 2147483647, was 1.5",
        "epochs: | 1: epochs must have a value",
        "epochs: ~ | 1: epochs must have a value",
        "epochs: [3] | 1: epochs must be a whole number from 1 to 2147483647, was a list",
        "epochs: {a: 3} | 1: epochs must be a whole number from 1 to 2147483647, was a mapping",
        "hidden: [[3], 4] | 1: hidden must be whole numbers from 1 on, as in 256,512,1024, or"
            + " none, was a list of lists",
        "hidden: [3, 0] | 1: hidden must be whole numbers from 1 on, as in 256,512,1024, or none,"
            + " was 3,0",
        "learning-rate: 0 | 1: learning-rate must be a positive number, was 0",
        "learning-rate: .inf | 1: learning-rate must be a positive number, was .inf",
        "learning-rate: 1e999 | 1: learning-rate must be a positive number, was 1e999",
        "beta1: 1 | 1: beta1 must be a number from 0 to below 1, was 1",
        "beta1: NaN | 1: beta1 must be a number from 0 to below 1, was NaN",
        "batch-norm: maybe | 1: batch-norm must be true or false, was maybe",
        "latent: norml | 1: latent must be one of normal, uniform, sphere, was norml; did you mean"
            + " normal?",
        "channels: 2 | 1: channels must be one of 1, 3, or auto, was 2",
        "image-size: 0 | 1: image-size must be rows x columns, as in 32x48, or one number for"
            + " both, up to 4096, or auto, was 0",
        "sample-interval: 2 epochs | 1: sample-interval must be steps from 1 on, as in 400, or"
            + " epochs, as in 2ep, was 2 epochs",
        "steps-per-epoch: none | 1: steps-per-epoch must be a whole number from 1 to 2147483647,"
            + " or auto, was none",
        "seed: &a 3 | 1: seed must be a plain value, has an anchor (&)",
        "seed: *a | 1: seed must be written out, is an alias (*)",
        "seed: !!int 3 | 1: seed must be a plain value, has a tag (!)",
        "epochs: '3 | 1: must be YAML, is not:",
        "? [a]\\n: 3 | 1: a key must be a setting's name, is something else",
        "epochs: 3\\nepochs: 4 | 2: epochs must be given once, was given in line 1",
        "epochs: 3\\n---\\nepochs: 4 | 2: must be one document, a second one begins here",
        "epochs: 3\\n\\tseed: 4 | 2: must be YAML, is not:",
        "- epochs | 1: must be settings, as in 'epochs: 8', is a list",
        "epochs | 1: must be settings, as in 'epochs: 8', is a text",
        "recipe: mnist-plan | 1: recipe must be one of mnist, fashion-mnist, mnist-batchnorm,"
            + " mnist-dropout, mnist-plain, fashion-dense, fashion-balanced, was mnist-plan; did"
            + " you mean mnist-plain?",
        "dataset: idx | 1: dataset idx needs data, the file of images, which is not given",
        "dataset: folder | 1: dataset folder needs data, the folder of images, which is not given",
        "batch-size: 1 | 1: batch-size must be at least 2 while generator-batch-norm is true"
            + " (the default), was 1: a batch of one image has no variance; try"
            + " --no-generator-batch-norm",
        "recipe: fashion-dense\\n"
            + "generator-batch-size: 1 | 2: generator-batch-size must be at least 2 while"
            + " generator-batch-norm is true (recipe fashion-dense), was 1: a batch of one image"
            + " has no variance; try --no-generator-batch-norm",
        "mean: 33 | 1: mean must be a number from 0 to 1, was 33",
        "mean: .25\\n"
            + "std: .25 | 2: generator-output must reach [-1.000, 3.000], all pixels, while mean is"
            + " 0.25 (FILE:1) and std is 0.25 (FILE:2), was tanh: it reaches [-1.0, 1.0]; try"
            + " --generator-output linear or --mean 0.5 --std 0.5",
        "generator-output: sigmoid | 1: generator-output must reach [-1.000, 1.000], all pixels,"
            + " while mean is 0.5 (the default) and std is 0.5 (the default), was sigmoid: it"
            + " reaches [0.0, 1.0]; try --generator-output linear or --mean 0 --std 1",
        "activation: relu\\nactivation-slope: 0.1 | 2: activation-slope has no effect:"
            + " discriminator-activation is relu (FILE:1)",
        "generator-batch-norm-epsilon: 0.1\\ngenerator-batch-norm: false | 1:"
            + " generator-batch-norm-epsilon has no effect: generator-batch-norm is false (FILE:2)",
        "roll-backs: 2\\ncheckpoint-interval: none | 1: roll-backs must be 0 while"
            + " checkpoint-interval is none (FILE:2), was 2",
        "roll-back-rate: 2 | 1: roll-back-rate must be a number above 0, at most 1, was 2",
        "loss: wasserstein | 1: loss must have a bound on the discriminator's slope beside it, was"
            + " wasserstein: it has no minimum without; try --wgan-gp 10 or"
            + " --discriminator-spectral-norm or --clip-weights 0.01",
        "loss: relativistic-pairing\\n"
            + "generator-batch-size: 32 | 2: generator-batch-size must be 64 while loss is"
            + " relativistic-pairing (FILE:1) and batch-size is 64 (the default), was 32: each"
            + " generated image is compared with a real one; try --generator-batch-size 64",
        "loss: hinge\\n"
            + "real-label: 0.9 | 2: real-label must be 1 while loss is hinge (FILE:1), was 0.9:"
            + " that loss has no labels to smooth; try --real-label 1",
        "r1: 0.1\\n"
            + "discriminator-batch-norm: true | 1: r1 must be none while discriminator-batch-norm"
            + " is true (FILE:2), was 0.1: an image's gradient would depend on the whole batch; try"
            + " --no-discriminator-batch-norm",
        "dragan: 10\\n"
            + "minibatch-deviation: true | 1: dragan must be none while minibatch-deviation is true"
            + " (FILE:2), was 10: an image's gradient would depend on the whole batch; try"
            + " --no-minibatch-deviation",
        "wgan-gp: 10\\nactivation: tanh | 1: wgan-gp must be none while discriminator-activation is"
            + " tanh (FILE:2), was 10: only the gradient of a piecewise linear discriminator has a"
            + " closed form; try --discriminator-activation leaky-relu or"
            + " --discriminator-activation relu",
        "penalty-interval: 4 | 1: penalty-interval has no effect: wgan-gp, dragan, r1, r2 are all"
            + " none",
        "r1: 0 | 1: r1 must be a positive number, or none, was 0",
        "real-label: 0.5 | 1: real-label must be a number above 0.5, at most 1, was 0.5",
        "flip-labels: 0.5 | 1: flip-labels must be a number from 0 to below 0.5, was 0.5",
        "instance-noise: 0.1 | 1: instance-noise 0.1 needs instance-noise-steps, which is not"
            + " given: after how many steps the noise, which decays evenly, is gone",
        "instance-noise-steps: 5 | 1: instance-noise-steps has no effect: instance-noise is none"
            + " (the default)",
        "rate-schedule: cosine | 1: rate-schedule cosine needs rate-steps, which is not given:"
            + " the step by which learning rates have fallen",
        "rate-schedule: linear\\n"
            + "rate-steps: 5\\n"
            + "rate-warm-up: 5 | 2: rate-steps must be above 5 while rate-warm-up is 5 (FILE:3),"
            + " was 5: learning rates rise before they fall",
        "rate-last: 0.5 | 1: rate-last has no effect: rate-schedule is constant (the default)",
        "packing: 3\\nbatch-size: 64 | 2: batch-size must be a multiple of 3 while packing is 3"
            + " (FILE:1), was 64: the discriminator judges whole packs; try --batch-size 63",
        "packing: 2\\n"
            + "conditional: projection | 1: packing must be 1 while conditional is projection"
            + " (FILE:2), was 2: it joins images of different classes; try --packing 1",
        "packing: 2\\n"
            + "minibatch-deviation: on\\n"
            + "batch-size: 2 | 3: batch-size must be at least 4 while minibatch-deviation is true"
            + " (FILE:2) and packing is 2 (FILE:1), was 2: one row alone has no deviation; try"
            + " --no-minibatch-deviation",
        "discriminator-dropout: 0.99999999 | 1: discriminator-dropout must be at most 1 - 2^-24,"
            + " was 0.99999999: nothing would be kept",
        "generator-spectral-norm: true | 1: generator-spectral-norm must be false while"
            + " generator-batch-norm is true (the default), was true: batch normalisation"
            + " multiplies by scales of its own; try --no-generator-batch-norm",
        "loss: wasserstein\\nr1: x | 2: r1 must be a positive number, or none, was x",
        "class-weight: 2\\nconditional: projection | 1: class-weight has no effect: conditional is"
            + " projection (FILE:2)",
        "batch-size: 60001 | 1: batch-size must be at most 60000, the size of dataset mnist-train,"
            + " was 60001",
      })
  void saysWhatIsWrongAndWhere(String text, String message) throws IOException {
    Path file = file(text.replace("\\n", "\n").replace("\\t", "\t"));

    Cli.Result result = Cli.run("train", "--config", file);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("error: %s:%s".formatted(file, message.replace("FILE", file.toString())))
        .endsWith("See 'gan4j train --help'." + System.lineSeparator());
    if (!message.endsWith(":")) {
      assertThat(result.err().lines())
          .first()
          .isEqualTo("error: %s:%s".formatted(file, message.replace("FILE", file.toString())));
    }
  }

  @Test
  void allProblemsAreToldTogetherByLineAndThenTheFlags() throws IOException {
    Path file =
        file(
            """
            # A run of mine.
            epochs: 0
            learnin-rate: 0.1

            discriminator-batch-norm: false
            discriminator-batch-norm-epsilon: 0.8
            epochs: 3
            dataset: idx
            latent: [a
            """);

    Cli.Result result = Cli.run("train", "--config", file, "--beta1", "2", "--dropout", "x");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines().toList())
        .containsExactly(
            "error: 8 problems with the settings:",
            "  %s:2: epochs must be a whole number from 1 to 2147483647, was 0".formatted(file),
            "  %s:3: unknown setting learnin-rate; did you mean learning-rate?".formatted(file),
            "  %s:6: discriminator-batch-norm-epsilon has no effect: discriminator-batch-norm is"
                    .formatted(file)
                + " false (%s:5)".formatted(file),
            "  %s:7: epochs must be given once, was given in line 2".formatted(file),
            "  %s:8: dataset idx needs data, the file of images, which is not given"
                .formatted(file),
            "  %s:10: must be YAML, is not: expected ',' or ']', but got <stream end>, column 1"
                .formatted(file),
            "  --dropout must be a number from 0 to below 1, was x",
            "  --beta1 must be a number from 0 to below 1, was 2",
            "See 'gan4j train --help'.");
  }

  @Test
  void aValueThatIsNotKnownContradictsNothing() throws IOException {
    Path file = file("batch-norm: maybe\nbatch-norm-epsilon: 0.8\ndataset: idxx\ndata: here\n");

    Cli.Result result = Cli.run("train", "--config", file);

    assertThat(result.err().lines()).hasSize(4).first().asString().contains("2 problems");
  }

  @ParameterizedTest
  @CsvSource({"''", "'# nothing\n'", "'---\n'", "' \n\n'"})
  void refusesAnEmptyFile(String text) throws IOException {
    assertRefused(file(text), "must be settings, as in 'epochs: 8', is empty");
  }

  @Test
  void refusesAFileThatIsMissing() throws IOException {
    assertRefused(folder.resolve("none.yaml"), "does not exist");
  }

  @Test
  void refusesAFileThatIsAFolder() throws IOException {
    assertRefused(folder, "must be a file, is a folder");
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    assertRefused(
        Files.writeString(folder.resolve("run.yaml"), "out: caf\u00e9", ISO_8859_1),
        "must be UTF-8 text, is not");
    assertRefused(file("out: a\u0000b"), "must be YAML, is not");
  }

  @Test
  void refusesAFileThatIsHuge() throws IOException {
    assertRefused(file("# long\n".repeat(200_000)), "must have at most 1048576 bytes, has more");
  }

  @Test
  void refusesAnAvalancheOfAliasesAndDeepNestingAtOnce() throws IOException {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append("%c: &%c [%s]%n".formatted(c, c, String.join(",", List.of(before, before))));
    }
    assertRefused(file(bomb.toString()), "a must be a plain value, has an anchor (&)");
    String deep = "[".repeat(300_000);
    assertRefused(file("hidden: " + deep), "must be flat, is nested too deeply");
    assertRefused(file(deep), "must be flat, is nested too deeply");
    assertRefused(file("? " + deep), "must be flat, is nested too deeply");
  }

  @Test
  void refusesDataThatCannotBeOpened() throws IOException {
    Path missing = folder.resolve("missing");

    for (String dataset : List.of("mnist", "idx", "folder")) {
      Cli.Result result =
          Cli.run("train", "mnist", "--dataset", dataset, "--data", missing, "--max-steps", 1);

      assertThat(result.exitCode()).as(dataset).isEqualTo(1);
      assertThat(result.err()).startsWith("error: ").contains(missing.toString()).hasLineCount(1);
    }
  }

  private void assertRefused(Path file, String message) throws IOException {
    List<String> before = new ArrayList<>(Cli.tree(folder));

    Cli.Result result = Cli.run("train", "--config", file);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("error: ").contains(file.toString(), message);
    assertThat(Cli.tree(folder)).isEqualTo(before);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("run.yaml"), text, UTF_8);
  }
}
