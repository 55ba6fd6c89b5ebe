package io.github.gan4j.report.tensorboard;

import io.github.gan4j.config.GanConfig;
import io.github.gan4j.report.internal.MethodFigures;
import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The values that are written for a step, or for an epoch: each a tag and a number. */
final class Scalars {
  private record Scalar(String tag, double value) {}

  private final List<Scalar> scalars = new ArrayList<>();

  private Scalars() {}

  /** Returns those of a step. */
  static Scalars of(LossEvent step) {
    GanConfig config = step.run().config();
    Scalars scalars = new Scalars();
    scalars.add("loss/discriminator", step.discriminator());
    scalars.add("loss/generator", step.generator());
    scalars.addPenalty("loss/penalty", step.penalty(), config);
    if (MethodFigures.hasClassLoss(config)) {
      scalars.add("loss/discriminator_class", step.discriminatorClassLoss());
      scalars.add("loss/generator_class", step.generatorClassLoss());
    }
    scalars.add("probability/real", step.realProbability());
    scalars.add("probability/fake", step.fakeProbability());
    scalars.add("learning_rate/discriminator", step.discriminatorRate());
    scalars.add("learning_rate/generator", step.generatorRate());
    return scalars;
  }

  /** Returns those of an epoch; its learning rates are those of its last step. */
  static Scalars of(EpochSummary epoch, GanConfig config) {
    Scalars scalars = new Scalars();
    scalars.add("epoch_loss/discriminator", epoch.discriminator());
    scalars.add("epoch_loss/generator", epoch.generator());
    scalars.addPenalty("epoch_loss/penalty", epoch.penalty(), config);
    if (MethodFigures.hasClassLoss(config)) {
      scalars.add("epoch_loss/discriminator_class", epoch.discriminatorClassLoss());
      scalars.add("epoch_loss/generator_class", epoch.generatorClassLoss());
    }
    scalars.add("epoch_probability/real", epoch.realProbability());
    scalars.add("epoch_probability/fake", epoch.fakeProbability());
    return scalars;
  }

  void add(String tag, double value) {
    scalars.add(new Scalar(tag, value));
  }

  List<byte[]> messages() throws IOException {
    List<byte[]> values = new ArrayList<>();
    for (Scalar scalar : scalars) {
      values.add(Events.scalar(scalar.tag, scalar.value));
    }
    return values;
  }

  /** A step in which no penalty was due has none, and a curve of zeros between would mislead. */
  private void addPenalty(String tag, double penalty, GanConfig config) {
    if (MethodFigures.hasPenalties(config) && penalty != 0) {
      add(tag, penalty);
    }
  }
}
