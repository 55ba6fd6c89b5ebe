package io.github.gan4j.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.cpu.CpuEngine;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.model.TrainedNetwork;
import io.github.gan4j.tck.NetworkValues;
import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.tck.reference.ReferenceTrainingPass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The dense engine and DL4J's own network say the same of the same values. */
class Dl4jConformanceTest {
  /** Of the largest value of a vector. */
  private static final double TOLERANCE = 1e-5;

  private static final Activation LEAKY = Activation.leakyRelu(0.2);

  private final CpuEngine engine = new CpuEngine(2);

  @BeforeAll
  static void keepDl4jToOneThread() {
    // Its operations would spin against whatever else runs.
    Nd4j.getEnvironment().setMaxMasterThreads(1);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  static Stream<Arguments> networks() {
    List<Arguments> networks = new ArrayList<>();
    List<Activation> activations =
        List.of(
            Activation.linear(),
            Activation.relu(),
            LEAKY,
            Activation.leakyRelu(0.01),
            Activation.tanh(),
            Activation.sigmoid());
    for (Activation activation : activations) {
      String name = activation.kind() + " " + activation.slope();
      networks.add(
          network(name, 20, 5, layer(7, null, activation), layer(3, null, Activation.linear())));
      networks.add(
          network(
              name + ", normalised",
              20,
              5,
              layer(7, new BatchNorm(0.1, 1e-5), activation),
              layer(3, null, Activation.linear())));
      networks.add(network(name + " alone", 9, 17, layer(33, null, activation)));
      networks.add(
          network(
              name + " alone, normalised", 9, 17, layer(33, new BatchNorm(0.3, 0.8), activation)));
    }
    networks.add(network("one by one", 1, 1, layer(1, null, Activation.tanh())));
    networks.add(
        network(
            "a normalised last layer of one",
            16,
            31,
            layer(8, new BatchNorm(1, 1e-3), LEAKY),
            layer(1, new BatchNorm(0.1, 1e-5), Activation.sigmoid())));
    networks.add(recipeGenerator());
    networks.add(recipeDiscriminator());
    return networks.stream();
  }

  private static Arguments recipeGenerator() {
    BatchNorm normalization = new BatchNorm(0.1, 0.8);
    return network(
        "generator of mnist-batchnorm",
        64,
        100,
        layer(128, null, LEAKY),
        layer(256, normalization, LEAKY),
        layer(512, normalization, LEAKY),
        layer(1024, normalization, LEAKY),
        layer(784, null, Activation.tanh()));
  }

  private static Arguments recipeDiscriminator() {
    return network(
        "discriminator of mnist-batchnorm",
        64,
        784,
        layer(512, null, LEAKY),
        layer(256, null, LEAKY),
        layer(1, null, Activation.linear()));
  }

  private static Arguments network(String name, int rows, int inputs, LayerSpec... layers) {
    return Arguments.of(name, rows, new NetworkSpec(inputs, List.of(layers)));
  }

  private static LayerSpec layer(
      int outputs, @Nullable BatchNorm normalization, Activation activation) {
    return new LayerSpec(outputs, normalization, activation, 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void generatesWhatDl4jDoes(String name, int rows, NetworkSpec spec) {
    NetworkValues values = NetworkValues.random(spec, rows, 1);
    MultiLayerNetwork dl4j =
        Dl4jModels.toMultiLayerNetwork(
            new TrainedNetwork(spec, values.parameters(), values.buffers()));
    INDArray expected = dl4j.output(matrix(values.inputs(), rows), false);

    try (TrainableNetwork network =
        engine.trainable(spec, OptimizerConfig.adam(1e-3, 0.5, 0.999), 0)) {
      network.parameters().copyFrom(values.parameters());
      network.buffers().copyFrom(values.buffers());
      Tensor out = engine.allocate(rows, spec.outputs());
      network.inferencePass(rows).forward(tensor(values.inputs(), rows), out);
      assertAgrees(name + ": outputs", copy(out), rowMajor(expected));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void trainsAsDl4jDoes(String name, int rows, NetworkSpec spec) {
    NetworkValues values = awayFromKinks(spec, rows);
    MultiLayerNetwork dl4j =
        Dl4jModels.toMultiLayerNetwork(
            new TrainedNetwork(spec, values.parameters(), values.buffers()));
    dl4j.setInput(matrix(values.inputs(), rows));
    List<INDArray> activations = dl4j.feedForward(true, false);
    float[] outputs = rowMajor(activations.get(activations.size() - 1));
    Pair<Gradient, INDArray> backward =
        dl4j.backpropGradient(matrix(values.outGradient(), rows), null);
    SplitValues gradient = SplitValues.of(spec, flat(backward.getFirst().gradient()));

    try (TrainableNetwork network =
        engine.trainable(spec, OptimizerConfig.adam(1e-3, 0.5, 0.999), 0)) {
      network.parameters().copyFrom(values.parameters());
      network.buffers().copyFrom(values.buffers());
      Tensor out = engine.allocate(rows, spec.outputs());
      Tensor inGradient = engine.allocate(rows, spec.inputs());
      TrainingPass pass = network.trainingPass(rows);
      pass.forward(tensor(values.inputs(), rows), out, 0);
      pass.backward(tensor(values.outGradient(), rows), inGradient, WeightGradients.KEEP);
      float[] weightGradient = new float[spec.parameterCount()];
      network.readGradient(weightGradient);

      assertAgrees(name + ": outputs", copy(out), outputs);
      assertAgrees(name + ": input gradient", copy(inGradient), rowMajor(backward.getSecond()));
      for (NetworkSpec.Part part : spec.parameters()) {
        assertAgrees(
            name + ": gradient of " + part.name(),
            part(weightGradient, part),
            part(gradient.parameters, part));
      }
      assertRunningStatistics(name, rows, values, gradient, network);
    }
  }

  /**
   * DL4J hands over the statistics' change as if it were a gradient, and its variance is the
   * batch's own, where the engine's estimates the data's.
   */
  private static void assertRunningStatistics(
      String name, int rows, NetworkValues values, SplitValues gradient, TrainableNetwork network) {
    for (NetworkSpec.Part part : network.spec().buffers()) {
      float[] before = part(values.buffers(), part);
      float[] change = part(gradient.buffers, part);
      double momentum = momentum(network.spec(), part);
      boolean variance = part.name().endsWith("running_var");
      float[] expected = new float[before.length];
      for (int i = 0; i < before.length; i++) {
        double batch = before[i] - change[i] / momentum;
        double estimate = variance ? batch * rows / (rows - 1) : batch;
        expected[i] = (float) (before[i] + momentum * (estimate - before[i]));
      }
      assertAgrees(name + ": " + part.name(), part(network.buffers().toArray(), part), expected);
    }
  }

  private static double momentum(NetworkSpec spec, NetworkSpec.Part part) {
    String name = part.name();
    int layer = Integer.parseInt(name, name.indexOf('.') + 1, name.lastIndexOf(".batch"), 10);
    assertThat(spec.layers().get(layer).normalization()).isInstanceOf(BatchNorm.class);
    return ((BatchNorm) spec.layers().get(layer).normalization()).momentum();
  }

  @Test
  void droppedOutputsAreDroppedInDl4jTooAndKeptAsItGenerates() {
    LayerSpec dropping = new LayerSpec(400, null, Activation.linear(), 0.25);
    NetworkSpec spec = new NetworkSpec(1, List.of(dropping));
    float[] parameters = new float[800];
    Arrays.fill(parameters, 400, 800, 1f);
    MultiLayerNetwork dl4j =
        Dl4jModels.toMultiLayerNetwork(new TrainedNetwork(spec, parameters, new float[0]));
    INDArray in = Nd4j.zeros(50, 1);

    float[] trained = rowMajor(dl4j.output(in, true));

    int kept = 0;
    for (float value : trained) {
      if (value != 0) {
        assertThat(value).isCloseTo(1 / 0.75f, within(1e-6f));
        kept++;
      }
    }
    assertThat(kept / 20_000.0).isCloseTo(0.75, within(0.02));
    assertThat(rowMajor(dl4j.output(in, false))).containsOnly(1f);
  }

  @Test
  void theValuesGivenAreNotTiedToTheNetworkMade() {
    NetworkSpec spec = new NetworkSpec(2, List.of(layer(1, null, Activation.linear())));
    float[] parameters = {1, 2, 3};
    MultiLayerNetwork dl4j =
        Dl4jModels.toMultiLayerNetwork(new TrainedNetwork(spec, parameters, new float[0]));
    parameters[0] = 100;
    assertThat(rowMajor(dl4j.output(matrix(new float[] {1, 10}, 1)))).containsExactly(24f);
  }

  /** Where a rectifier's input is next to 0, rounding decides which gradient is right. */
  private static NetworkValues awayFromKinks(NetworkSpec spec, int rows) {
    long elements = (long) rows * spec.layers().stream().mapToInt(LayerSpec::outputs).sum();
    double distance = elements > 10_000 ? 1e-6 : 1e-5;
    try (ReferenceEngine reference = new ReferenceEngine();
        TrainableNetwork network =
            reference.trainable(spec, OptimizerConfig.adam(1e-3, 0.5, 0.999), 0)) {
      TrainingPass pass = network.trainingPass(rows);
      Tensor in = reference.allocate(rows, spec.inputs());
      Tensor out = reference.allocate(rows, spec.outputs());
      for (long seed = 1; ; seed++) {
        NetworkValues values = NetworkValues.random(spec, rows, seed);
        network.parameters().copyFrom(values.parameters());
        in.copyFrom(values.inputs(), 0);
        pass.forward(in, out, 0);
        if (((ReferenceTrainingPass) pass).nearestKink() > distance) {
          return values;
        }
      }
    }
  }

  private Tensor tensor(float[] values, int rows) {
    Tensor tensor = engine.allocate(rows, values.length / rows);
    tensor.copyFrom(values, 0);
    return tensor;
  }

  private static float[] copy(Tensor tensor) {
    float[] values = new float[tensor.rows() * tensor.columns()];
    tensor.copyTo(values, 0);
    return values;
  }

  private static INDArray matrix(float[] values, int rows) {
    return Nd4j.createFromArray(values).reshape(rows, values.length / rows);
  }

  private static float[] rowMajor(INDArray matrix) {
    return matrix.dup('c').data().asFloat();
  }

  private static float[] flat(INDArray vector) {
    return rowMajor(vector.reshape(1, vector.length()));
  }

  private static float[] part(float[] values, NetworkSpec.Part part) {
    return Arrays.copyOfRange(values, part.offset(), part.offset() + part.size());
  }

  private static void assertAgrees(String what, float[] actual, float[] expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    double largest = 0;
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      worst = Math.max(worst, Math.abs((double) actual[i] - expected[i]));
    }
    assertThat(worst).as(what + ": largest difference").isLessThanOrEqualTo(TOLERANCE * largest);
  }

  /** A flat vector in DL4J's order, taken apart again. */
  private static final class SplitValues {
    final float[] parameters;
    final float[] buffers;

    private SplitValues(float[] parameters, float[] buffers) {
      this.parameters = parameters;
      this.buffers = buffers;
    }

    static SplitValues of(NetworkSpec spec, float[] values) {
      float[] parameters = new float[spec.parameterCount()];
      float[] buffers = new float[spec.bufferCount()];
      int at = 0;
      int parameter = 0;
      int buffer = 0;
      for (int i = 0; i < spec.layers().size(); i++) {
        int outputs = spec.layers().get(i).outputs();
        boolean normalized = !spec.layers().get(i).hasBias();
        int trained = outputs * (spec.inputsOf(i) + (normalized ? 2 : 1));
        System.arraycopy(values, at, parameters, parameter, trained);
        at += trained;
        parameter += trained;
        if (normalized) {
          System.arraycopy(values, at, buffers, buffer, 2 * outputs);
          at += 2 * outputs;
          buffer += 2 * outputs;
        }
      }
      assertThat(at).isEqualTo(values.length);
      return new SplitValues(parameters, buffers);
    }
  }
}
