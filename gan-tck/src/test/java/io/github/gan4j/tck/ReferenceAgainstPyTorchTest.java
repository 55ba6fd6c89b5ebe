package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.NetworkSpec;
import io.github.gan4j.engine.NormalizationSpec.BatchNorm;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.tck.reference.ReferenceTensor;
import io.github.gan4j.tck.reference.ReferenceTrainableNetwork;
import io.github.gan4j.tck.reference.ReferenceTrainingPass;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Three steps of a small network against PyTorch 2.13 in double precision: {@code Linear(3, 4,
 * bias=False), BatchNorm1d(4, eps=0.01, momentum=0.2), LeakyReLU(0.2), Linear(4, 2), Tanh} under
 * {@code Adam(lr=0.01, betas=(0.5, 0.9))}, with sines and cosines for all values.
 */
class ReferenceAgainstPyTorchTest {
  private static final double[] OUTPUTS = {
    -0.4759558021702892,
    -0.39351539798606416,
    -0.6893252838183956,
    -0.2414353842670466,
    -0.47959580970983995,
    -0.4190207295419089,
    -0.6744305515783053,
    -0.26086218172821085,
    -0.4880663255018164,
    -0.42764899418931324
  };
  private static final double[] INPUT_GRADIENT = {
    -0.04681409332423205,
    -0.06562975310327461,
    -0.024105720546279883,
    0.027596780624600664,
    0.04513948038879425,
    0.021181150054909746,
    0.05325959506769218,
    0.058447763990037746,
    0.009899328245616245,
    -0.03087414554243537,
    -0.05163028924201729,
    -0.02491778311776653,
    -0.0031681368256254072,
    0.013672797966459932,
    0.01794302536352043
  };
  private static final double[] WEIGHT_GRADIENT = {
    -0.012144789961592175,
    0.00646773237128307,
    0.01913385138947668,
    -0.012754800094476833,
    0.011805386025169135,
    0.025511754676601637,
    0.025372665678898797,
    0.005646304812320228,
    -0.019271242659436808,
    -0.04021588955698288,
    -0.0020642630596596507,
    0.03798523737487782,
    -0.11193008250146445,
    -0.3223386441931789,
    0.9552626415791466,
    -0.6113649864293197,
    -0.011712895287218084,
    -0.16952019135753285,
    0.6259962139823059,
    0.1043679407625196,
    -0.03972618248571028,
    0.16768558219567847,
    -0.1741296384136936,
    -0.12691025155318558,
    0.01912667092479346,
    -0.2498422161754197,
    0.5935596828918898,
    0.577208210967318,
    -0.038430272224061035,
    0.6420470364968319
  };
  private static final double[] TRAINED = {
    0.4385136159336365,
    0.43185044255154664,
    0.050892668229850745,
    -0.38671630890237235,
    -0.47406364537646395,
    -0.13220546800457955,
    0.3161695010740535,
    0.5002731672460404,
    0.2189533358575192,
    -0.2603318423067577,
    -0.49672181906800866,
    -0.28004697717120636,
    0.21266056561177518,
    0.5015139266034575,
    0.3147471633143419,
    -0.13705711949680718,
    -0.47532134521886715,
    -0.37535387840478557,
    0.06414658327452705,
    0.4481001577714049,
    0.4216121989552396,
    -0.00580497990853768,
    -0.42456499810845155,
    -0.4547109099733484,
    -0.07741454309537937,
    0.39209612517910136,
    0.4638632005199761,
    0.11991352374997605,
    -0.3377108677843237,
    -0.5129724414562562
  };
  private static final double[] STATISTICS = {
    -0.04808672303427142,
    0.04438181652583579,
    -0.03957636607024219,
    0.03555846123945541,
    0.6939610567348462,
    0.6863482756528384,
    0.6773802086638959,
    0.6750849243506815
  };
  private static final double[] GENERATED = {
    -0.47773717506438823,
    -0.4405506433388376,
    -0.6523562630259712,
    -0.323160298866677,
    -0.48065544862233445,
    -0.4493568019438742,
    -0.6400371616531905,
    -0.33584709448336186,
    -0.4876592438790733,
    -0.45040763563664293
  };

  private static final int ROWS = 5;
  private static final int STEPS = 3;
  private static final NetworkSpec SPEC =
      new NetworkSpec(
          3,
          List.of(
              new LayerSpec(4, new BatchNorm(0.2, 0.01), Activation.leakyRelu(0.2), 0),
              new LayerSpec(2, null, Activation.tanh(), 0)));

  private final ReferenceEngine engine = new ReferenceEngine();
  private final ReferenceTrainableNetwork network =
      engine.trainable(SPEC, OptimizerConfig.adam(0.01, 0.5, 0.9), 0);
  private final ReferenceTrainingPass pass = network.trainingPass(ROWS);
  private final ReferenceTensor in = engine.allocate(ROWS, SPEC.inputs());
  private final ReferenceTensor out = engine.allocate(ROWS, SPEC.outputs());
  private final ReferenceTensor outGradient = engine.allocate(ROWS, SPEC.outputs());
  private final ReferenceTensor inGradient = engine.allocate(ROWS, SPEC.inputs());

  ReferenceAgainstPyTorchTest() {
    network.parameters().copyFrom(values(SPEC.parameterCount(), i -> 0.5 * Math.sin(i + 1)));
    network.buffers().copyFrom(new double[] {0, 0, 0, 0, 1, 1, 1, 1});
  }

  @AfterEach
  void closeTheEngine() {
    engine.close();
  }

  @Test
  void aStepsOutputsAndGradientsAreThoseOfPyTorch() {
    forwardAndBack(1);
    assertEqual(out.toDoubles(), OUTPUTS);
    assertEqual(inGradient.toDoubles(), INPUT_GRADIENT);
    assertEqual(network.gradient(), WEIGHT_GRADIENT);
  }

  @Test
  void trainedValuesAreThoseOfPyTorch() {
    for (int step = 1; step <= STEPS; step++) {
      forwardAndBack(step);
      network.update(step, 1);
    }
    assertEqual(network.parameters().toDoubles(), TRAINED);
    assertEqual(network.buffers().toDoubles(), STATISTICS);
    in.copyFrom(input(1));
    network.inferencePass(ROWS).forward(in, out);
    assertEqual(out.toDoubles(), GENERATED);
  }

  /**
   * {@code torch.nn.utils.clip_grad_norm_(parameters, 1)} before each step of {@code SGD(lr=0.1,
   * momentum=0.9)}. PyTorch adds 1e-6 to the norm that it divides by.
   */
  @Test
  void clippingByTheNormIsPyTorchs() {
    ReferenceTrainableNetwork clipped = engine.trainable(SPEC, OptimizerConfig.sgd(0.1, 0.9), 0);
    clipped.parameters().copyFrom(network.parameters().toDoubles());
    clipped.buffers().copyFrom(network.buffers().toDoubles());
    double[] norms = new double[STEPS];
    try (ReferenceTrainingPass through = clipped.trainingPass(ROWS)) {
      for (int step = 1; step <= STEPS; step++) {
        forwardAndBack(through, step);
        norms[step - 1] = clipped.gradientNorm();
        clipped.update(step, 1, Math.min(1, 1 / (norms[step - 1] + 1e-6)));
      }
    }
    assertEqual(norms, new double[] {1.7544449472251595, 0.7095237881588041, 1.5905158730168574});
    assertThat(clipped.parameters().toDoubles()[29]).isCloseTo(-0.6423802412535621, within(1e-13));
  }

  private void forwardAndBack(int step) {
    forwardAndBack(pass, step);
  }

  private void forwardAndBack(ReferenceTrainingPass pass, int step) {
    in.copyFrom(input(step));
    pass.forward(in, out, 0);
    outGradient.copyFrom(values(ROWS * SPEC.outputs(), i -> Math.sin(2 * i + step)));
    pass.backward(outGradient, inGradient, WeightGradients.KEEP);
  }

  private static double[] input(int step) {
    return values(ROWS * SPEC.inputs(), i -> Math.cos(step + i + 1));
  }

  private static double[] values(int size, IntToDoubleFunction value) {
    return IntStream.range(0, size).mapToDouble(value).toArray();
  }

  private static void assertEqual(double[] actual, double[] expected) {
    assertThat(actual).containsExactly(expected, within(1e-13));
  }
}
