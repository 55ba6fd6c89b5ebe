package io.github.gan4j.report.losses;

import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** What a run's plot shows, in bounded memory. */
final class LossCurves {

  /** One quantity, by step and by epoch. */
  record Quantity(Curve steps, Curve epochs) {
    Quantity() {
      this(new Curve(), new Curve());
    }
  }

  final Quantity discriminator = new Quantity();
  final Quantity generator = new Quantity();
  final Quantity realProbability = new Quantity();
  final Quantity fakeProbability = new Quantity();

  void add(LossEvent step) {
    discriminator.steps.add(step.discriminator());
    generator.steps.add(step.generator());
    realProbability.steps.add(step.realProbability());
    fakeProbability.steps.add(step.fakeProbability());
  }

  void add(EpochSummary epoch) {
    discriminator.epochs.add(epoch.discriminator());
    generator.epochs.add(epoch.generator());
    realProbability.epochs.add(epoch.realProbability());
    fakeProbability.epochs.add(epoch.fakeProbability());
  }

  void write(DataOutputStream out) throws IOException {
    for (Quantity quantity : all()) {
      quantity.steps.write(out);
      quantity.epochs.write(out);
    }
  }

  void read(DataInputStream in) throws IOException {
    for (Quantity quantity : all()) {
      quantity.steps.read(in);
      quantity.epochs.read(in);
    }
  }

  private List<Quantity> all() {
    return List.of(discriminator, generator, realProbability, fakeProbability);
  }

  /** Returns how many steps were added. */
  long steps() {
    return discriminator.steps.size();
  }
}
