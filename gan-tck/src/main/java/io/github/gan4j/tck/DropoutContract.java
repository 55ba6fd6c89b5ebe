package io.github.gan4j.tck;

import static io.github.gan4j.tck.Agreement.FEW_ROUNDINGS;
import static io.github.gan4j.tck.Agreement.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.config.Activation;
import io.github.gan4j.engine.LayerSpec;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.random.DropoutMask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dropout drops exactly what {@link DropoutMask} says, in forward and backward passes. */
public abstract class DropoutContract extends Contract {

  /** Makes a contract of one engine. */
  protected DropoutContract() {}

  @BeforeEach
  final void skipIfTheEngineHasNone() {
    assumeTraining();
    assumeLayers(sample(1, 1, 1).spec());
  }

  static Stream<Arguments> sizes() {
    return Cases.ROWS.stream()
        .flatMap(rows -> Cases.WIDTHS.stream().map(columns -> Arguments.of(rows, columns)));
  }

  @ParameterizedTest(name = "{0} × {1}")
  @MethodSource("sizes")
  void theFirstLayersMaskIsTheOneDefined(int rows, int columns) {
    NetworkCase sample = sample(rows, 5, columns);
    assertMask(new Trial(tested(), sample).forward(1), sample, 0);
  }

  @ParameterizedTest(name = "{0} × {1}")
  @MethodSource("sizes")
  void aLaterLayersMaskIsTheOneDefined(int rows, int columns) {
    NetworkCase sample = NetworkCase.of(rows, 5, dropping(16), Layers.linear(3), dropping(columns));
    assertMask(new Trial(tested(), sample).forward(1), sample, 2);
  }

  @Test
  void aGradientIsDroppedWhereTheOutputWas() {
    NetworkCase sample = NetworkCase.of(33, 17, Layers.withDropout(Layers.linear(17)));
    Trial trial = new Trial(tested(), sample);
    trial.network().parameters().copyFrom(identity(17));
    float[] outputs = trial.forward(1);
    float[] gradient = trial.backward(1, WeightGradients.SKIP);
    float[] outGradient = sample.outGradient(1);
    for (int i = 0; i < outputs.length; i++) {
      outGradient[i] = outputs[i] == 0 ? 0 : (float) (outGradient[i] / (1 - Layers.RATE));
    }
    assertClose("input gradient", gradient, outGradient, FEW_ROUNDINGS);
  }

  @Test
  void keptValuesMakeUpForTheDroppedOnes() {
    NetworkCase sample = sample(16, 5, 31);
    Trial trial = new Trial(tested(), sample);
    float[] all = trial.infer(1);
    float[] kept = trial.forward(1);
    for (int i = 0; i < all.length; i++) {
      all[i] = kept[i] == 0 ? 0 : (float) (all[i] / (1 - Layers.RATE));
    }
    assertClose("outputs", kept, all, FEW_ROUNDINGS);
  }

  @Test
  void generatingDropsNothing() {
    assertThat(new Trial(tested(), sample(33, 5, 100)).infer(1)).doesNotContain(0f);
  }

  @Test
  void allBitsOfTheSeedCount() {
    NetworkCase sample = sample(33, 5, 31);
    float[] first = drop(sample, 7);
    assertThat(drop(sample, 7)).isEqualTo(first);
    assertThat(drop(sample, 8)).isNotEqualTo(first);
    assertThat(drop(sample, 7 + (1L << 32))).isNotEqualTo(first);
    assertThat(drop(sample, -7)).isNotEqualTo(first);
  }

  private float[] drop(NetworkCase sample, long seed) {
    var network = Trial.filled(tested(), sample);
    var in = Tensors.of(tested(), sample.rows(), sample.spec().inputs(), sample.input(1));
    var out = tested().allocate(sample.rows(), sample.spec().outputs());
    network.trainingPass(sample.rows()).forward(in, out, seed);
    return Tensors.toArray(out);
  }

  private static void assertMask(float[] outputs, NetworkCase sample, int layer) {
    int key0 = DropoutMask.key0(sample.dropoutSeed(1), layer);
    int key1 = DropoutMask.key1(sample.dropoutSeed(1), layer);
    int threshold = DropoutMask.threshold(Layers.RATE);
    for (int i = 0; i < outputs.length; i++) {
      assertThat(outputs[i] == 0)
          .as("output %d dropped", i)
          .isEqualTo(DropoutMask.bits(key0, key1, i) >>> 8 < threshold);
    }
  }

  /** Returns a case of one layer whose outputs are 0 only where they are dropped. */
  private static NetworkCase sample(int rows, int inputs, int outputs) {
    return NetworkCase.of(rows, inputs, dropping(outputs));
  }

  private static LayerSpec dropping(int outputs) {
    return Layers.withDropout(Layers.plain(outputs, Activation.sigmoid()));
  }

  /** Returns the parameters of a square linear layer that changes nothing. */
  private static float[] identity(int width) {
    float[] parameters = new float[width * width + width];
    for (int i = 0; i < width; i++) {
      parameters[i * width + i] = 1;
    }
    return parameters;
  }
}
