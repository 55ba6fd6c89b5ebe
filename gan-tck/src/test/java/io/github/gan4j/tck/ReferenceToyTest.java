package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.config.Activation;
import io.github.gan4j.config.OptimizerConfig;
import io.github.gan4j.engine.GanEngine;
import io.github.gan4j.engine.Pass;
import io.github.gan4j.engine.Tensor;
import io.github.gan4j.engine.TrainableNetwork;
import io.github.gan4j.engine.TrainingPass;
import io.github.gan4j.engine.TrainingPass.WeightGradients;
import io.github.gan4j.loss.AdversarialLoss;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.random.CounterRandom;
import io.github.gan4j.random.RandomStream;
import io.github.gan4j.tck.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

/** The reference engine trains a toy: a GAN learns where numbers around 3 lie. */
class ReferenceToyTest {
  private static final int ROWS = 16;
  private static final int STEPS = 600;
  private static final double MEAN = 3;

  @Test
  void aToyGanFindsItsData() {
    try (GanEngine engine = new ReferenceEngine()) {
      TrainableNetwork generator = generator(engine);
      train(engine, generator);
      Tensor out = engine.allocate(ROWS, 1);
      try (Pass pass = generator.inferencePass(ROWS)) {
        pass.forward(normal(engine, RandomStream.SAMPLES, 0, 0), out);
      }
      double sum = 0;
      for (float value : Tensors.toArray(out)) {
        sum += value;
      }
      assertThat(sum / ROWS).isCloseTo(MEAN, within(0.5));
    }
  }

  private static void train(GanEngine engine, TrainableNetwork generator) {
    TrainableNetwork discriminator = discriminator(engine);
    TrainingPass generate = generator.trainingPass(ROWS);
    TrainingPass judge = discriminator.trainingPass(2 * ROWS);
    Tensor both = engine.allocate(2 * ROWS, 1);
    Tensor logits = engine.allocate(2 * ROWS, 1);
    Tensor logitGradient = engine.allocate(2 * ROWS, 1);
    Tensor inGradient = engine.allocate(2 * ROWS, 1);
    AdversarialLoss loss = Losses.nonSaturating();
    for (int step = 1; step <= STEPS; step++) {
      float[] real = Tensors.toArray(normal(engine, RandomStream.DATA_ORDER, step, MEAN));
      both.rowRange(0, ROWS).copyFrom(real, 0);
      generate.forward(
          normal(engine, RandomStream.LATENT, step, 0), both.rowRange(ROWS, 2 * ROWS), 0);

      judge.forward(both, logits, 0);
      float[] realGradient = new float[ROWS];
      float[] fakeGradient = new float[ROWS];
      loss.discriminator(
          Tensors.toArray(logits.rowRange(0, ROWS)),
          Tensors.toArray(logits.rowRange(ROWS, 2 * ROWS)),
          realGradient,
          fakeGradient);
      logitGradient.rowRange(0, ROWS).copyFrom(realGradient, 0);
      logitGradient.rowRange(ROWS, 2 * ROWS).copyFrom(fakeGradient, 0);
      judge.backward(logitGradient, null, WeightGradients.KEEP);
      discriminator.update(step, 1);

      judge.forward(both, logits, 0);
      loss.generator(new float[0], Tensors.toArray(logits.rowRange(ROWS, 2 * ROWS)), fakeGradient);
      logitGradient.rowRange(0, ROWS).copyFrom(new float[ROWS], 0);
      logitGradient.rowRange(ROWS, 2 * ROWS).copyFrom(fakeGradient, 0);
      judge.backward(logitGradient, inGradient, WeightGradients.SKIP);
      generate.backward(inGradient.rowRange(ROWS, 2 * ROWS), null, WeightGradients.KEEP);
      generator.update(step, 1);
    }
  }

  private static TrainableNetwork generator(GanEngine engine) {
    return filled(engine, NetworkCase.of(ROWS, 1, Layers.linear(1)));
  }

  private static TrainableNetwork discriminator(GanEngine engine) {
    return filled(
        engine,
        NetworkCase.of(ROWS, 1, Layers.plain(16, Activation.leakyRelu(0.2)), Layers.linear(1)));
  }

  private static TrainableNetwork filled(GanEngine engine, NetworkCase sample) {
    TrainableNetwork network =
        engine.trainable(sample.spec(), OptimizerConfig.adam(0.01, 0.5, 0.999), 0.99);
    sample.fill(network);
    return network;
  }

  private static Tensor normal(GanEngine engine, RandomStream stream, int step, double mean) {
    float[] values = new float[ROWS];
    new CounterRandom(1, stream, step).fillNormal(values, 0, ROWS);
    for (int i = 0; i < ROWS; i++) {
      values[i] = (float) (mean + 0.5 * values[i]);
    }
    return Tensors.of(engine, ROWS, 1, values);
  }
}
