package io.github.gan4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gan4j.Gan;
import io.github.gan4j.GanBuilder;
import io.github.gan4j.config.Activation;
import io.github.gan4j.config.GradientPenalty;
import io.github.gan4j.config.GradientPenalty.Kind;
import io.github.gan4j.internal.loop.TrainingLoop;
import io.github.gan4j.loss.Losses;
import io.github.gan4j.tck.reference.ReferenceEngine;
import io.github.gan4j.tck.reference.ReferenceTrainableNetwork;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a penalty comes to, and what it adds to the gradient that an update applies. */
class PenaltyGradientTest {
  /** Gradients visit the heap as floats. */
  private static final double ROUNDING = 1e-6;

  /** The gradient of w · x + b by x is w everywhere. */
  @Test
  void ofALinearDiscriminatorR1IsHalfTheSquareOfItsWeights() {
    for (Kind kind : new Kind[] {Kind.R1, Kind.R2}) {
      Loop linear = new Loop(builder().discriminator(d -> d.hidden()), kind, 3);
      double length = linear.lengthOfWeights();
      assertThat(linear.penalty()).isCloseTo(1.5 * length * length, within(ROUNDING));
      double[] gradient = linear.gradientOfThePenalty();
      for (int i = 0; i < 4; i++) {
        assertThat(gradient[i]).isCloseTo(3 * linear.values[i], within(ROUNDING));
      }
      assertThat(gradient[4]).as("bias").isCloseTo(0, within(ROUNDING));
    }
  }

  @Test
  void ofALinearDiscriminatorWganGpIsTheSquareOfHowFarItsWeightsAreFromLengthOne() {
    for (Kind kind : new Kind[] {Kind.WGAN_GP, Kind.DRAGAN}) {
      Loop linear = new Loop(builder().discriminator(d -> d.hidden()), kind, 3);
      double length = linear.lengthOfWeights();
      assertThat(linear.penalty()).isCloseTo(3 * (length - 1) * (length - 1), within(ROUNDING));
      double[] gradient = linear.gradientOfThePenalty();
      for (int i = 0; i < 4; i++) {
        assertThat(gradient[i])
            .isCloseTo(6 * (length - 1) * linear.values[i] / length, within(ROUNDING));
      }
      assertThat(gradient[4]).as("bias").isCloseTo(0, within(ROUNDING));
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsGradientIsThatOfDifferencesOfItsValue(Kind kind) {
    Loop deep = new Loop(builder(), kind, 20);
    double[] gradient = deep.gradientOfThePenalty();
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    assertThat(largest).isGreaterThan(0.05);
    for (int i = 0; i < gradient.length; i++) {
      assertThat(gradient[i])
          .as("parameter %d", i)
          .isCloseTo(deep.differenceOfThePenalty(i), within(1e-3 * largest));
    }
  }

  /** Where there is no gradient, its length has no derivative; none is a subgradient. */
  @Test
  void aDiscriminatorThatIsFlatIsTrained() {
    Loop flat = new Loop(builder().discriminator(d -> d.hidden()), Kind.WGAN_GP, 3);
    Arrays.fill(flat.values, 0);
    assertThat(flat.penalty()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void everyFifthTimeItCountsFiveTimesAndItsValueStays(Kind kind) {
    Loop often = new Loop(builder(), new GradientPenalty(kind, 2, 1));
    Loop seldom = new Loop(builder(), new GradientPenalty(kind, 2, 5));
    assertThat(seldom.penalty()).isEqualTo(often.penalty());
    double[] once = often.gradientOfThePenalty();
    double[] fiveTimes = seldom.gradientOfThePenalty();
    for (int i = 0; i < once.length; i++) {
      assertThat(fiveTimes[i]).isCloseTo(5 * once[i], within(ROUNDING));
    }
  }

  /**
   * Adam's first moment without decay is the gradient. With this seed no point is so near to where
   * the discriminator bends that a difference would go across.
   */
  private static GanBuilder builder() {
    return Gan.builder()
        .latentDim(3)
        .generator(g -> g.hidden(6))
        .discriminator(d -> d.hidden(7, 5).activation(Activation.leakyRelu(0.2)).dropout(0))
        .adam(0.01, 0, 0.9)
        .batchSize(8)
        .seed(6);
  }

  /** The first step of a run, as often as asked for. */
  private static final class Loop {
    private final GanBuilder with;
    private final GanBuilder without;
    private final double[] values;

    Loop(GanBuilder builder, Kind kind, double weight) {
      this(builder, new GradientPenalty(kind, weight, 1));
    }

    Loop(GanBuilder builder, GradientPenalty penalty) {
      without = Gan.builder(builder.config());
      with = Gan.builder(builder.config()).penalty(penalty);
      try (ReferenceEngine engine = new ReferenceEngine();
          TrainingLoop loop = loop(with, engine)) {
        values = ((ReferenceTrainableNetwork) loop.discriminator()).parameters().toDoubles();
      }
    }

    double lengthOfWeights() {
      double squares = 0;
      for (int i = 0; i < values.length - 1; i++) {
        squares += values[i] * values[i];
      }
      return Math.sqrt(squares);
    }

    double penalty() {
      return penalty(values);
    }

    double[] gradientOfThePenalty() {
      double[] gradient = gradient(with);
      double[] ofTheLoss = gradient(without);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] -= ofTheLoss[i];
      }
      return gradient;
    }

    double differenceOfThePenalty(int parameter) {
      double h = 1e-3;
      double[] more = values.clone();
      double[] less = values.clone();
      more[parameter] += h;
      less[parameter] -= h;
      return (penalty(more) - penalty(less)) / (2 * h);
    }

    private double penalty(double[] discriminator) {
      try (ReferenceEngine engine = new ReferenceEngine();
          TrainingLoop loop = loop(with, engine)) {
        ((ReferenceTrainableNetwork) loop.discriminator()).parameters().copyFrom(discriminator);
        return loop.step(1, 1).penalty();
      }
    }

    private double[] gradient(GanBuilder builder) {
      try (ReferenceEngine engine = new ReferenceEngine();
          TrainingLoop loop = loop(builder, engine)) {
        loop.step(1, 1);
        ReferenceTrainableNetwork discriminator = (ReferenceTrainableNetwork) loop.discriminator();
        return Arrays.copyOf(discriminator.optimizerState().toDoubles(), values.length);
      }
    }

    private static TrainingLoop loop(GanBuilder builder, ReferenceEngine engine) {
      return new TrainingLoop(
          builder.config(), new RandomImages(30), Losses.nonSaturating(), engine);
    }
  }
}
