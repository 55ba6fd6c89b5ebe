package io.github.gan4j.report.losses;

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

  void add(LossEvent event) {
    steps++;
    discriminator += event.discriminator();
    generator += event.generator();
    realProbability += event.realProbability();
    fakeProbability += event.fakeProbability();
  }

  void clear() {
    steps = 0;
    discriminator = 0;
    generator = 0;
    realProbability = 0;
    fakeProbability = 0;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(steps);
    out.writeDouble(discriminator);
    out.writeDouble(generator);
    out.writeDouble(realProbability);
    out.writeDouble(fakeProbability);
  }

  void read(DataInputStream in) throws IOException {
    steps = in.readLong();
    discriminator = in.readDouble();
    generator = in.readDouble();
    realProbability = in.readDouble();
    fakeProbability = in.readDouble();
  }

  long steps() {
    return steps;
  }

  double discriminator() {
    return discriminator / steps;
  }

  double generator() {
    return generator / steps;
  }

  double realProbability() {
    return realProbability / steps;
  }

  double fakeProbability() {
    return fakeProbability / steps;
  }
}
