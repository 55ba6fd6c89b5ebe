package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit is refused before anything is computed. */
public abstract class ArgumentContract extends Contract {
  private static final int ROWS = 3;
  private static final int INPUTS = 5;
  private static final int OUTPUTS = 2;
  private static final NetworkCase SAMPLE = NetworkCase.of(ROWS, INPUTS, Layers.linear(OUTPUTS));

  /** Makes a contract of one engine. */
  protected ArgumentContract() {}

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void passesWithoutRowsAreRefused(int rows) {
    assertRefused(() -> tested().network(SAMPLE.spec()).inferencePass(rows));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void trainingPassesWithoutRowsAreRefused(int rows) {
    assumeTraining();
    assertRefused(() -> trainable().trainingPass(rows));
  }

  @ParameterizedTest(name = "in {0} × {1}, out {2} × {3}")
  @CsvSource({"3, 4, 3, 2", "3, 6, 3, 2", "3, 5, 3, 1", "3, 5, 3, 3", "2, 5, 3, 2", "4, 5, 4, 2"})
  void generatingRefusesWhatDoesNotFit(int rows, int columns, int outRows, int outColumns) {
    Tensor in = tested().allocate(rows, columns);
    Tensor out = tested().allocate(outRows, outColumns);
    try (Pass pass = tested().network(SAMPLE.spec()).inferencePass(ROWS)) {
      assertRefused(() -> pass.forward(in, out));
    }
  }

  @ParameterizedTest(name = "in {0} × {1}, out {2} × {3}")
  @CsvSource({
    "3, 4, 3, 2",
    "3, 6, 3, 2",
    "3, 5, 3, 1",
    "3, 5, 3, 3",
    "2, 5, 3, 2",
    "2, 5, 2, 2",
    "4, 5, 4, 2"
  })
  void trainingRefusesWhatDoesNotFit(int rows, int columns, int outRows, int outColumns) {
    assumeTraining();
    Tensor in = tested().allocate(rows, columns);
    Tensor out = tested().allocate(outRows, outColumns);
    TrainingPass pass = trainable().trainingPass(ROWS);
    assertRefused(() -> pass.forward(in, out, 0));
  }

  @ParameterizedTest(name = "outGradient {0} × {1}, inGradient {2} × {3}")
  @CsvSource({"2, 2, 3, 5", "3, 1, 3, 5", "3, 2, 4, 5", "3, 2, 3, 4", "3, 3, 3, 5", "3, 2, 3, 6"})
  void gradientsThatDoNotFitAreRefused(int rows, int columns, int inRows, int inColumns) {
    assumeTraining();
    TrainableNetwork network = trainable();
    TrainingPass pass = network.trainingPass(ROWS);
    pass.forward(tested().allocate(ROWS, INPUTS), tested().allocate(ROWS, OUTPUTS), 0);
    Tensor outGradient = tested().allocate(rows, columns);
    Tensor inGradient = tested().allocate(inRows, inColumns);
    assertRefused(() -> pass.backward(outGradient, inGradient, WeightGradients.KEEP));
    assertThatThrownBy(() -> network.update(1, 1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void arraysTooShortForTheGradientAreRefused() {
    assumeTraining();
    Trial trial = new Trial(tested(), SAMPLE);
    trial.forward(1);
    trial.backward(1, WeightGradients.KEEP);
    float[] tooShort = new float[SAMPLE.spec().parameterCount() - 1];
    assertThatThrownBy(() -> trial.network().readGradient(tooShort))
        .isInstanceOfAny(IndexOutOfBoundsException.class, IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void stepsStartAtOne(long step) {
    assumeTraining();
    Trial trial = new Trial(tested(), SAMPLE);
    trial.forward(1);
    trial.backward(1, WeightGradients.KEEP);
    assertRefused(() -> trial.network().update(step, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.POSITIVE_INFINITY, Double.NaN})
  void rateFactorsArePositiveAndFinite(double rateFactor) {
    assumeTraining();
    Trial trial = new Trial(tested(), SAMPLE);
    trial.forward(1);
    trial.backward(1, WeightGradients.KEEP);
    assertRefused(() -> trial.network().update(1, rateFactor));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.POSITIVE_INFINITY, Double.NaN})
  void gradientFactorsArePositiveAndFinite(double gradientFactor) {
    assumeTraining();
    Trial trial = new Trial(tested(), SAMPLE);
    trial.forward(1);
    trial.backward(1, WeightGradients.KEEP);
    assertRefused(() -> trial.network().update(1, 1, gradientFactor));
  }

  @Test
  void tensorsOfAnotherKindOfEngineAreRefused() {
    Tensor stranger = new ForeignTensor(ROWS, INPUTS);
    Tensor out = tested().allocate(ROWS, OUTPUTS);
    try (Pass pass = tested().network(SAMPLE.spec()).inferencePass(ROWS)) {
      assertRefused(() -> pass.forward(stranger, out));
      Tensor in = tested().allocate(ROWS, INPUTS);
      assertRefused(() -> pass.forward(in, new ForeignTensor(ROWS, OUTPUTS)));
    }
  }

  @Test
  void trainingRefusesTensorsOfAnotherKindOfEngine() {
    assumeTraining();
    Tensor strangeIn = new ForeignTensor(ROWS, INPUTS);
    Tensor strangeOut = new ForeignTensor(ROWS, OUTPUTS);
    Tensor in = tested().allocate(ROWS, INPUTS);
    Tensor out = tested().allocate(ROWS, OUTPUTS);
    Tensor gradient = tested().allocate(ROWS, OUTPUTS);
    TrainingPass pass = trainable().trainingPass(ROWS);
    assertRefused(() -> pass.forward(strangeIn, out, 0));
    assertRefused(() -> pass.forward(in, strangeOut, 0));
    pass.forward(in, out, 0);
    assertRefused(() -> pass.backward(strangeOut, null, WeightGradients.KEEP));
    assertRefused(() -> pass.backward(gradient, strangeIn, WeightGradients.KEEP));
  }

  private TrainableNetwork trainable() {
    return tested().trainable(SAMPLE.spec(), Trial.SMOOTH_ADAM, 0);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }

  /** A tensor that no engine has allocated. */
  private record ForeignTensor(int rows, int columns) implements Tensor {
    @Override
    public Tensor rowRange(int from, int to) {
      return new ForeignTensor(to - from, columns);
    }

    @Override
    public Tensor columnRange(int from, int to) {
      return new ForeignTensor(rows, to - from);
    }

    @Override
    public void copyFrom(float[] source, int offset) {}

    @Override
    public void copyTo(float[] target, int offset) {}
  }
}
