package io.github.gan4j.report.losses;

import io.github.gan4j.training.EpochSummary;
import io.github.gan4j.training.LossEvent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Means over the steps since the last epoch's end. */
final class LossMeans {
  private long steps;
  private double discriminator;
  private double generator;
  private double realProbability;
  private double fakeProbability;
  private long penalties;
  private double penalty;
  private double discriminatorClassLoss;
  private double generatorClassLoss;
  private double discriminatorRate;
  private double generatorRate;

  void add(LossEvent event) {
    steps++;
    discriminator += event.discriminator();
    generator += event.generator();
    realProbability += event.realProbability();
    fakeProbability += event.fakeProbability();
    penalties += event.penalty() == 0 ? 0 : 1;
    penalty += event.penalty();
    discriminatorClassLoss += event.discriminatorClassLoss();
    generatorClassLoss += event.generatorClassLoss();
    discriminatorRate = event.discriminatorRate();
    generatorRate = event.generatorRate();
  }

  void clear() {
    steps = 0;
    discriminator = 0;
    generator = 0;
    realProbability = 0;
    fakeProbability = 0;
    penalties = 0;
    penalty = 0;
    discriminatorClassLoss = 0;
    generatorClassLoss = 0;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(steps);
    out.writeDouble(discriminator);
    out.writeDouble(generator);
    out.writeDouble(realProbability);
    out.writeDouble(fakeProbability);
    out.writeLong(penalties);
    out.writeDouble(penalty);
    out.writeDouble(discriminatorClassLoss);
    out.writeDouble(generatorClassLoss);
    out.writeDouble(discriminatorRate);
    out.writeDouble(generatorRate);
  }

  void read(DataInputStream in) throws IOException {
    steps = in.readLong();
    discriminator = in.readDouble();
    generator = in.readDouble();
    realProbability = in.readDouble();
    fakeProbability = in.readDouble();
    penalties = in.readLong();
    penalty = in.readDouble();
    discriminatorClassLoss = in.readDouble();
    generatorClassLoss = in.readDouble();
    discriminatorRate = in.readDouble();
    generatorRate = in.readDouble();
  }

  long steps() {
    return steps;
  }

  /** Returns the steps so far as if they were an epoch; there must be one. */
  EpochSummary summary(int epoch, long step) {
    return new EpochSummary(
        epoch,
        step,
        discriminator / steps,
        generator / steps,
        realProbability / steps,
        fakeProbability / steps,
        penalties == 0 ? 0 : penalty / penalties,
        discriminatorClassLoss / steps,
        generatorClassLoss / steps,
        discriminatorRate,
        generatorRate);
  }
}
