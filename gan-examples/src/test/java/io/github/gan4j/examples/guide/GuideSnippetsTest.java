package io.github.gan4j.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.TrainedGan;
import io.github.gan4j.checkpoint.Checkpoints;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.GanConfig;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.image.Images;
import io.github.gan4j.model.Generator;
import io.github.gan4j.model.Inversion;
import io.github.gan4j.model.InversionResult;
import io.github.gan4j.model.LatentPath;
import io.github.gan4j.report.health.RunHealth;
import io.github.gan4j.report.html.HtmlReport;
import io.github.gan4j.report.losses.LossCsv;
import io.github.gan4j.report.tensorboard.TensorBoardLog;
import io.github.gan4j.training.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code that the guide shows and no program has, compiled and run. */
class GuideSnippetsTest extends SnippetTest {

  private static TrainedGan small() {
    return Gan.builder().latentDim(10).mlp(16).epochs(1).train(Mnist.train());
  }

  @Test
  void checkpoints() throws IOException {
    java.nio.file.Path folder = this.folder.resolve("checkpoints");
    // region checkpoints
    Gan.builder()
        .epochs(20)
        .checkpoints(Checkpoints.into(folder).every(Interval.steps(500)))
        .train(Mnist.train());
    // endregion
    assertThat(Gan.newestCheckpoint(folder)).isPresent();

    // region goOn
    TrainedGan gan = Gan.resume(folder).epochs(40).train(Mnist.train());
    // endregion
    assertThat(gan.history().epochs()).hasSize(40);
  }

  @Test
  void goOnWithListeners() throws IOException {
    java.nio.file.Path folder = this.folder.resolve("checkpoints");
    Gan.builder()
        .checkpoints(Checkpoints.into(folder))
        .listener(LossCsv.writeTo(Path.of("runs/digits/losses.csv")))
        .maxSteps(10)
        .train(Mnist.train())
        .close();

    // region goOnWithListeners
    Gan.resume(folder)
        .checkpoints(Checkpoints.into(folder))
        .listener(LossCsv.continueIn(Path.of("runs/digits/losses.csv")))
        .listener(HtmlReport.writeTo(Path.of("runs/digits/report.html")))
        .train(Mnist.train());
    // endregion
    assertThat(Path.of("runs/digits/report.html")).content().contains("done");
    assertThat(Files.readAllLines(Path.of("runs/digits/losses.csv"))).hasSize(1 + 40);
  }

  @Test
  void rollBacks() throws IOException {
    java.nio.file.Path folder = this.folder.resolve("checkpoints");
    // region rollBacks
    Gan.builder()
        .checkpoints(Checkpoints.into(folder).every(Interval.steps(500)))
        .rollBacks(3, 0.5)
        .train(Mnist.train());
    // endregion
    assertThat(Gan.newestCheckpoint(folder)).isPresent();
  }

  @Test
  void normalization() {
    // region normalization
    TrainedGan gan =
        Gan.builder()
            .normalization(0.1307, 0.3081)
            .generatorOutput(Activation.linear())
            .train(Mnist.train());
    // endregion
    assertThat(gan.config().normalization().white()).isCloseTo(2.82, within(0.01));
  }

  @Test
  void imagesOfAClass() {
    TrainedGan gan =
        Gan.builder().mlp(16).epochs(1).conditional(Mnist.train()).train(Mnist.train());
    // region ofClass
    Images threes = gan.generator().ofClass(3).generate(64, 7);
    Images rows = gan.generator().generateGrid(10, 8, 7); // a row a class
    Images more = gan.generator().ofClass(3).generateGrid(10, 8, 7); // 80 of class 3
    // endregion
    assertThat(threes.values(0)).isEqualTo(gan.generate(64, 7, 3).values(0));
    assertThat(rows.count()).isEqualTo(80);
    assertThat(rows.values(24)).as("the row of class 3").isEqualTo(more.values(0));
  }

  @Test
  void truncation() {
    TrainedGan gan = small();
    // region truncated
    Images typical = gan.generator().truncated(0.7).generate(64, 7);
    // endregion
    assertThat(typical.count()).isEqualTo(64);
    assertThat(typical.toArray()).isNotEqualTo(gan.generate(64, 7).toArray());
  }

  @Test
  void interpolation() {
    TrainedGan gan = small();
    // region interpolate
    Generator generator = gan.generator();
    float[] one = generator.latents(1, 1)[0]; // of seed 1
    float[] two = generator.latents(1, 2)[0];
    Images path = generator.decode(LatentPath.SPHERICAL.between(one, two, 12));
    // endregion
    assertThat(path.count()).isEqualTo(12);
    assertThat(distance(path, 0, gan.generate(1, 1))).isLessThan(1e-5);
    assertThat(distance(path, 11, gan.generate(1, 2))).isLessThan(1e-5);
  }

  private static double distance(Images images, int index, Images single) {
    float[] a = images.values(index);
    float[] b = single.values(0);
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElseThrow();
  }

  @Test
  void inversion() {
    TrainedGan gan = small();
    Images images = gan.generate(2, 1);
    // region invert
    InversionResult result = gan.invert(images, Inversion.defaults().steps(1000));
    double[] errors = result.errors(); // mean squared, of values in [-1, 1]
    float[][] latents = result.latents();
    Images path = gan.generator().decode(LatentPath.SPHERICAL.between(latents[0], latents[1], 12));
    // endregion
    assertThat(errors).hasSize(2);
    assertThat(DoubleStream.of(errors).max().orElseThrow()).isLessThan(0.01);
    assertThat(path.count()).isEqualTo(12);
  }

  @Test
  void optimisers() {
    // region optimisers
    TrainedGan gan =
        Gan.builder()
            .optimizer(OptimizerConfig.rmsProp(5e-5, 0.99))
            .discriminator(d -> d.optimizer(OptimizerConfig.adamW(2e-4, 0.5, 0.999, 0.01)))
            .clipGradientNorm(10)
            .train(Mnist.train());
    // endregion
    GanConfig config = gan.config();
    assertThat(config.generator().optimizer().learningRate()).isEqualTo(5e-5);
    assertThat(config.discriminator().optimizer().learningRate()).isEqualTo(2e-4);
  }

  @Test
  void report() {
    // region report
    Gan.builder().listener(HtmlReport.writeTo(Path.of("run/report.html"))).train(Mnist.train());
    // endregion
    assertThat(Path.of("run/report.html")).content().contains("done");
  }

  @Test
  void verdict() {
    // region verdict
    Gan.builder().listener(RunHealth.printTo(System.out)).train(Mnist.train());
    // endregion
    assertThat(printed()).contains("early");
  }

  @Test
  void tensorBoard() throws IOException {
    // region tensorBoard
    TrainedGan gan =
        Gan.builder()
            .listener(TensorBoardLog.into(Path.of("runs/first/tensorboard")))
            .train(Mnist.train());
    // endregion
    assertThat(gan.listenerFailures()).isEmpty();
    try (Stream<java.nio.file.Path> files = Files.list(Path.of("runs/first/tensorboard"))) {
      assertThat(files.toList()).singleElement().asString().endsWith(".gan4j");
    }
  }

  @Test
  void service() throws IOException {
    TrainedGan trained = small();
    trained.save(Path.of("digits.safetensors"));
    long seed = 3;
    // region service
    TrainedGan digits = TrainedGan.load(Path.of("digits.safetensors")); // when the service starts
    Images images = digits.generate(1, seed); // in as many requests at once as there are
    // endregion
    assertThat(images.toArray()).isEqualTo(trained.generate(1, 3).toArray());
  }
}
