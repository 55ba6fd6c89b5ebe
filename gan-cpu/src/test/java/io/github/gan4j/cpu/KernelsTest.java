package io.github.gan4j.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gan4j.Trainer;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.error.EngineException;
import io.github.gan4j.tck.NetworkValues;
import io.github.gan4j.training.LossEvent;
import io.github.gan4j.vector.VectorApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which kernels an engine takes, and what it says of it. */
class KernelsTest {

  @TempDir Path cache;

  /** Prints the engines of two runs, or why there are none. */
  static final class Attempt {
    private Attempt() {}

    public static void main(String[] args) {
      for (int i = 0; i < 2; i++) {
        try (Trainer trainer = SmallRun.builder().trainer(new SmallRun.Patterns())) {
          trainer.step();
          System.out.println("engine " + trainer.run().engine());
        } catch (EngineException | IllegalArgumentException e) {
          System.out.println("refused " + e.getMessage());
        }
      }
    }
  }

  /** Prints the floats of a vector. */
  static final class Lanes {
    private Lanes() {}

    public static void main(String[] args) {
      System.out.println("lanes " + VectorApi.lanes());
    }
  }

  @Test
  void withoutTheVectorApiItIsOpenblas() throws IOException {
    assertThat(attempt()).contains("engine cpu (OpenBLAS");
  }

  @Test
  void withVectorsOf512BitsItIsTheVectorApi() throws IOException {
    String lanes = OtherJvm.run(Lanes.class, name -> true, "--add-modules", VectorApi.MODULE);
    assumeThat(lanes).as("this processor has 512 bits").contains("lanes 16");
    assertThat(attempt("--add-modules", VectorApi.MODULE))
        .contains("engine cpu (Vector API of 16 lanes")
        .doesNotContain("OpenBLAS");
  }

  @Test
  void withShorterVectorsItIsOpenblas() throws IOException {
    assertThat(attempt("--add-modules", VectorApi.MODULE, "-XX:MaxVectorSize=32"))
        .contains("engine cpu (OpenBLAS");
  }

  @Test
  void aChoiceWinsOverTheProcessor() throws IOException {
    assertThat(attempt("--add-modules", VectorApi.MODULE, "-Dgan4j.kernels=openblas"))
        .contains("engine cpu (OpenBLAS");
    assertThat(
            attempt(
                "--add-modules",
                VectorApi.MODULE,
                "-XX:MaxVectorSize=32",
                "-Dgan4j.kernels=vector"))
        .contains("engine cpu (Vector API of 8 lanes");
  }

  @Test
  void anEngineSaysWhichKernelsItHas() {
    try (CpuEngine one = new CpuEngine(1, Kernels.OPENBLAS);
        CpuEngine two = new CpuEngine(2, Kernels.OPENBLAS)) {
      assertThat(one.kernels()).isEqualTo(Kernels.OPENBLAS);
      assertThat(one.numerics()).contains("OpenBLAS").isNotEqualTo(two.numerics());
    }
  }

  @Test
  void theNumericsOfTheVectorApiAreThoseOfAnyNumberOfThreads() {
    assumeThat(VectorApi.isAvailable()).isTrue();
    try (CpuEngine one = new CpuEngine(1, Kernels.VECTOR);
        CpuEngine any = new CpuEngine(Kernels.VECTOR)) {
      assertThat(any.kernels()).isEqualTo(Kernels.VECTOR);
      assertThat(one.numerics()).isEqualTo("vector").isEqualTo(any.numerics());
    }
  }

  @Test
  void theVectorApiStepsInWhereOpenblasCannotBeLoadedAndSaysSoOnce() throws IOException {
    String output =
        OtherJvm.run(
            Attempt.class,
            name -> !name.startsWith("openblas-") || !name.contains(Loader.getPlatform()),
            "-Dorg.bytedeco.javacpp.cachedir=" + cache,
            "-XX:MaxVectorSize=32",
            "--add-modules",
            VectorApi.MODULE);
    assertThat(output).contains("engine cpu (Vector API of");
    assertThat(output)
        .containsOnlyOnce(
            "multiplying by the Vector API instead of OpenBLAS: the native library OpenBLAS cannot"
                + " be loaded");
  }

  private static String attempt(String... options) throws IOException {
    return OtherJvm.run(Attempt.class, name -> true, options);
  }

  @Test
  void aWishForTheVectorApiWithoutItIsRefusedWithTheCure() throws IOException {
    String output = attempt("-Dgan4j.kernels=vector");
    assertThat(output)
        .contains(
            "refused the kernels vector need the Vector API:"
                + " start Java with --add-modules jdk.incubator.vector, or choose openblas");
  }

  @Test
  void anUnknownNameIsRefusedWithTheRightOnes() throws IOException {
    String output = attempt("-Dgan4j.kernels=fast");
    assertThat(output)
        .contains("refused gan4j.kernels must be one of [openblas, vector, bfloat16], was fast");
  }

  @Test
  void theVectorApiGivesTheSameBitsWithAnyNumberOfThreads() throws IOException {
    assumeThat(VectorApi.isAvailable()).isTrue();
    assertThat(hash(2)).isEqualTo(hash(1));
    assertThat(hash(5)).isEqualTo(hash(1));
  }

  @Test
  void theVectorApiGivesAGradientTheSameNormWithAnyNumberOfThreads() {
    assumeThat(VectorApi.isAvailable()).isTrue();
    assertThat(gradientNorm(2)).isEqualTo(gradientNorm(1));
    assertThat(gradientNorm(5)).isEqualTo(gradientNorm(1));
  }

  private static double gradientNorm(int threads) {
    NetworkSpec spec =
        new NetworkSpec(
            300,
            List.of(
                new LayerSpec(530, null, Activation.tanh(), 0),
                new LayerSpec(70, new BatchNorm(0.1, 1e-5), Activation.tanh(), 0)));
    NetworkValues values = NetworkValues.random(spec, 16, 1);
    try (CpuEngine engine = new CpuEngine(threads, Kernels.VECTOR);
        TrainableNetwork network = engine.trainable(spec, OptimizerConfig.sgd(0.1, 0), 0)) {
      network.parameters().copyFrom(values.parameters());
      network.buffers().copyFrom(values.buffers());
      Tensor in = engine.allocate(16, 300);
      in.copyFrom(values.inputs(), 0);
      Tensor outGradient = engine.allocate(16, 70);
      outGradient.copyFrom(values.outGradient(), 0);
      TrainingPass pass = network.trainingPass(16);
      pass.forward(in, engine.allocate(16, 70), 0);
      pass.backward(outGradient, null, WeightGradients.KEEP);
      return network.gradientNorm();
    }
  }

  private static String hash(int threads) throws IOException {
    try (CpuEngine engine = new CpuEngine(threads, Kernels.VECTOR)) {
      return SmallRun.hash(engine);
    }
  }

  @Test
  void theVectorApiGivesTheSameBitsWithShorterVectors() throws IOException {
    assumeThat(VectorApi.isAvailable()).isTrue();
    String output =
        OtherJvm.run(
            SmallRun.class,
            name -> true,
            "-XX:UseAVX=2",
            "--add-modules",
            VectorApi.MODULE,
            "-Dgan4j.kernels=vector");
    assertThat(output).contains("hash " + hash(2));
  }

  @Test
  void theVectorApiIsRefusedWhereItIsNot() {
    assumeThat(VectorApi.isAvailable()).isFalse();
    assertThatThrownBy(() -> new CpuEngine(1, Kernels.VECTOR))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("--add-modules jdk.incubator.vector");
    assertThatThrownBy(VectorApi::lanes)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("--add-modules jdk.incubator.vector");
  }

  @Test
  void bfloat16WithoutItsLibraryIsRefusedWithTheCure() throws IOException {
    String output =
        OtherJvm.run(Attempt.class, name -> !name.startsWith("mkl-"), "-Dgan4j.kernels=bfloat16");
    assertThat(output)
        .contains("refused the native library oneMKL cannot be loaded on ")
        .contains("add org.bytedeco:mkl");
  }

  @Test
  void bfloat16GivesTheSameBitsAgainWithAndWithoutTheVectorApi() throws IOException {
    assumeThat(Loader.getPlatform()).as("oneMKL comes for").endsWith("x86_64");
    String[] bfloat16 = {"-Dgan4j.kernels=bfloat16", "-Dgan4j.threads=2"};
    String[] rounding = {
      "-Dgan4j.kernels=bfloat16", "-Dgan4j.threads=2", "--add-modules", VectorApi.MODULE
    };
    String hash;
    try (CpuEngine engine = new CpuEngine(2, Kernels.BFLOAT16)) {
      assertThat(engine.description()).contains("oneMKL in bfloat16");
      hash = SmallRun.hash(engine);
    }
    assertThat(OtherJvm.run(SmallRun.class, name -> true, bfloat16)).contains("hash " + hash);
    assertThat(OtherJvm.run(SmallRun.class, name -> true, rounding)).contains("hash " + hash);
  }

  /** Prints the hash of a run with OpenBLAS, after one with bfloat16. */
  static final class OpenblasAfterBfloat16 {
    private OpenblasAfterBfloat16() {}

    public static void main(String[] args) throws IOException {
      for (Kernels kernels : List.of(Kernels.BFLOAT16, Kernels.OPENBLAS)) {
        try (CpuEngine engine = new CpuEngine(2, kernels)) {
          System.out.println(kernels + " hash " + SmallRun.hash(engine));
        }
      }
    }
  }

  @Test
  void openblasGivesTheSameBitsAfterBfloat16() throws IOException {
    assumeThat(Loader.getPlatform()).as("oneMKL comes for").endsWith("x86_64");
    String alone = OtherJvm.run(SmallRun.class, name -> true, "-Dgan4j.kernels=openblas");
    assertThat(OtherJvm.run(OpenblasAfterBfloat16.class, name -> true))
        .contains("openblas " + alone.strip());
  }

  @Test
  void bfloat16TrainsNearlyAsSinglePrecisionDoes() {
    assumeThat(Loader.getPlatform()).as("oneMKL comes for").endsWith("x86_64");
    List<LossEvent> single = losses(Kernels.OPENBLAS);
    List<LossEvent> rounded = losses(Kernels.BFLOAT16);
    for (int i = 0; i < single.size(); i++) {
      assertThat(rounded.get(i).discriminator())
          .isCloseTo(single.get(i).discriminator(), withinPercentage(2));
      assertThat(rounded.get(i).generator())
          .isCloseTo(single.get(i).generator(), withinPercentage(2));
    }
    // Else something is not rounded at all.
    assertThat(rounded.get(0).generator()).isNotEqualTo(single.get(0).generator());
  }

  private static List<LossEvent> losses(Kernels kernels) {
    List<LossEvent> losses = new ArrayList<>();
    try (CpuEngine engine = new CpuEngine(2, kernels);
        Trainer trainer = SmallRun.builder().engine(engine).trainer(new SmallRun.Patterns())) {
      while (!trainer.finished()) {
        losses.add(trainer.step());
      }
    }
    return losses;
  }
}
